import { setAside } from '../../../../server/cli/desk-folder.ts';
import { restoreBackup } from '../../../../server/storage/lowdb/backup/restore.ts';
import { writeBackup } from '../../../../server/storage/lowdb/backup/write-backup.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { redactLowdb } from '../../../../server/storage/lowdb/redacting/redact.ts';
import { addClaimTo, ORDER } from './redaction-desk.ts';

/**
 * A process that does one thing to a desk and may be killed at it.
 * Arguments: what to do, the desk's folder, and the file of a backup.
 */
const [what, folder, file] = process.argv.slice(2);
if (folder) {
  process.send?.('begun');
  if (what === 'backup') await writeBackup(folder, file!, { now: new Date().toISOString() });
  if (what === 'restore')
    await restoreBackup(file!, folder, { setAside: () => setAside(folder, new Date()) });
  if (what === 'redact') await redactLowdb(folder, ORDER);
  if (what === 'migrate') await (await openLowdb(folder)).close();
  if (what === 'snapshot') {
    const storage = await openLowdb(folder, { snapshotAfter: 500 });
    for (let n = 1000; ; n++) {
      await addClaimTo(storage, n);
      await storage.snapshot();
    }
  }
}

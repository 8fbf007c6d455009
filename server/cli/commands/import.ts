import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { importDesk } from '../../services/import.ts';
import { openStorage } from '../../storage/registry.ts';
import { type Surroundings, say, storeAddress } from '../surroundings.ts';

export interface ImportFlags {
  readonly data?: string;
  readonly format?: string;
  readonly by?: string;
}

/** Takes an exported file into the desk, which nobody else may have open. */
export async function importFrom(
  surroundings: Surroundings,
  file: string,
  flags: ImportFlags,
): Promise<number> {
  const { out, folder } = surroundings;
  const bytes = await readFile(path.resolve(folder, file));
  const storage = await openStorage(storeAddress(surroundings, flags.data));
  try {
    const report = await importDesk(storage, bytes, {
      ...(flags.format === undefined ? {} : { format: flags.format }),
      by: flags.by ?? accountName(),
      at: new Date().toISOString(),
      newId: () => newId(),
    });
    const added = Object.entries(report.added).filter(([, count]) => count > 0);
    const said = added.map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`).join(', ');
    say(out, `Taken in: ${said || 'nothing that was not here'}.`);
    for (const note of report.notes) say(out, note);
    return 0;
  } finally {
    await storage.close();
  }
}

function accountName(): string {
  try {
    return userInfo().username.trim().slice(0, 120) || 'Command line';
  } catch {
    return 'Command line';
  }
}

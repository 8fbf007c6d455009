import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { redactLowdb } from '../../../../server/storage/lowdb/redacting/redact.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { canonicalJson } from '../../../../shared/json/canonical.ts';
import { FaultFiles, type Survival } from '../fault-files.ts';
import { everything } from '../samples.ts';
import { ORDER, tellingDesk } from './redaction-desk.ts';

/** Redacts again and again, with a crash before each of its operations in turn; the next start finds one of two states. */
export async function redactThroughCrashes(survival: Survival): Promise<void> {
  const start = new FaultFiles();
  await tellingDesk('/desk', start);
  const states = new Set<string>();
  for (let crashAt = 1, crashed = true; crashed; crashAt++) {
    const files = start.afterCrash('lost');
    files.crashAt = crashAt;
    await redactLowdb('/desk', ORDER, { files }).catch(() => undefined);
    crashed = files.crashed;
    const disk = files.afterCrash(survival);
    const storage = await openLowdb('/desk', { files: disk, isAlive: () => false });
    const where = `crash before operation ${crashAt}`;
    expect(storage.readOnly, where).to.equal(undefined);
    states.add(canonicalJson(await everything(storage)));
    await storage.close();
    expect((await verifyLowdb('/desk', { files: disk })).findings, where).to.deep.equal([]);
    expect(await disk.list('/desk/redacting'), where).to.deep.equal([]);
  }
  expect(states.size).to.equal(2);
}

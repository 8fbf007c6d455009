import { expect } from 'chai';
import { statusRoutes } from '../../../server/http/routes/status.ts';
import { commitChanges } from '../../../server/services/commit-changes.ts';
import { Desk } from '../../../server/services/desk.ts';
import { openLowdb } from '../../../server/storage/lowdb/open.ts';
import { FaultFiles, systemError } from '../storage/fault-files.ts';
import { CLAIM, fill } from '../storage/lowdb/desk.ts';
import { set } from '../storage/samples.ts';

describe('taking up writing again over the API', () => {
  it('says why while the disk refuses, and takes the waiting change once it does not', async () => {
    const files = new FaultFiles();
    const storage = await openLowdb('/desk', { files, isAlive: () => false });
    await fill(storage, 1);
    const desk = await Desk.open(storage);
    const { resumeWriting } = statusRoutes(desk, '1', false);
    const gone = () => new AbortController().signal;
    const resume = () => resumeWriting({ params: undefined, query: undefined, body: undefined, gone });
    const ticked = set('claim', CLAIM, { workflow: 'checked' });
    files.refuse = (_operation, file) => (file.includes('/journal/') ? systemError('ENOSPC') : undefined);
    const [refused] = await commitChanges(desk, [ticked]);
    expect(refused).to.deep.include({ status: 'refused' });
    expect(refused!.problem!.type).to.contain('read-only');
    const still = await resume();
    expect(still).to.deep.include({ writable: false });
    expect((still as { why?: string }).why).to.contain('The disk is full');
    files.refuse = () => undefined;
    expect(await resume()).to.eql({ writable: true });
    const [taken] = await commitChanges(desk, [ticked]);
    expect(taken!.status).to.equal('committed');
    await desk.close();
  });
});

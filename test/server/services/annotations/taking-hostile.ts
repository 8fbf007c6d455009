import { expect } from 'chai';
import { type ImportReport, importDesk } from '../../../../server/services/import.ts';
import { Refusal } from '../../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import { commit, create, documentOf, everything, uuid } from '../../storage/samples.ts';
import { taking } from '../exporting.ts';

/** A desk with a text for annotations that bring none. */
export async function deskWithText(text: string): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  const { value, blobs } = documentOf(uuid('hostile', 1), text);
  await commit(storage, [create('document', { ...value, title: 'ana', origin: 'ana.txt' })], blobs);
  return storage;
}

/**
 * Tries a file and takes it in: both tell the same, and what is refused, or only tried, leaves the desk as it was.
 * @returns the report, or why it was refused
 */
export async function takeHostile(
  storage: MemoryStorage,
  bytes: Uint8Array,
  request: { readonly name: string; readonly format?: string },
): Promise<ImportReport | Refusal> {
  const before = await everything(storage);
  const tried = await refusedOr(importDesk(storage, bytes, { ...taking(), ...request, dry: true }));
  expect(await everything(storage)).to.eql(before);
  const taken = await refusedOr(importDesk(storage, bytes, { ...taking(), ...request }));
  if (taken instanceof Refusal) {
    expect(taken.message).to.match(/\S/);
    expect(await everything(storage)).to.eql(before);
    return taken;
  }
  const { added, counts, items } = taken;
  if (items && counts) {
    expect(tried, 'what was tried').not.to.be.instanceOf(Refusal);
    expect((tried as ImportReport).counts).to.deep.equal(counts);
    const claims = counts.exact + counts.repaired;
    expect(added.claim ?? 0).to.equal(claims);
    expect(await storage.readObjects('claim')).to.have.length(claims);
  }
  return taken;
}

async function refusedOr<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work;
  } catch (error) {
    expect(error, (error as Error).stack).to.be.instanceOf(Refusal);
    return error as Refusal;
  }
}

import { expect } from 'chai';
import { type ImportReport, importDesk } from '../../../../server/services/import.ts';
import { Refusal } from '../../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { kinds, shapes } from '../../../../shared/model/objects.ts';
import { verifyQuote } from '../../../../shared/text/quote.ts';
import { commit, create, documentOf, everything, uuid } from '../../storage/samples.ts';
import { taking } from '../exporting.ts';

/** A desk with a text for annotations that bring none. */
export async function deskWithText<S extends Storage = MemoryStorage>(
  text: string,
  storage: S = new MemoryStorage() as Storage as S,
): Promise<S> {
  const { value, blobs } = documentOf(uuid('hostile', 1), text);
  await commit(storage, [create('document', { ...value, title: 'ana', origin: 'ana.txt' })], blobs);
  return storage;
}

/**
 * Tries a file and takes it in: both tell the same, and what is refused, or only tried, leaves the desk as it was.
 * @returns the report, or why it was refused
 */
export async function takeHostile(
  storage: Storage,
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
  await expectSound(storage);
  return taken;
}

/** Says that every object is one of its kind, that every claim quotes what stands there, and cites what is here. */
export async function expectSound(storage: Storage): Promise<void> {
  const texts = new Map<string, string>();
  for (const { object } of await storage.readObjects('document'))
    for (const { id, textSha256 } of object.revisions) {
      const bytes = await storage.readBlob(textSha256);
      texts.set(id, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    }
  for (const kind of kinds)
    for (const { object } of await storage.readObjects(kind))
      expect(shapes[kind].schema.parse(object)).to.deep.equal(object);
  const sources = new Set((await storage.readObjects('source')).map(({ id }) => id));
  for (const { object } of await storage.readObjects('claim')) {
    const { revision, ranges, quote } = object.anchor;
    const found = verifyQuote(texts.get(revision)!, ranges, quote);
    expect(found, JSON.stringify(object)).to.deep.equal({ exact: true, prefix: true, suffix: true });
    for (const { sourceId } of object.evidence) if (sourceId) expect(sources).to.include(sourceId);
  }
}

/** @returns what comes of it, or why it was refused; anything else that is thrown is a fault */
export async function refusedOr<T>(work: Promise<T>): Promise<T | Refusal> {
  try {
    return await work;
  } catch (error) {
    expect(error, (error as Error).stack).to.be.instanceOf(Refusal);
    return error as Refusal;
  }
}

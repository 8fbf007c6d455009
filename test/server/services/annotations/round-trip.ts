import { expect } from 'chai';
import fc from 'fast-check';
import { type ExportRequest, exportDesk } from '../../../../server/services/export.ts';
import { type ImportReport, importDesk } from '../../../../server/services/import.ts';
import { Refusal } from '../../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { claimType } from '../../../../shared/claim-types/registry.ts';
import type { Loss } from '../../../../shared/formats/losses.ts';
import { canonicalJson } from '../../../../shared/json/canonical.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import { currentRevision } from '../../../../shared/model/document.ts';
import { splitsPair } from '../../../../shared/text/text-like.ts';
import { commit, create, everything } from '../../storage/samples.ts';
import { taking } from '../exporting.ts';
import { walk } from '../walk.ts';
import { type Step, walks } from '../walk-steps.ts';

/** Walks whose texts can be added as files: none has a NUL in it. */
export const fileWalks = walks.map(steps =>
  steps.map(
    (step): Step =>
      'text' in step && 'bom' in step ? { ...step, text: step.text.replaceAll('\0', '0') } : step,
  ),
);

export interface Exported {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly losses: readonly Loss[];
}

/** @returns an export as it travels. */
export async function exported(
  storage: Storage,
  format: string,
  more: Omit<ExportRequest, 'format'> = {},
): Promise<Exported> {
  const { fileName, losses, pieces } = await exportDesk(storage, { format, ...more });
  const parts: Buffer[] = [];
  for await (const piece of pieces) parts.push(Buffer.from(piece as Uint8Array));
  return { bytes: new Uint8Array(Buffer.concat(parts)), fileName, losses: losses.list };
}

/** Takes a file into a desk. */
export function takeIn(
  storage: Storage,
  text: string | Uint8Array,
  more: object = {},
): Promise<ImportReport> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return importDesk(storage, bytes, { ...taking(), ...more });
}

/** Puts texts of one desk on another, without what is on them. */
export async function copyTexts(
  from: Storage,
  to: Storage,
  which: (id: string) => boolean = () => true,
): Promise<void> {
  for (const { object, removed } of await from.readObjects('document')) {
    if (removed || !which(object.id)) continue;
    const blobs = new Map<string, Uint8Array>();
    for (const { sha256, textSha256 } of object.revisions)
      for (const hash of [sha256, textSha256]) blobs.set(hash, (await from.readBlob(hash))!);
    await commit(to, [create('document', object as unknown as Record<string, unknown>)], blobs);
  }
}

/** The claims of a desk that a format for marked texts can hold: those on the current text and on their words. */
export async function claimsOnText(storage: Storage): Promise<{ text: string; claim: Claim }[]> {
  const documents = new Map((await storage.readObjects('document')).map(held => [held.id, held]));
  const found: { text: string; claim: Claim }[] = [];
  for (const { object: claim, removed } of await storage.readObjects('claim')) {
    const document = documents.get(claim.anchor.documentId);
    if (removed || !document || document.removed) continue;
    const revision = currentRevision(document.object);
    if (claim.anchor.revision !== revision.id) continue;
    const bytes = await storage.readBlob(revision.textSha256);
    found.push({ text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), claim });
  }
  return found;
}

/** Whether a claim begins or ends within a character of the text that it stands on, be it an earlier one. */
async function anySplits(storage: Storage): Promise<boolean> {
  const revisions = (await storage.readObjects('document')).flatMap(({ object }) => object.revisions);
  for (const { object: claim } of await storage.readObjects('claim')) {
    const revision = revisions.find(({ id }) => id === claim.anchor.revision);
    if (!revision) continue;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await storage.readBlob(revision.textSha256),
    );
    for (const { start, end } of claim.anchor.ranges)
      if (splitsPair(text, start) || splitsPair(text, end)) return true;
  }
  return false;
}

/** What is left of words where halves of characters cannot be written. */
export const written = (text: string): string => Buffer.from(text).toString();

/** Texts that a format writes as the same are one where each may stand only once. */
export const onceEach = (texts: readonly string[]): string[] => [...new Set(texts)];

/** What a claim's value is; where none was written, its words read, whatever the language of the text. */
export function saidValue({ value, type, anchor }: Claim): unknown {
  const { language: _language, ...said } = (value ??
    claimType(type)!.normalise(anchor.quote.exact, {})) as Record<string, unknown>;
  return said;
}

/** Losses after which a claim's words are not to the unit what they were. */
const WIDENED = new Set(['half-letters', 'edge-space', 'no-tokens']);

/**
 * Says that whatever a format carries of the claims of any desk is the same again on another desk.
 * @param carried what of a claim on its text has to come back
 */
export async function expectRoundTrip(
  format: string,
  carried: (claim: Claim, text: string) => unknown,
  {
    numRuns = 30,
    prepare = async () => {},
  }: { numRuns?: number; prepare?: (from: Storage, to: Storage) => Promise<void> } = {},
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fileWalks, async steps => {
      const from = new MemoryStorage();
      await walk(from, steps);
      const documents = await from.readObjects('document');
      fc.pre(documents.some(({ removed }) => !removed));
      fc.pre(!(await anySplits(from)));
      const { bytes, fileName, losses } = await exported(from, format);
      fc.pre(!losses.some(({ code }) => WIDENED.has(code)));
      const to = new MemoryStorage();
      await prepare(from, to);
      const { items = [] } = await takeIn(to, bytes, { format, name: fileName });
      // A conflict may be about a claim that was removed.
      const isGone = (says: string) => says === 'Claims that it is about are not here.';
      expect(items.filter(({ state, says }) => state !== 'exact' && !isGone(says))).to.deep.equal([]);
      const project = async (storage: Storage) =>
        (await claimsOnText(storage))
          .flatMap(({ claim, text }) => [carried(claim, text)].flat())
          .map(one => canonicalJson(one))
          .sort();
      expect((await project(to)).join('\n')).to.equal((await project(from)).join('\n'));
    }),
    { numRuns },
  );
}

/** Takes damaged files in: each is taken in whole or refused with a reason, and what is refused leaves nothing. */
export async function expectSturdy(
  format: string,
  fixtures: readonly { name: string; text: string }[],
): Promise<void> {
  const damage = fc.array(
    fc.oneof(
      fc.record({ cut: fc.nat(10_000) }),
      fc.record({
        at: fc.nat(10_000),
        put: fc.constantFrom(
          '',
          '"',
          '{',
          '[',
          ']',
          '\t',
          '\n',
          ' ',
          '-1',
          '1e9',
          'null',
          '\ufeff',
          '\u0000',
          '\\',
          '😀',
          '99999999999',
        ),
      }),
      fc.record({ at: fc.nat(10_000), to: fc.nat(10_000) }),
    ),
    { minLength: 1, maxLength: 4 },
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...fixtures), damage, async ({ name, text }, damages) => {
      let broken = text;
      for (const one of damages) {
        if ('cut' in one) broken = broken.slice(0, one.cut % (broken.length + 1));
        else if ('put' in one) {
          const at = one.at % (broken.length + 1);
          broken = broken.slice(0, at) + one.put + broken.slice(at + 1);
        } else {
          const [a, b] = [one.at % (broken.length + 1), one.to % (broken.length + 1)].sort((x, y) => x - y);
          broken = broken.slice(0, a) + broken.slice(b);
        }
      }
      const storage = new MemoryStorage();
      const before = await everything(storage);
      try {
        const { items = [], added } = await takeIn(storage, broken, { format, name });
        const claims = await storage.readObjects('claim');
        expect(claims.length).to.equal(
          items.filter(({ state }) => state === 'exact' || state === 'repaired').length,
        );
        expect(claims.length).to.equal(added.claim ?? 0);
      } catch (error) {
        expect(error, (error as Error).stack).to.be.instanceOf(Refusal);
        expect(await everything(storage)).to.deep.equal(before);
      }
    }),
    { numRuns: 300 },
  );
}

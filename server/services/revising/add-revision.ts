import type { FateCounts } from '../../../shared/api/routes/revisions.ts';
import { applyGroup } from '../../../shared/change/group.ts';
import type { Surroundings } from '../../../shared/change/surroundings.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Carry } from '../../../shared/model/carry.ts';
import type { Change, Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Revision } from '../../../shared/model/document.ts';
import { verifyQuote } from '../../../shared/text/quote.ts';
import { AlreadyCommitted, StaleVersion, StorageStopped } from '../../storage/port.ts';
import { readAtOf } from '../../storage/read-at.ts';
import type { Desk } from '../desk.ts';
import { badInput, Refusal } from '../refusal.ts';
import { compareAll } from './compare.ts';
import { type Compared, noFates } from './comparison.ts';
import { type ComingText, type NewText, newText } from './new-text.ts';
import { requirePresent } from './preview.ts';
import { standingIn, textsOf } from './standing.ts';

/** What is said of a file when it becomes a document's revision; ids are made by whoever adds it, so that a retry is recognised. */
export interface NewRevision extends ComingText {
  readonly change: string;
  readonly group: string;
  readonly revision: string;
  /** The revision that the author saw as the current one. */
  readonly from: string;
  readonly by: string;
  readonly at: string;
  readonly encoding: string;
  readonly label?: string | undefined;
  readonly why?: string | undefined;
}

export interface AddedRevision {
  readonly seq: number;
  readonly held: Versioned<'document'>;
  readonly claims: FateCounts;
}

/** How often it is begun anew where somebody marks the text meanwhile; then nobody may until it is done. */
const ATTEMPTS = 3;
/** So many quotes are held against the text before others get their turn. */
const SLICE = 2000;

/** A new text with the revision that it makes. */
interface NewFile extends Pick<NewText, 'text' | 'blobs'> {
  readonly revision: Revision;
}

/**
 * Makes a file the current revision of a document, with the claims that it leaves alone: all or nothing, in one entry of
 * the log.
 * @throws Refusal where the file is not text, is the very text that the document has now, or the document has another
 * current revision than the author saw
 */
export async function addRevision(
  desk: Desk,
  documentId: string,
  bytes: Uint8Array,
  about: NewRevision,
  signal?: AbortSignal,
): Promise<AddedRevision> {
  const document = await requirePresent(desk, documentId);
  const seq = await desk.storage.committedAs(about.change);
  if (seq !== undefined) return known(desk, document, about, seq);
  if (desk.storage.readOnly !== undefined) throw new Refusal('read-only', desk.storage.readOnly);
  requireCurrent(document, about);
  const { text, read, blobs } = await newText(desk, document.object, bytes, about, signal);
  const file = { text, blobs, revision: newRevision(about, read) };
  requireOther(document, file);
  for (let attempt = 1; ; attempt++) {
    const added = await once(desk, documentId, file, about, attempt > ATTEMPTS);
    if (added) return added;
  }
}

/** @param isLast whether nobody may write in the document while it is compared @returns undefined where somebody did */
async function once(
  desk: Desk,
  documentId: string,
  file: NewFile,
  about: NewRevision,
  isLast: boolean,
): Promise<AddedRevision | undefined> {
  let compared = isLast ? undefined : await compareWith(desk, await requirePresent(desk, documentId), file);
  const held = [documentId, ...desk.claims.of(documentId).claims.keys()];
  return desk.turns.take(held, [], async () => {
    for (;;) {
      const document = await requirePresent(desk, documentId);
      const seq = await desk.storage.committedAs(about.change);
      if (seq !== undefined) return known(desk, document, about, seq);
      requireCurrent(document, about);
      if (compared && !isAsSeen(desk, documentId, compared.seen)) {
        if (!isLast) return undefined;
        compared = undefined;
      }
      compared ??= await compareWith(desk, document, file);
      const added = await commit(desk, document, file, about, compared.result);
      // What was on its way when the turn came has arrived by now; nothing else sets out meanwhile.
      if (added) return added;
    }
  });
}

interface Seen {
  readonly seen: ReadonlyMap<string, Anchor>;
  readonly result: Compared;
}

async function compareWith(desk: Desk, document: Versioned<'document'>, { text }: NewFile): Promise<Seen> {
  const current = currentRevision(document.object).id;
  const standing = standingIn(desk, document).filter(({ evidenceId }) => evidenceId === undefined);
  const seen = new Map(standing.map(({ claimId, anchor }) => [claimId, anchor]));
  const texts = await textsOf(desk, document.object, standing, [current]);
  const comparison = { after: text, texts, current, limit: 0, blocks: 0 };
  return { seen, result: await compareAll(comparison, standing) };
}

/** Whether the claims of a document stand where they stood. */
function isAsSeen(desk: Desk, documentId: string, seen: ReadonlyMap<string, Anchor>): boolean {
  const { claims } = desk.claims.of(documentId);
  if (claims.size !== seen.size) return false;
  for (const { id, object } of claims.values()) if (seen.get(id) !== object.anchor) return false;
  return true;
}

async function commit(
  desk: Desk,
  document: Versioned<'document'>,
  { revision, text, blobs }: NewFile,
  about: NewRevision,
  { carry, claims }: Compared,
): Promise<AddedRevision | undefined> {
  const { by, at, group, why } = about;
  const { id } = document;
  // As it is now: what changes while the quotes are looked at has been seen by nobody.
  const standing = new Map(desk.claims.of(id).claims);
  const around: Surroundings = {
    get: (kind, name) => (kind === 'claim' ? standing.get(name) : document),
    claimsOf: () => standing.values(),
  };
  const apply = (carried: Carry) => {
    const change: Change = {
      id: about.change,
      group,
      kind: 'document',
      objectId: id,
      operation: { op: 'revise', revision, carry: carried },
      base: {},
      at,
      by,
      ...(why === undefined ? {} : { why }),
    };
    const result = applyGroup(
      () => document,
      [change],
      () => standing.values(),
    );
    if (!result.applied) throw new Error('A new revision cannot clash.');
    return { changes: [change], ...result };
  };
  let { changes, objects, before } = apply(carry);
  const astray = await astrayIn(text, objects);
  if (astray.length > 0)
    ({ changes, objects, before } = apply({ ...carry, stays: [...carry.stays, ...astray] }));
  const readAt = readAtOf(around, changes, objects);
  try {
    const { seq } = await desk.storage.commit({
      at: desk.now(),
      by,
      changes,
      before,
      objects,
      readAt,
      blobs,
    });
    return { seq, held: objects[0] as Versioned<'document'>, claims };
  } catch (error) {
    if (error instanceof StorageStopped) throw new Refusal('read-only', error.message);
    // Somebody was on the way before, or waits for no turn: an import perhaps. What stands now is looked at anew.
    if (error instanceof StaleVersion || error instanceof AlreadyCommitted) return undefined;
    throw error;
  }
}

/** Claims that would stand on other words than their own. */
async function astrayIn(text: string, objects: readonly Versioned[]): Promise<string[]> {
  const astray: string[] = [];
  for (const [i, { kind, id, object }] of objects.entries()) {
    if (i % SLICE === SLICE - 1) await new Promise(resolve => setImmediate(resolve));
    if (kind !== 'claim') continue;
    const { anchor } = object as Versioned<'claim'>['object'];
    const found = verifyQuote(text, anchor.ranges, anchor.quote);
    if (!found.exact || !found.prefix || !found.suffix) astray.push(id);
  }
  return astray;
}

function newRevision({ revision, at, by, label }: NewRevision, read: NewText['read']): Revision {
  return { id: revision, ...read, addedAt: at, addedBy: by, ...(label === undefined ? {} : { label }) };
}

function requireCurrent({ id, object, last }: Versioned<'document'>, { change, from }: NewRevision): void {
  const current = currentRevision(object);
  if (current.id === from) return;
  throw new Refusal(
    'stale',
    `${current.addedBy} gave this document another revision meanwhile; look at the preview again.`,
    {
      clashes: [
        {
          changeId: change,
          objectId: id,
          path: 'revisions',
          mine: from,
          theirs: current.id,
          theirChange: last,
        },
      ],
    },
  );
}

function requireOther({ object }: Versioned<'document'>, { revision }: NewFile): void {
  const current = currentRevision(object);
  if (object.revisions.some(({ id }) => id === revision.id))
    throw badInput('query.revision', `There is a revision ${revision.id} already; use another id.`);
  if (
    current.sha256 === revision.sha256 &&
    current.textSha256 === revision.textSha256 &&
    sameJson(current.reading.extraction, revision.reading.extraction)
  )
    throw badInput(
      'body',
      'The document has these very bytes now, read in this way: there is nothing to change.',
    );
}

/** The answer to a retry: what the revision did, as far as it still stands. */
async function known(
  desk: Desk,
  held: Versioned<'document'>,
  { change, revision }: NewRevision,
  seq: number,
): Promise<AddedRevision> {
  if (!held.object.revisions.some(({ id }) => id === revision))
    throw badInput('query.change', `Change ${change} is in the log as entry ${seq} and is not this one.`);
  const claims = noFates();
  const { counts } = await desk.waiting.of(held);
  for (const { object, removed, stamps } of desk.claims.of(held.id).claims.values())
    if (!removed && stamps.anchor === change) claims[object.anchorState]++;
  for (const state of Object.keys(counts) as (keyof FateCounts)[]) claims[state] += counts[state];
  return { seq, held, claims };
}

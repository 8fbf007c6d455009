import { msg, str } from '@lit/localize';
import type { Authorship, Draft } from '../../../shared/change/draft.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import { claimType } from '../../../shared/claim-types/registry.ts';
import { type Flag, raiseConflict } from '../../../shared/conflicts/raise.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import type { Anchor } from '../../../shared/model/anchor.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Verdict, Workflow } from '../../../shared/model/scales.ts';
import type { Evidence, Source } from '../../../shared/model/source.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import {
  addNote,
  addTag,
  attach,
  createClaim,
  dropTag,
  moveAnchor,
  removeClaim,
  retype,
  setVerdict,
  setWorkflow,
  type WordsRead,
} from '../../commands/claim-drafts.ts';
import { announce } from '../../elements/announcer.ts';
import { toast } from '../../elements/toasts.ts';
import { isolated } from '../../localize/isolated.ts';
import { locale } from '../../localize/locale.ts';
import { stepWord } from '../../localize/say-step.ts';
import { typeWord } from '../../localize/say-type.ts';
import { GestureError, newId } from '../../store/store.ts';
import { caretAfter } from './caret.ts';
import type { Reading } from './reading.ts';

const author = (reading: Reading): Authorship => ({
  by: reading.store.signature,
  at: new Date().toISOString(),
});

/** Does a gesture, says it, and shows why where it cannot be done. @returns whether it was done */
export function perform(reading: Reading, label: string, drafts: readonly Draft[]): boolean {
  const claims = drafts.filter(draft => draft.kind === 'claim').map(draft => draft.objectId);
  const before = placesOf(reading, claims);
  try {
    reading.store.do(label, drafts);
    if (claims.length > 0) reading.touched([...before, ...placesOf(reading, claims)]);
    announce(label);
    return true;
  } catch (error) {
    if (!(error instanceof GestureError)) throw error;
    toast(error.message, { tone: 'error' });
    return false;
  }
}

function placesOf(reading: Reading, claimIds: readonly string[]): Span[] {
  const { table } = reading.claims ?? {};
  const slots = table ? claimIds.map(id => table.slotOf(id)) : [];
  return slots.filter(slot => slot >= 0).flatMap(slot => table!.rangesAt(slot));
}

/** Reads words as a type of claim does. */
export function readAs(reading: Reading, type: string, words: string): WordsRead {
  const { language } = reading.document ?? {};
  const context = language ? { language } : {};
  const kind = claimType(type);
  return { value: kind?.normalise(words, context), fields: kind?.fieldsFrom?.(words, context) ?? {} };
}

/** @returns the selection without the white space at its ends, or undefined where nothing is left. */
export function selectedWords(reading: Reading): Span | undefined {
  const { start, end } = reading.selection;
  if (end <= start) return undefined;
  const words = reading.text?.atHand(start, end)?.slice(start, end);
  if (words === undefined) return { start, end };
  const trimmed = words.trim();
  if (trimmed === '') return undefined;
  const from = start + words.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/**
 * Makes a claim of the selected words. Where the text there is at hand it is there when this returns.
 * @returns the claim's id, or undefined where nothing is selected or it could not be made
 */
export async function markSelection(reading: Reading, type: string): Promise<string | undefined> {
  const words = selectedWords(reading);
  if (!words) return undefined;
  const now = reading.anchorNow([words]);
  return now ? mark(reading, type, now) : mark(reading, type, await reading.anchorOf([words]));
}

function mark(reading: Reading, type: string, anchor: Anchor): string | undefined {
  const same = sameClaim(reading, type, anchor.ranges);
  if (same) {
    reading.focus(same);
    announce(msg('These words are marked so already.'));
    return same;
  }
  const id = newId();
  const draft = createClaim(id, type, anchor, readAs(reading, type, anchor.quote.exact), author(reading));
  if (!perform(reading, msg(str`Mark ${typeWord(type)}: ${short(anchor.quote.exact)}`), [draft])) return;
  announce(sayMade(reading, id, type, short(anchor.quote.exact)));
  reading.focus(id);
  return id;
}

/** Says what was made of some words, and what they were read as where that is something else. */
function sayMade(reading: Reading, id: string, type: string, words: string): string {
  const claim = reading.store.get('claim', id)?.object;
  const value = claim && describe(claim, locale());
  return value && value !== words
    ? msg(str`Marked as ${typeWord(type)}: ${words}, read as ${short(value)}`)
    : msg(str`Marked as ${typeWord(type)}: ${words}`);
}

/** @returns the claim of a type that stands on the very same words, if there is one. */
export function sameClaim(reading: Reading, type: string, ranges: readonly Span[]): string | undefined {
  const { table } = reading.claims!;
  const [first] = ranges;
  const wanted = ranges.map(({ start, end }) => ({ start, end }));
  const slot = table
    .touching(first!.start, first!.start + 1)
    .find(
      slot => table.types.words[table.columns.type[slot]!] === type && sameJson(table.rangesAt(slot), wanted),
    );
  return slot === undefined ? undefined : table.idAt(slot);
}

/** Goes once through what making a claim takes, without making one: the first time costs more than a frame. */
export function warmUp(reading: Reading): void {
  const length = reading.text?.map.length ?? 0;
  const anchor =
    length > 0 && reading.claims ? reading.anchorNow([{ start: 0, end: Math.min(20, length) }]) : undefined;
  if (!anchor) return;
  const read = readAs(reading, 'person', anchor.quote.exact);
  reading.store.could([createClaim(newId(), 'person', anchor, read, author(reading))]);
}

/** Adds the selected words to the focused claim, which then stands at several places, and puts the caret after them. */
export async function extendClaim(reading: Reading): Promise<void> {
  const { claim } = reading;
  const words = selectedWords(reading);
  if (!claim || !words) return;
  const ranges = joined([...claim.object.anchor.ranges, words]);
  const anchor = await reading.anchorOf(ranges);
  const done = perform(reading, msg(str`Add “${short(quoteAt(anchor, words))}” to the claim`), [
    moveAnchor(claim.object, anchor, readAs(reading, claim.object.type, anchor.quote.exact)),
  ]);
  if (done) caretAfter(reading, words);
}

/** Moves one range of a claim to other words. */
export async function moveRange(reading: Reading, id: string, index: number, to: Span): Promise<void> {
  await reading.store.loadClaims([id]);
  const held = reading.store.get('claim', id);
  if (!held) return;
  const ranges = joined(held.object.anchor.ranges.map((range, i) => (i === index ? to : range)));
  const anchor = await reading.anchorOf(ranges);
  perform(reading, msg(str`Move the edge: ${short(anchor.quote.exact)}`), [
    moveAnchor(held.object, anchor, readAs(reading, held.object.type, anchor.quote.exact)),
  ]);
}

function joined(ranges: readonly Span[]): Span[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  const result: Span[] = [];
  for (const { start, end } of sorted) {
    const last = result[result.length - 1];
    if (last && start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else result.push({ start, end });
  }
  return result;
}

const quoteAt = (anchor: Anchor, words: Span): string =>
  anchor.quote.exact.split(' … ')[anchor.ranges.findIndex(range => range.start === words.start)] ?? '';

export function changeType(reading: Reading, claim: Claim, type: string): void {
  if (claim.type === type) return;
  perform(reading, msg(str`Type set to ${typeWord(type)}`), [
    retype(claim, type, readAs(reading, type, claim.anchor.quote.exact)),
  ]);
}

export function changeWorkflow(reading: Reading, claim: Claim, workflow: Workflow): void {
  if (claim.workflow === workflow) return;
  perform(reading, msg(str`Workflow set to ${stepWord('workflow', workflow)}`), [
    setWorkflow(claim, workflow),
  ]);
}

export function changeVerdict(reading: Reading, claim: Claim, verdict: Verdict | undefined): void {
  if (claim.verdict === verdict) return;
  const says = verdict ? msg(str`Verdict set to ${stepWord('verdict', verdict)}`) : msg('Verdict taken away');
  perform(reading, says, [setVerdict(claim, verdict)]);
}

/** Ticks a claim, or takes the tick away. */
export function tick(reading: Reading, claim: Claim): void {
  const done =
    claim.workflow === 'checked' || claim.workflow === 'in-review' || claim.workflow === 'signed-off';
  changeWorkflow(reading, claim, done ? 'open' : 'checked');
}

export function tagClaim(reading: Reading, claim: Claim, tag: string): void {
  const words = tag.trim();
  if (words === '' || claim.tags.includes(words)) return;
  perform(reading, msg(str`Tag added: ${isolated(words)}`), [addTag(claim, words)]);
}

export function untagClaim(reading: Reading, claim: Claim, tag: string): void {
  perform(reading, msg(str`Tag taken away: ${isolated(tag)}`), [dropTag(claim, tag)]);
}

/** @param replyTo the note that is answered @returns whether there is nothing left to be noted */
export function noteOn(reading: Reading, claim: Claim, text: string, replyTo?: string): boolean {
  if (text.trim() === '') return true;
  return perform(reading, replyTo ? msg('Reply added') : msg('Note added'), [
    addNote(claim, newId(), text.trim(), author(reading), replyTo),
  ]);
}

/** What a person says about a piece of evidence. */
export type EvidenceWords = Partial<
  Pick<
    Evidence,
    'sourceId' | 'passage' | 'fit' | 'quote' | 'locator' | 'accessed' | 'archived' | 'note' | 'attachments'
  >
> &
  Pick<Evidence, 'stance'>;

/** Ties evidence to a claim; with `csl`, to a source that is made with it. @returns whether it was done */
export function attachEvidence(
  reading: Reading,
  claimId: string,
  words: EvidenceWords,
  csl?: Source['csl'],
): boolean {
  const source: Source | undefined = csl && { id: newId(), csl };
  const evidence: Evidence = {
    id: newId(),
    ...words,
    ...(source ? { sourceId: source.id } : {}),
    ...author(reading),
  };
  return perform(reading, msg('Evidence added'), attach({ id: claimId }, evidence, source));
}

/**
 * Raises a conflict by hand.
 * @returns the conflict's id, or undefined where it could not be raised
 */
export function flagClaims(reading: Reading, claims: readonly Claim[], flag: Flag): string | undefined {
  const { draft, conflict } = raiseConflict(
    claims,
    flag,
    claim => describe(claim, locale()),
    newId,
    author(reading),
  );
  return perform(reading, msg(str`Conflict raised: ${short(conflict.title)}`), [draft])
    ? conflict.id
    : undefined;
}

/** Removes a claim; it can be undone. */
export function removeFocused(reading: Reading, held: Versioned<'claim'>): void {
  const next = reading.neighbour(1) ?? reading.neighbour(-1);
  const label = msg(str`Claim removed: ${short(held.object.anchor.quote.exact)}`);
  if (!perform(reading, label, [removeClaim(held.object)])) return;
  reading.focus(next);
  toast(label, { action: { label: msg('Undo'), run: () => void reading.store.undo() } });
}

/** Brings a claim back that somebody else has removed. */
export function bringBack(reading: Reading, claimId: string): void {
  perform(reading, msg('Claim brought back'), [
    { kind: 'claim', objectId: claimId, operation: { op: 'restore' } },
  ]);
}

/** Some words for a message. */
export function short(words: string, length = 60): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return isolated(line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line);
}

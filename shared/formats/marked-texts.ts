import type { Versioned } from '../model/change.ts';
import type { Claim } from '../model/claim.ts';
import { currentRevision, type Document, type Revision } from '../model/document.ts';
import { verifyQuote } from '../text/quote.ts';
import { type Span, splitsPair } from '../text/text-like.ts';
import { stemOf } from './file-stem.ts';
import type { DeskView } from './format.ts';
import type { Losses } from './losses.ts';
import { byId, inTextOrder } from './order.ts';
import { documentsOf, isOfClaims } from './scope.ts';
import { present } from './select.ts';

/** A claim and where its words stand, on whole code points. */
export interface MarkedClaim {
  readonly claim: Claim;
  readonly ranges: readonly Span[];
}

/** A text and the claims on it, in the order of the text. */
export interface MarkedText {
  readonly document: Document;
  readonly revision: Revision;
  readonly text: string;
  readonly claims: readonly MarkedClaim[];
  /** A name for its file that no other text of the export has. */
  readonly stem: string;
}

/**
 * Goes through the current texts of a desk with the claims that stand on them, for formats in which a text comes with
 * the marks on it. Claims that stand on an earlier revision, or not on their words, are left behind.
 */
export async function* markedTexts(desk: DeskView, losses: Losses): AsyncGenerator<MarkedText> {
  const live = present(desk.objects);
  const claims = new Map<string, Versioned<'claim'>[]>();
  for (const held of inTextOrder(live.claim)) {
    const of = held.object.anchor.documentId;
    const known = claims.get(of);
    if (known) known.push(held);
    else claims.set(of, [held]);
  }
  const stems = new Set<string>();
  const asked = documentsOf(desk.scope);
  const chosen = asked && new Set(asked);
  for (const { id, object: document } of byId(live.document)) {
    // A document that is only cited is no part of what was asked for.
    if (isOfClaims(desk.scope) && !claims.has(id)) continue;
    if (chosen && !chosen.has(id)) continue;
    const revision = currentRevision(document);
    const text = await desk.text(revision);
    const own = (claims.get(id) ?? []).flatMap(({ object }) => markedOn(text, revision, object, losses));
    yield { document, revision, text, claims: own, stem: freeStem(document.title, stems) };
  }
}

function markedOn(text: string, revision: Revision, claim: Claim, losses: Losses): MarkedClaim[] {
  const { id, anchor } = claim;
  if (anchor.revision !== revision.id) {
    losses.add('earlier-revision', 'Claims that still stand on an earlier revision of their text.', id);
    return [];
  }
  if (!verifyQuote(text, anchor.ranges, anchor.quote).exact) {
    losses.add('strayed', 'Claims that do not find their words where they should stand.', id);
    return [];
  }
  const ranges: Span[] = [];
  for (const range of anchor.ranges) {
    const start = splitsPair(text, range.start) ? range.start - 1 : range.start;
    const end = splitsPair(text, range.end) ? range.end + 1 : range.end;
    if (start !== range.start || end !== range.end)
      losses.add(
        'half-letters',
        'Claims that begin or end within a character; they were widened to whole ones.',
        id,
      );
    ranges.push({ start: Math.max(start, ranges.at(-1)?.end ?? 0), end });
  }
  return [{ claim, ranges: ranges.filter(({ start, end }) => end > start) }];
}

function freeStem(title: string, taken: Set<string>): string {
  const stem = stemOf(title);
  let free = stem;
  for (let n = 2; taken.has(free); n++) free = `${stem}-${n}`;
  taken.add(free);
  return free;
}

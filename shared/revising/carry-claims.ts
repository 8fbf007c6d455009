import type { Quote, Range } from '../model/anchor.ts';
import type { Carry } from '../model/carry.ts';
import type { Versioned } from '../model/change.ts';
import type { Claim } from '../model/claim.ts';

/** A claim's new place, as a revision's change makes it. */
interface Moved {
  readonly ranges: readonly Range[];
  readonly quote: Quote;
  readonly isShifted: boolean;
}

/**
 * Moves the claims of a document to its new revision, as far as the change says where; the same on every machine, since
 * no text is needed.
 * @param claims all claims of the document, removed or not
 * @param changeId the change that brings the revision, by which a later change of an anchor knows what it was based on
 * @returns the claims that move, as they are afterwards; all others stay as they are
 */
export function carryClaims(
  claims: Iterable<Versioned<'claim'>>,
  carry: Carry,
  revision: string,
  changeId: string,
): Versioned<'claim'>[] {
  const stays = new Set(carry.stays);
  const moved: Versioned<'claim'>[] = [];
  for (const held of claims) {
    const to = moveOf(held.object, carry, stays);
    if (!to) continue;
    const anchor = { ...held.object.anchor, revision, ranges: [...to.ranges], quote: to.quote };
    const object: Claim = { ...held.object, anchor, anchorState: to.isShifted ? 'shifted' : 'intact' };
    const stamps = { ...held.stamps, anchor: changeId, anchorState: changeId };
    moved.push({ ...held, version: held.version + 1, last: changeId, stamps, object });
  }
  return moved;
}

function moveOf({ id, anchor }: Claim, carry: Carry, stays: ReadonlySet<string>): Moved | undefined {
  const placed = carry.placed[id];
  if (placed) return { ...placed, isShifted: placed.ranges[0]!.start !== anchor.ranges[0]!.start };
  if (anchor.revision !== carry.from || stays.has(id)) return undefined;
  const ranges: Range[] = [];
  for (const { start, end } of anchor.ranges) {
    const stretch = stretchAt(carry.stretches, start);
    if (!stretch || end > stretch[0] + stretch[1]) return undefined;
    const by = stretch[2] - stretch[0];
    ranges.push({ start: start + by, end: end + by });
  }
  const isShifted = ranges.some((range, i) => range.start !== anchor.ranges[i]!.start);
  return { ranges, quote: { ...anchor.quote, ...carry.quotes[id] }, isShifted };
}

/** The stretch in which a unit of the former text lies, by bisection. */
function stretchAt(stretches: Carry['stretches'], offset: number): Carry['stretches'][number] | undefined {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle]!;
    if (offset < stretch[0]) high = middle - 1;
    else if (offset >= stretch[0] + stretch[1]) low = middle + 1;
    else return stretch;
  }
  return undefined;
}

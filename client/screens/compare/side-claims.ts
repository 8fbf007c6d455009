import type { Comparison } from '../../../shared/comparing/comparison.ts';
import type { Range } from '../../../shared/model/anchor.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import type { Store } from '../../store/store.ts';
import type { Compared } from './comparing.ts';
import type { SideText } from './side-text.ts';

/** A claim as it stands in the margin of a side; the range is in UTF-16 code units of the text that is compared. */
export interface SideClaim {
  readonly id: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The claims of both sides, each by where it begins. */
export interface ClaimsBeside {
  readonly left: readonly SideClaim[];
  readonly right: readonly SideClaim[];
}

/**
 * Gets the claims of both sides. A claim stands on one revision. On a side that shows an older one stand those that wait
 * there to be placed, and those whose words both revisions have, where the other side shows where they stand now.
 */
export async function claimsBeside(
  store: Store,
  { left, right, comparison }: Compared,
): Promise<ClaimsBeside> {
  const [ours, theirs] = await Promise.all([ownClaims(store, left), ownClaims(store, right)]);
  const isSame = left.document.id === right.document.id && left.revision.id !== right.revision.id;
  const inOrder = (claims: readonly SideClaim[]) => [...claims].sort((a, b) => a.start - b.start);
  const lacking = (side: SideText) => isSame && side.revision.id !== currentRevision(side.document).id;
  return {
    left: inOrder([...ours, ...(lacking(left) ? facing(theirs, comparison, 'right', 'left') : [])]),
    right: inOrder([...theirs, ...(lacking(right) ? facing(ours, comparison, 'left', 'right') : [])]),
  };
}

async function ownClaims(store: Store, side: SideText): Promise<SideClaim[]> {
  const { document, revision, start, text } = side;
  const { table } = await store.peekClaims(document.id);
  const isCurrent = revision.id === (table.revision ?? currentRevision(document).id);
  const at = ({ id, type }: { id: string; type: string }, ranges: readonly Range[]): SideClaim => ({
    id,
    type,
    start: ranges[0]!.start - start,
    end: ranges[ranges.length - 1]!.end - start,
  });
  const within = (claim: SideClaim) => claim.start >= 0 && claim.end <= text.length;
  if (isCurrent)
    return table
      .touching(start, start + text.length)
      .map(slot => at(table.rowAt(slot), table.rangesAt(slot)))
      .filter(within);
  const waiting = Array.from(table.waiting, slot => table.idAt(slot));
  await store.loadClaims(waiting);
  return waiting
    .map(id => store.get('claim', id)?.object)
    .filter(claim => claim?.anchor.revision === revision.id)
    .map(claim => at(claim!, claim!.anchor.ranges))
    .filter(within);
}

/** The claims of one side whose words the other side has as well, as they stand there. */
function facing(
  claims: readonly SideClaim[],
  { runs }: Comparison,
  from: 'left' | 'right',
  to: 'left' | 'right',
): SideClaim[] {
  const found: SideClaim[] = [];
  let place = 0;
  for (const claim of claims) {
    while (place < runs.length && runs[place]![from].end <= claim.start) place++;
    const run = runs[place];
    if (run?.kind !== 'same' || claim.start < run[from].start || claim.end > run[from].end) continue;
    const by = run[to].start - run[from].start;
    found.push({ ...claim, start: claim.start + by, end: claim.end + by });
  }
  return found;
}

/** @returns the claims that begin in a stretch, of claims in order */
export function claimsIn(claims: readonly SideClaim[], start: number, end: number): readonly SideClaim[] {
  const first = firstFrom(claims, start);
  return end > start ? claims.slice(first, firstFrom(claims, end)) : [];
}

function firstFrom(claims: readonly SideClaim[], at: number): number {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claims[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

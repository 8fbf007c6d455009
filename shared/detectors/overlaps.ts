import { claimType, isKindOf } from '../claim-types/registry.ts';
import type { Range } from '../model/anchor.ts';

/** What the overlap of proposals is judged by. */
interface Placed {
  readonly type: string;
  readonly ranges: readonly Range[];
  /** The place of its detector in the registry. */
  readonly rank: number;
  /** Whether it was learned: what detectors propose by themselves comes first. */
  readonly isLearned?: boolean;
}

/** Types that hold others: a citation has dates and people in it. */
const HOLDERS = new Set(['citation', 'quotation', 'statement', 'list']);

export const startOf = ({ ranges }: Pick<Placed, 'ranges'>): number => ranges[0]!.start;
export const endOf = ({ ranges }: Pick<Placed, 'ranges'>): number => ranges.at(-1)!.end;

/** @returns the more general type that a type is a kind of, or itself */
const familyOf = (type: string): string => claimType(type)?.parent ?? type;

/**
 * Settles overlaps: of two proposals that overlap, the more special kind of the same thing stays, then the longer one,
 * then the one of the earlier detector. What may hold others is compared with its like only.
 * @returns those that stay, in text order
 */
export function withoutOverlaps<T extends Placed>(proposals: readonly T[]): T[] {
  const flat = proposals.filter(({ type }) => !HOLDERS.has(type));
  const holders = [...HOLDERS].flatMap(type => settled(proposals.filter(one => one.type === type)));
  return inTextOrder([...settled(flat), ...holders]);
}

/** Sorts by place, what holds another first. */
function inTextOrder<T extends Placed>(proposals: T[]): T[] {
  return proposals.sort(
    (a, b) =>
      startOf(a) - startOf(b) ||
      endOf(b) - endOf(a) ||
      a.rank - b.rank ||
      (a.type < b.type ? -1 : a.type > b.type ? 1 : 0),
  );
}

function settled<T extends Placed>(proposals: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of inTextOrder([...proposals])) {
    let loses = false;
    while (kept.length > 0 && endOf(kept.at(-1)!) > startOf(one)) {
      if (!isBetter(one, kept.at(-1)!)) {
        loses = true;
        break;
      }
      kept.pop();
    }
    if (!loses) kept.push(one);
  }
  return kept;
}

function isBetter(one: Placed, other: Placed): boolean {
  if (Boolean(one.isLearned) !== Boolean(other.isLearned)) return !one.isLearned;
  const same = familyOf(one.type) === familyOf(other.type);
  if (same && one.type !== other.type && startOf(one) === startOf(other) && endOf(one) === endOf(other)) {
    if (isKindOf(one.type, other.type)) return true;
    if (isKindOf(other.type, one.type)) return false;
  }
  const [length, otherLength] = [endOf(one) - startOf(one), endOf(other) - startOf(other)];
  if (length !== otherLength) return length > otherLength;
  return one.rank < other.rank;
}

import type { DateValue } from './date.ts';
import { inYear, type TimeSpan, timeSpans, yearOf } from './time-spans.ts';

/** How the days of one date lie to those of another; `incomparable` where one is not understood. */
export type DateRelation = 'equal' | 'contains' | 'within' | 'overlaps' | 'disjoint' | 'incomparable';

interface DateComparison {
  readonly relation: DateRelation;
  /** Whether it holds whatever the words mean: no ambiguity, no "about", no season, no year left out decides it. */
  readonly certain: boolean;
  /** Days between the two where they are disjoint, else 0; without regard to years where one has none. */
  readonly gap: number;
}

/**
 * Compares two dates by the days they cover: "April 2011" contains "7 April 2011", "30 August" contains every
 * 30 August. An ambiguous date is disjoint from another only in all its meanings.
 */
export function compareDates(one: DateValue | string, other: DateValue | string): DateComparison {
  const [left, right] = [edtfOf(one), edtfOf(other)];
  const [ours, theirs] = [timeSpans(left), timeSpans(right)];
  if (ours.length === 0 || theirs.length === 0)
    return { relation: left === right ? 'equal' : 'incomparable', certain: false, gap: 0 };
  const all = ours.flatMap(a => theirs.map(b => compareSpans(a, b)));
  const relations = new Set(all.map(({ relation }) => relation));
  const isHedged = [...ours, ...theirs].some(span => span.hedged);
  const isAssumed = [one, other].some(date => typeof date !== 'string' && date.assumed !== undefined);
  const isOpen = ours.length > 1 || theirs.length > 1;
  if (left === right)
    return { relation: 'equal', certain: !isHedged && !isAssumed && !isOpen && !ours[0]!.anyYear, gap: 0 };
  if (relations.size > 1) return { relation: 'overlaps', certain: false, gap: 0 };
  const [relation] = relations as Set<DateRelation>;
  const yearless = ours[0]!.anyYear && theirs[0]!.anyYear;
  const gap = Math.min(...all.map(comparison => comparison.gap));
  return {
    relation: relation!,
    certain: !isHedged && !isAssumed && !(yearless && relation !== 'disjoint'),
    gap,
  };
}

/**
 * Whether one date ends before the other begins, in every meaning of both, their years written.
 * Hedged dates ("c. 1984", "spring 2011") are before nothing.
 */
export function certainlyBefore(one: DateValue | string, other: DateValue | string): boolean {
  const [ours, theirs] = [timeSpans(edtfOf(one)), timeSpans(edtfOf(other))];
  if (ours.length === 0 || theirs.length === 0) return false;
  if ([...ours, ...theirs].some(span => span.hedged || span.anyYear)) return false;
  return Math.max(...ours.map(span => span.to)) < Math.min(...theirs.map(span => span.from));
}

const edtfOf = (date: DateValue | string) => (typeof date === 'string' ? date : date.edtf);

function compareSpans(a: TimeSpan, b: TimeSpan): { relation: DateRelation; gap: number } {
  if (a.anyYear === b.anyYear) return compareDays(a, b);
  return a.anyYear ? compareAnyYear(a, b) : turned(compareAnyYear(b, a));
}

function compareDays(a: TimeSpan, b: TimeSpan): { relation: DateRelation; gap: number } {
  if (a.to < b.from) return { relation: 'disjoint', gap: b.from - a.to };
  if (b.to < a.from) return { relation: 'disjoint', gap: a.from - b.to };
  if (a.from === b.from && a.to === b.to) return { relation: 'equal', gap: 0 };
  if (a.from <= b.from && a.to >= b.to) return { relation: 'contains', gap: 0 };
  if (b.from <= a.from && b.to >= a.to) return { relation: 'within', gap: 0 };
  return { relation: 'overlaps', gap: 0 };
}

/** A date without a year beside one that has one: the same days of the year before, of that year and of the next are tried. */
function compareAnyYear(anyYear: TimeSpan, known: TimeSpan): { relation: DateRelation; gap: number } {
  if (known.to - known.from >= 366) return { relation: 'overlaps', gap: 0 };
  const years = new Set([known.from, known.to].flatMap(day => [-1, 0, 1].map(shift => yearOf(day) + shift)));
  const tried = [...years].map(year => compareDays(inYear(anyYear, year), known));
  const met = tried.find(({ relation }) => relation !== 'disjoint');
  if (!met) return { relation: 'disjoint', gap: Math.min(...tried.map(({ gap }) => gap)) };
  const isAll = met.relation === 'equal' || met.relation === 'contains';
  return { relation: isAll ? 'contains' : 'overlaps', gap: 0 };
}

function turned({ relation, gap }: { relation: DateRelation; gap: number }): {
  relation: DateRelation;
  gap: number;
} {
  return { relation: relation === 'contains' ? 'within' : relation, gap };
}

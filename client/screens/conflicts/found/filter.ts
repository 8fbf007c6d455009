import type { Versioned } from '../../../../shared/model/change.ts';
import { findingSeverity, severity } from '../../../../shared/model/scales.ts';
import type { FoundCase } from './cases.ts';

/** How grave what the queue shows has to be: all but the rules' remarks, all, or one step of the scale. */
export const gravities = ['matters', 'all', ...severity.codes] as const;
export type Gravity = (typeof gravities)[number];

/** What the queue is narrowed to. */
export interface QueueFilter {
  readonly gravity: Gravity;
  readonly kind?: string;
  readonly rule?: string;
}

export const wholeQueue: QueueFilter = { gravity: 'matters' };

type Held = Versioned<'conflict'>;

/** @returns the rules that speak for a conflict; `by-hand` where a person raised it */
export const rulesOf = ({ object }: Held, found: FoundCase | undefined): readonly string[] =>
  found
    ? [found.told.rule]
    : [...new Set(object.grounds.filter(ground => ground.for).map(({ rule }) => rule))];

/** Whether a conflict is to be seen, by what is asked of it. */
export function passes(
  held: Held,
  found: FoundCase | undefined,
  { gravity, kind, rule }: QueueFilter,
): boolean {
  return (
    isGraveEnough(held, found, gravity) &&
    (kind === undefined || held.object.kind === kind) &&
    (rule === undefined || rulesOf(held, found).includes(rule))
  );
}

function isGraveEnough(held: Held, found: FoundCase | undefined, gravity: Gravity): boolean {
  if (gravity === 'all') return true;
  if (gravity !== 'matters') return held.object.severity === gravity;
  return found === undefined || REMARKS_FROM > findingSeverity.codes.indexOf(found.told.severity);
}

/** Where the scale of findings goes over to what is merely worth knowing. */
const REMARKS_FROM = findingSeverity.codes.indexOf('info');

/** @returns how many of what is shown otherwise there are by a property, most first */
export function counted(all: readonly Held[], of: (held: Held) => readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const held of all) for (const one of of(held)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

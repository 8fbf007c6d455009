import type { Versioned } from '../../../shared/model/change.ts';
import { severity } from '../../../shared/model/scales.ts';

export type QueueOrder = 'matters' | 'newest' | 'oldest';
export type QueueState = 'open' | 'settled' | 'all';

type Held = Versioned<'conflict'>;

const rank = ({ object }: Held): number => severity.codes.indexOf(object.severity);
const newestFirst = (a: Held, b: Held): number => b.object.raisedAt.localeCompare(a.object.raisedAt);

const ORDERS: Record<QueueOrder, (a: Held, b: Held) => number> = {
  matters: (a, b) => rank(a) - rank(b) || newestFirst(b, a),
  newest: newestFirst,
  oldest: (a, b) => newestFirst(b, a),
};

/** @returns the conflicts of a state in order; open ones always stand before settled ones, and those that came back before all. */
export function queueOf(
  conflicts: readonly Held[],
  state: QueueState,
  order: QueueOrder,
  cameBack: (held: Held) => boolean,
): Held[] {
  const group = (held: Held): number => (cameBack(held) ? 0 : held.object.state === 'open' ? 1 : 2);
  return conflicts
    .filter(held => state === 'all' || held.object.state === state || (state === 'open' && cameBack(held)))
    .sort((a, b) => group(a) - group(b) || ORDERS[order](a, b));
}

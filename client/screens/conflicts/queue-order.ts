import type { Versioned } from '../../../shared/model/change.ts';
import { severity } from '../../../shared/model/scales.ts';

export const queueOrders = ['matters', 'newest', 'oldest'] as const;
export type QueueOrder = (typeof queueOrders)[number];
/** `dismissed` is what rules found and somebody refused: no conflicts, so that the queue is empty beside it. */
export const queueStates = ['open', 'settled', 'dismissed', 'all'] as const;
export type QueueState = (typeof queueStates)[number];

type Held = Versioned<'conflict'>;

const rank = ({ object }: Held): number => severity.codes.indexOf(object.severity);
const newestFirst = (a: Held, b: Held): number =>
  a.object.raisedAt < b.object.raisedAt ? 1 : a.object.raisedAt > b.object.raisedAt ? -1 : 0;

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
  const isSettled = (held: Held): boolean => held.object.state === 'settled';
  return conflicts
    .map(held => ({ held, group: cameBack(held) ? 0 : isSettled(held) ? 2 : 1 }))
    .filter(
      ({ held, group }) =>
        state === 'all' || held.object.state === state || (state === 'open' && group === 0),
    )
    .sort((a, b) => a.group - b.group || ORDERS[order](a.held, b.held))
    .map(({ held }) => held);
}

import type { FateTotals, ObjectDifference } from '../../../shared/api/routes/history.ts';
import { differencesOf, fateBetween } from '../../../shared/history/difference.ts';
import type { World } from '../../../shared/history/world.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { kinds } from '../../../shared/model/objects.ts';

/** Longest text that a difference shows, in UTF-16 code units. */
const LONG = 2000;

/** The same object in two states. */
export interface Pair {
  readonly before: Versioned | undefined;
  readonly after: Versioned | undefined;
}

/** @returns what stands otherwise in two worlds, kind by kind in the order of the model */
export function pairsBetween(before: World, after: World): Pair[] {
  const keys = new Set([...before.keys, ...after.keys]);
  const pairs: Pair[] = [];
  for (const key of keys) {
    const pair = { before: before.at(key), after: after.at(key) };
    if (pair.before !== pair.after && fateBetween(pair.before, pair.after) !== 'same') pairs.push(pair);
  }
  const rank = ({ before, after }: Pair) => kinds.indexOf((after ?? before)!.kind);
  return pairs.sort((a, b) => rank(a) - rank(b));
}

/** @returns how many had each fate */
export function totalsOf(pairs: readonly Pair[]): FateTotals {
  const totals = { added: 0, removed: 0, 'brought-back': 0, changed: 0 };
  for (const { before, after } of pairs) {
    const fate = fateBetween(before, after);
    if (fate !== 'same') totals[fate]++;
  }
  return totals;
}

/** @returns what became of an object, path by path where it is there in both states */
export function told({ before, after }: Pair): ObjectDifference {
  const { kind, id } = (after ?? before)!;
  const fate = fateBetween(before, after) as ObjectDifference['fate'];
  const fields = before && after ? differencesOf(kind, before.object, after.object) : [];
  return {
    ...{ kind, id, fate },
    fields: fields.map(({ path, old, now }) => ({
      path,
      ...(old === undefined ? {} : { old: shortened(old) }),
      ...(now === undefined ? {} : { now: shortened(now) }),
    })),
  };
}

/** @returns the ids by which what differs names other objects */
export function namedIn(objects: readonly ObjectDifference[]): string[] {
  return objects.flatMap(({ fields }) =>
    fields.flatMap(({ path, old, now }) => (path.endsWith('Id') ? [old, now].filter(isId) : [])),
  );
}

const isId = (value: unknown): value is string => typeof value === 'string' && value.length === 36;

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > LONG ? `${value.slice(0, LONG)}…` : value;
  if (Array.isArray(value)) return value.map(shortened);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shortened(member)]));
}

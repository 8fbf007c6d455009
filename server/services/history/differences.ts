import type { FateTotals, ObjectDifference } from '../../../shared/api/routes/history.ts';
import { differencesOf, type FieldDifference, fateBetween } from '../../../shared/history/difference.ts';
import type { World } from '../../../shared/history/world.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
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

/** Whether a claim only went along with a new text: the same words at the same place, in another revision. */
function wentAlong({ before, after }: Pair): boolean {
  if (before?.kind !== 'claim' || !after) return false;
  const [was, is] = [before.object as Claim, after.object as Claim];
  return (
    was.anchor.revision !== is.anchor.revision &&
    was.anchor.quote.exact === is.anchor.quote.exact &&
    (is.anchorState === 'intact' || is.anchorState === 'shifted')
  );
}

/** @returns whether anything of an object is different but that it went along with a new text */
export const isTold = (pair: Pair): boolean =>
  fateBetween(pair.before, pair.after) !== 'changed' || fieldsOf(pair).length > 0;

function fieldsOf(pair: Pair): FieldDifference[] {
  const { before, after } = pair;
  if (!before || !after) return [];
  const fields = differencesOf(after.kind, before.object, after.object);
  return wentAlong(pair) ? fields.filter(({ path }) => path !== 'anchor' && path !== 'anchorState') : fields;
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
export function told(pair: Pair): ObjectDifference {
  const { before, after } = pair;
  const { kind, id } = (after ?? before)!;
  const fate = fateBetween(before, after) as ObjectDifference['fate'];
  return {
    ...{ kind, id, fate },
    fields: fieldsOf(pair).map(({ path, old, now }) => ({
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

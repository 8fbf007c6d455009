import { itemId } from '../change/paths.ts';
import { sameJson } from '../json/canonical.ts';
import type { Versioned } from '../model/change.ts';
import { type AnyObject, type Kind, shapes } from '../model/objects.ts';

/**
 * What one path holds at two moments: `verdict`, `fields.role`, `evidence/<item>`, `evidence/<item>/stance`. `old` or
 * `now` is missing where there was or is nothing.
 */
export interface FieldDifference {
  readonly path: string;
  readonly old?: unknown;
  readonly now?: unknown;
}

/** What became of an object between two moments. */
export type Fate = 'added' | 'removed' | 'brought-back' | 'changed' | 'same';

type Fields = Readonly<Record<string, unknown>>;

/** @returns what became of an object; one that is removed counts as not there. */
export function fateBetween(before: Versioned | undefined, after: Versioned | undefined): Fate {
  const was = before !== undefined && !before.removed;
  const is = after !== undefined && !after.removed;
  if (!was && !is) return 'same';
  if (!was) return before ? 'brought-back' : 'added';
  if (!is) return 'removed';
  if (before.object === after.object) return 'same';
  return differencesOf(after.kind, before.object, after.object).length > 0 ? 'changed' : 'same';
}

/** @returns the paths at which two states of an object differ, fields before lists; the order of lists does not count. */
export function differencesOf(kind: Kind, before: AnyObject, after: AnyObject): FieldDifference[] {
  const { settable, records, lists } = shapes[kind];
  const old = before as unknown as Fields;
  const now = after as unknown as Fields;
  return [
    ...settable.flatMap(name => fieldDifference(name, old[name], now[name])),
    ...records.flatMap(name =>
      inFields((old[name] ?? {}) as Fields, (now[name] ?? {}) as Fields, key => `${name}.${key}`),
    ),
    ...lists.flatMap(list => inList(list, (old[list] ?? []) as unknown[], (now[list] ?? []) as unknown[])),
  ];
}

function fieldDifference(path: string, old: unknown, now: unknown): FieldDifference[] {
  if (sameJson(old, now)) return [];
  return [{ path, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { now }) }];
}

function inFields(old: Fields, now: Fields, pathOf: (key: string) => string): FieldDifference[] {
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys].flatMap(key => fieldDifference(pathOf(key), old[key], now[key]));
}

function inList(list: string, old: readonly unknown[], now: readonly unknown[]): FieldDifference[] {
  const before = new Map(old.map(item => [itemId(item), item]));
  const after = new Map(now.map(item => [itemId(item), item]));
  const found: FieldDifference[] = [];
  for (const [id, item] of before) {
    const path = `${list}/${id}`;
    const other = after.get(id);
    if (other === undefined) found.push({ path, old: item });
    else if (typeof item === 'object' && !sameJson(item, other))
      found.push(...inFields(item as Fields, other as Fields, key => `${path}/${key}`));
  }
  for (const [id, item] of after) if (!before.has(id)) found.push({ path: `${list}/${id}`, now: item });
  return found;
}

import type { Change, Operation, Versioned } from '../model/change.ts';

/**
 * Paths name what a change touches: `workflow`, `fields.role`, `evidence/<item>` (the item as a whole),
 * `evidence/<item>/stance` (one field of it), and `*` (the object as a whole).
 */
export function touchedPaths(operation: Operation): string[] {
  switch (operation.op) {
    case 'create':
    case 'add':
    case 'redact':
      return [];
    case 'set':
      return Object.keys(operation.values);
    case 'edit':
      return Object.keys(operation.values).map(field => `${operation.list}/${operation.item}/${field}`);
    case 'drop':
      return [`${operation.list}/${operation.item}`];
    case 'remove':
    case 'restore':
      return ['*'];
    case 'revise':
      return ['revisions'];
  }
}

/** @returns the id of the change that last touched a path of an object. */
export function stampOf(held: Versioned, path: string): string {
  if (path === '*') return held.last;
  const stamp = held.stamps[path];
  if (stamp) return stamp;
  const [list, item] = path.split('/');
  return (item && held.stamps[`${list}/${item}+`]) || held.created;
}

/** @returns the `base` of a change made by someone who sees the object as `held`. */
export function baseFor(held: Versioned | undefined, operation: Operation): Change['base'] {
  if (!held) return {};
  return Object.fromEntries(touchedPaths(operation).map(path => [path, stampOf(held, path)]));
}

/** @returns the stamps after a change: what it touched now bears its id. */
export function stampsAfter(held: Versioned, change: Change): Record<string, string> {
  const stamps = { ...held.stamps };
  const { operation } = change;
  for (const path of touchedPaths(operation)) if (path !== '*') stamps[path] = change.id;
  if (operation.op === 'edit') stamps[`${operation.list}/${operation.item}`] = change.id;
  if (operation.op === 'add' || operation.op === 'drop') {
    // An item that goes or comes ends whatever was known of its fields: who edits it unaware of that must meet this change.
    const path = `${operation.list}/${operation.op === 'add' ? itemId(operation.item) : operation.item}`;
    for (const known of Object.keys(stamps)) {
      if (known === path || known.startsWith(`${path}/`)) delete stamps[known];
    }
    stamps[path] = change.id;
    stamps[`${path}+`] = change.id;
  }
  return stamps;
}

/** @returns a list item's id: its `id` member, or itself where it is a string. */
export function itemId(item: unknown): string {
  return typeof item === 'string' ? item : String((item as { id?: unknown }).id ?? '');
}

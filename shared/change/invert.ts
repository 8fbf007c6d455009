import { sameJson } from '../json/canonical.ts';
import type { Before, Change, Operation, Versioned } from '../model/change.ts';
import { itemId } from './paths.ts';
import { readPath } from './read-path.ts';

/**
 * @returns the operation that takes a change back, given what it overwrote; undefined for `revise`: a document goes back
 * to an earlier text by another revision; and for `redact`: what was destroyed stays so
 */
export function invertChange(change: Change, before: Before): Operation | undefined {
  const { operation } = change;
  switch (operation.op) {
    case 'create':
      return { op: 'remove' };
    case 'set':
      return { op: 'set', values: before.values ?? {} };
    case 'add':
      return { op: 'drop', list: operation.list, item: itemId(operation.item) };
    case 'edit':
      return { op: 'edit', list: operation.list, item: operation.item, values: before.values ?? {} };
    case 'drop':
      return {
        op: 'add',
        list: operation.list,
        item: before.item as string | Record<string, never>,
        ...(before.at === undefined ? {} : { at: before.at }),
      };
    case 'remove':
      return { op: 'restore' };
    case 'restore':
      return { op: 'remove' };
    case 'revise':
    case 'redact':
      return undefined;
  }
}

/**
 * Whether taking a change back now would undo that change and nothing else: what it set still stands.
 * @returns undefined where it may be taken back, else the path that was changed since
 */
export function changedSince(held: Versioned | undefined, change: Change): string | undefined {
  if (!held) return '*';
  const { operation } = change;
  const reachesIn = operation.op !== 'create' && operation.op !== 'restore' && operation.op !== 'remove';
  if (held.removed && reachesIn) return '*';
  switch (operation.op) {
    case 'create':
    case 'restore':
      return held.removed ? '*' : undefined;
    case 'remove':
      return held.removed ? undefined : '*';
    case 'set':
      return Object.keys(operation.values).find(
        path => !sameJson(readPath(held, path), operation.values[path] ?? undefined),
      );
    case 'edit': {
      const path = `${operation.list}/${operation.item}`;
      return Object.keys(operation.values)
        .map(field => `${path}/${field}`)
        .find((full, i) => !sameJson(readPath(held, full), Object.values(operation.values)[i] ?? undefined));
    }
    case 'add': {
      const path = `${operation.list}/${itemId(operation.item)}`;
      return sameJson(readPath(held, path), operation.item) ? undefined : path;
    }
    case 'drop': {
      const path = `${operation.list}/${operation.item}`;
      return readPath(held, path) === undefined ? undefined : path;
    }
    case 'revise':
      return 'revisions';
    case 'redact':
      return '*';
  }
}

import type { Versioned } from '../model/change.ts';
import { itemId } from './paths.ts';

/** @returns the value that stands at a path of an object, undefined where there is none; for `*`, `removed` or `present`. */
export function readPath(held: Versioned, path: string): unknown {
  if (path === '*') return held.removed ? 'removed' : 'present';
  const object = held.object as unknown as Record<string, unknown>;
  const slash = path.indexOf('/');
  if (slash < 0) return readField(object, path);
  const list = path.slice(0, slash);
  const rest = path.slice(slash + 1);
  const item = findItem(object, list, rest);
  if (item !== undefined) return item;
  const cut = rest.lastIndexOf('/');
  if (cut < 0) return undefined;
  const owner = findItem(object, list, rest.slice(0, cut));
  return owner && typeof owner === 'object'
    ? readField(owner as Record<string, unknown>, rest.slice(cut + 1))
    : undefined;
}

function findItem(object: Record<string, unknown>, list: string, id: string): unknown {
  const items = object[list];
  return Array.isArray(items) ? items.find(item => itemId(item) === id) : undefined;
}

/** Reads `workflow` or `fields.role`; inherited members do not count. */
export function readField(object: Record<string, unknown>, path: string): unknown {
  const dot = path.indexOf('.');
  const name = dot < 0 ? path : path.slice(0, dot);
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  if (dot < 0) return value;
  const key = path.slice(dot + 1);
  return value && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

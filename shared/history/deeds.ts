import type { Change, LogEntry, Operation } from '../model/change.ts';
import type { Kind } from '../model/objects.ts';

/** The same thing done to one object or to several in one gesture. */
export interface Deed {
  readonly kind: Kind;
  /** What was done, as to the first of them; long values are left out. */
  readonly operation: Operation;
  readonly why?: string;
  /** To how many. */
  readonly count: number;
  /** The first of them. */
  readonly objectIds: readonly string[];
}

/** Most objects that a deed names. */
const NAMED = 12;
/** Most deeds that an entry is told in; the last then stands for all that is left. */
const TOLD = 8;
/** Longest text that is told whole; UTF-16 code units. */
const LONG = 300;

/** @returns what an entry did, like with like, in the order in which it was begun; and how many changes are not told */
export function deedsOf({ changes }: LogEntry): { deeds: Deed[]; more: number } {
  const gathered = new Map<string, { change: Change; objectIds: Set<string> }>();
  for (const change of changes) {
    const key = sortOf(change);
    const known = gathered.get(key);
    if (known) known.objectIds.add(change.objectId);
    else gathered.set(key, { change, objectIds: new Set([change.objectId]) });
  }
  const all = [...gathered.values()];
  const deeds = all.slice(0, TOLD).map(
    ({ change: { kind, operation, why }, objectIds }): Deed => ({
      kind,
      operation: briefly(operation),
      ...(why === undefined ? {} : { why: cut(why) }),
      count: objectIds.size,
      objectIds: [...objectIds].slice(0, NAMED),
    }),
  );
  return { deeds, more: all.slice(TOLD).reduce((sum, { objectIds }) => sum + objectIds.size, 0) };
}

/** What a change has in common with those that are told as one with it. */
function sortOf({ kind, operation, why = '' }: Change): string {
  const own = [kind, operation.op, why];
  switch (operation.op) {
    case 'create':
      return JSON.stringify([...own, operation.value.type]);
    case 'set':
      return JSON.stringify([
        ...own,
        ...Object.entries(operation.values).map(([path, value]) => [path, plain(value)]),
      ]);
    case 'edit':
      return JSON.stringify([...own, operation.list, Object.keys(operation.values)]);
    case 'add':
      return JSON.stringify([
        ...own,
        operation.list,
        typeof operation.item === 'string' ? operation.item : operation.item.outcome,
      ]);
    case 'drop':
      return JSON.stringify([...own, operation.list, operation.list === 'tags' ? operation.item : '']);
    default:
      return JSON.stringify(own);
  }
}

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? 'something' : typeof value === 'string' ? cut(value) : value;

/** As much of an operation as a sentence about it needs. */
function briefly(operation: Operation): Operation {
  switch (operation.op) {
    case 'create': {
      const { type, title, preferred } = operation.value;
      return { op: 'create', value: shortened({ type, title, preferred }) as never };
    }
    case 'set':
      return { op: 'set', values: shortened(operation.values) as never };
    case 'edit':
      return { ...operation, values: shortened(operation.values) as never };
    case 'add': {
      const { item } = operation;
      if (typeof item === 'string') return { ...operation, item: cut(item) };
      const { id, outcome } = item;
      return { ...operation, item: shortened({ id, outcome }) as never };
    }
    case 'drop':
      return { ...operation, item: cut(operation.item) };
    case 'revise': {
      const { carry } = operation;
      return { ...operation, carry: { ...carry, stretches: [], stays: [], quotes: {}, placed: {} } };
    }
    case 'redact':
      return { ...operation, lines: [] };
    default:
      return operation;
  }
}

const shortened = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined) return [];
      if (typeof value === 'object' && value !== null) return [[name, Array.isArray(value) ? [] : {}]];
      return [[name, typeof value === 'string' ? cut(value) : value]];
    }),
  );

const cut = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG - 1).trimEnd()}…` : text);

/** Most milliseconds between two groups of one gesture. */
const BREATH = 60_000;
/** Changes of a group that is one of several of its gesture, each as large as a group may be; the last may be smaller. */
export const FULL = 1000;

/**
 * A gesture of many changes is committed in several groups, one right after the other. They are known by this: the one
 * before is as large as a group of several may be, by the same hand, and a moment ago.
 */
export const goesOn = (before: LogEntry, next: LogEntry): boolean =>
  before.changes.length === FULL &&
  before.by === next.by &&
  Date.parse(next.at) - Date.parse(before.at) < BREATH;

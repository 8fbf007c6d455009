import type { Draft } from '../change/draft.ts';
import { itemId } from '../change/paths.ts';
import type { Operation, Versioned } from '../model/change.ts';
import type { Claim } from '../model/claim.ts';
import { currentRevision, type Document } from '../model/document.ts';
import { type Kind, shapes } from '../model/objects.ts';
import { differencesOf } from './difference.ts';

/** What changes of objects cannot bring back: a document's `text`, or a claim's `place` in a text that is another one now. */
export type Unable = 'text' | 'place';

/** The changes that bring an object to another state, and what they leave as it is. */
export interface Way {
  readonly drafts: readonly Draft[];
  readonly unable: readonly Unable[];
}

type Values = Extract<Operation, { op: 'set' }>['values'];
type Item = Extract<Operation, { op: 'add' }>['item'];

/**
 * @param now the object as it stands; undefined where it never was
 * @param then the state it shall have; undefined where it shall not be, which for one that is there means removed
 * @param why goes with each of the changes
 * @returns as few changes as bring it there, in order
 */
export function wayToward(now: Versioned | undefined, then: Versioned | undefined, why?: string): Way {
  const wanted = then && !then.removed ? then : undefined;
  const one = (operation: Operation): Draft => {
    const { kind, id } = (now ?? wanted)!;
    return { kind, objectId: id, operation, ...(why === undefined ? {} : { why }) };
  };
  if (!wanted)
    return now && !now.removed ? { drafts: [one({ op: 'remove' })], unable: [] } : { drafts: [], unable: [] };
  if (!now) return { drafts: [one({ op: 'create', value: wanted.object as never })], unable: [] };
  const unable = unableToward(now, wanted);
  return {
    drafts: [
      ...(now.removed ? [one({ op: 'restore' })] : []),
      ...operationsToward(now, wanted, unable).map(one),
    ],
    unable,
  };
}

function unableToward(now: Versioned, then: Versioned): Unable[] {
  if (now.kind === 'document') {
    const texts = [now, then].map(({ object }) => currentRevision(object as Document).textSha256);
    return texts[0] === texts[1] ? [] : ['text'];
  }
  if (now.kind !== 'claim') return [];
  const [here, there] = [now, then].map(({ object }) => (object as Claim).anchor);
  return here!.revision === there!.revision ? [] : ['place'];
}

/** What only the import of a text, or the placing of a claim in one, may change. */
const kept = (kind: Kind, path: string, unable: readonly Unable[]): boolean =>
  kind === 'document'
    ? /^revisions\/[^/]+(\/(?!label$)|$)/.test(path)
    : unable.includes('place') && (path === 'anchor' || path === 'anchorState');

function operationsToward(now: Versioned, then: Versioned, unable: readonly Unable[]): Operation[] {
  const { kind } = now;
  const set: Values = {};
  const edits = new Map<string, { list: string; item: string; values: Values }>();
  for (const { path, now: value = null } of differencesOf(kind, now.object, then.object)) {
    if (kept(kind, path, unable)) continue;
    const [list, item, field] = partsOf(path);
    if (item === undefined) set[path] = value as null;
    else if (field !== undefined) {
      const edit = edits.get(`${list}/${item}`) ?? { list: list!, item, values: {} };
      edit.values[field] = value as null;
      edits.set(`${list}/${item}`, edit);
    }
  }
  const lists = kind === 'document' ? [] : shapes[kind].lists;
  return [
    ...(Object.keys(set).length > 0 ? [{ op: 'set', values: set } as const] : []),
    ...[...edits.values()].map(edit => ({ op: 'edit', ...edit }) as const),
    ...lists.flatMap(list => listToward(list, itemsOf(now, list), itemsOf(then, list))),
  ];
}

/** The list, the item and the field that a path names; an item's id may hold slashes where it is a text, fields are of objects with ids. */
function partsOf(path: string): [string, string | undefined, string | undefined] {
  const [, list, rest] = /^([^/]+)\/(.*)$/s.exec(path) ?? [];
  if (list === undefined) return [path, undefined, undefined];
  const [, item, field] = /^([0-9a-f-]{36})\/([^/]+)$/.exec(rest!) ?? [];
  return [list, item ?? rest, field];
}

const itemsOf = ({ object }: Versioned, list: string): readonly unknown[] =>
  ((object as unknown as Record<string, unknown>)[list] ?? []) as unknown[];

/** Takes out, puts in and puts elsewhere; what an item holds is changed by edits. */
function listToward(list: string, now: readonly unknown[], then: readonly unknown[]): Operation[] {
  const wanted = then.map(itemId);
  const operations: Operation[] = [];
  const standing = now.map(itemId).filter(id => {
    if (wanted.includes(id)) return true;
    operations.push({ op: 'drop', list, item: id });
    return false;
  });
  for (const [at, item] of then.entries()) {
    const id = wanted[at]!;
    if (standing[at] === id) continue;
    const from = standing.indexOf(id);
    if (from >= 0) {
      standing.splice(from, 1);
      operations.push({ op: 'drop', list, item: id });
    }
    operations.push({
      op: 'add',
      list,
      item: item as Item,
      ...(at === standing.length ? {} : { at }),
    });
    standing.splice(at, 0, id);
  }
  return operations;
}

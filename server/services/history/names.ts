import type { Name } from '../../../shared/api/routes/history.ts';
import type { Annotation } from '../../../shared/model/annotation.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { homeDocument, type Kind, kinds } from '../../../shared/model/objects.ts';
import type { Refusal } from '../../../shared/model/refusal.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { Desk } from '../desk.ts';

/** Longest name, in UTF-16 code units. */
const LONG = 120;

/** @returns what an object is called: its title or its words, empty where it has neither */
export function nameOf({ kind, object, removed }: Versioned): Name {
  const documentId = kind === 'refusal' ? (object as Refusal).documentId : homeDocument(kind, object);
  return {
    kind,
    name: cut(wordsOf(kind, object).replaceAll(/\s+/g, ' ').trim()),
    ...(documentId === undefined ? {} : { documentId }),
    ...(removed ? { removed: true as const } : {}),
  };
}

function wordsOf(kind: Kind, object: Versioned['object']): string {
  switch (kind) {
    case 'document':
      return (object as Document).title;
    case 'claim':
      return (object as Claim).anchor.quote.exact;
    case 'source': {
      const { title, URL: address } = (object as Source).csl as { title?: unknown; URL?: unknown };
      return String(title ?? address ?? '');
    }
    case 'entity':
      return (object as Entity).preferred;
    case 'conflict':
      return (object as Conflict).title;
    case 'annotation':
      return (object as Annotation).name;
    case 'refusal':
      return (object as Refusal).quote;
  }
}

function cut(words: string): string {
  if (words.length <= LONG) return words;
  return `${words
    .slice(0, LONG - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** @returns the names of objects, as they stand now */
export async function namesOf(
  desk: Desk,
  objects: Iterable<readonly [Kind, string]>,
): Promise<Record<string, Name>> {
  const names: Record<string, Name> = {};
  for (const [kind, id] of objects) {
    if (names[id]) continue;
    const held = await desk.storage.readObject(kind, id);
    if (held) names[id] = nameOf(held);
  }
  return names;
}

/** @returns the names of objects whose kind is not known */
export async function namesOfAny(desk: Desk, ids: Iterable<string>): Promise<Record<string, Name>> {
  const all: (readonly [Kind, string])[] = [];
  for (const id of new Set(ids)) for (const kind of kinds) all.push([kind, id]);
  return namesOf(desk, all);
}

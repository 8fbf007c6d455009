import { sameJson } from '../../../../shared/json/canonical.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { currentRevision, type Document } from '../../../../shared/model/document.ts';
import type { Entity } from '../../../../shared/model/entity.ts';
import { type AnyObject, type Kind, kinds } from '../../../../shared/model/objects.ts';
import type { RedactionReport } from '../../../../shared/model/redaction.ts';
import type { Refusal } from '../../../../shared/model/refusal.ts';
import type { HeldObjects } from '../../held-objects.ts';

const LONGEST = 80;
/** Passages shorter than that are not looked for in other documents, in UTF-16 code units. */
const TELLING = 6;

/** @returns the objects that are others without the words, by the names they went by before */
export function reached(before: HeldObjects, after: HeldObjects): RedactionReport['objects'] {
  return kinds.flatMap(kind =>
    before.list(kind).flatMap(({ id, object }) => {
      const now = after.get(kind, id);
      return now && sameJson(now.object, object) ? [] : [{ kind, id, name: nameOf(kind, object) }];
    }),
  );
}

/** @returns other documents in whose current text one of the passages stands */
export async function elsewhere(
  objects: HeldObjects,
  documentId: string,
  passages: readonly string[],
  text: (hash: string) => Promise<string>,
): Promise<RedactionReport['elsewhere']> {
  const told = [...new Set(passages.map(passage => passage.trim()))].filter(
    ({ length }) => length >= TELLING,
  );
  const found: { documentId: string; title: string }[] = [];
  for (const { id, object, removed } of objects.list('document')) {
    if (id === documentId || removed) continue;
    const other = await text(currentRevision(object).textSha256);
    if (told.some(passage => other.includes(passage))) found.push({ documentId: id, title: object.title });
  }
  return found;
}

function nameOf(kind: Kind, object: AnyObject): string {
  const name = wordsOf(kind, object).replace(/\s+/g, ' ').trim();
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

function wordsOf(kind: Kind, object: AnyObject): string {
  switch (kind) {
    case 'document':
      return (object as Document).title;
    case 'claim':
      return (object as Claim).anchor.quote.exact;
    case 'entity':
      return (object as Entity).preferred;
    case 'conflict':
      return (object as Conflict).title;
    case 'refusal':
      return (object as Refusal).quote;
    default:
      return String((object as { csl?: { title?: unknown } }).csl?.title ?? object.id);
  }
}

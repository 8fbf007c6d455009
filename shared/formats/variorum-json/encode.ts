import { canonicalJson } from '../../json/canonical.ts';
import type { Versioned } from '../../model/change.ts';
import { type Kind, kinds } from '../../model/objects.ts';
import { base64Pieces } from '../base64.ts';
import { type DeskView, pluralOf } from '../format.ts';
import { byId, inTextOrder } from '../order.ts';
import { inPieces } from '../pieces.ts';
import { referencesOf } from '../references.ts';
import { isOfClaims } from '../scope.ts';
import { BLOBS_LEFT_OUT, FORMAT_VERSION, LOG_LEFT_OUT, SCHEMA_ID } from './file.ts';

/** Writes a desk as Variorum JSON: one object, one blob, one entry of the log a line. */
export function encode(desk: DeskView): AsyncIterable<string> {
  return inPieces(write(desk));
}

async function* write(desk: DeskView): AsyncGenerator<string> {
  const { scope, objects } = desk;
  const whole = scope.of === 'whole';
  const live = <K extends Kind>(kind: K): readonly Versioned<K>[] =>
    (objects[kind] as readonly Versioned<K>[]).filter(held => !held.removed);
  yield `{\n"format":"variorum",\n"formatVersion":${FORMAT_VERSION},\n"$schema":"${SCHEMA_ID}",\n`;
  yield `"scope":${canonicalJson(scope)},\n`;
  if (whole) yield `"head":${canonicalJson({ seq: desk.head.seq, hash: desk.head.hash })},\n`;
  yield* list(pluralOf.document, plain(byId(live('document'))));
  yield* list(pluralOf.source, plain(byId(live('source'))));
  yield* list(pluralOf.entity, plain(byId(live('entity'))));
  yield* list(pluralOf.claim, plain(inTextOrder(live('claim'))));
  yield* list(pluralOf.conflict, plain(byId(live('conflict'))));
  const refusals = byId(live('refusal'));
  if (refusals.length > 0) yield* list(pluralOf.refusal, plain(refusals));
  const annotations = byId(live('annotation'));
  if (annotations.length > 0) yield* list(pluralOf.annotation, plain(annotations));
  yield* list('removed', removedOf(desk));
  if (!whole) yield* list('outside', outsideOf(desk));
  if (isOfClaims(scope)) yield `"blobs":${JSON.stringify(BLOBS_LEFT_OUT)},\n`;
  else yield* blobs(desk);
  if (whole) yield* list('log', desk.log(), '');
  else yield `"log":${JSON.stringify(LOG_LEFT_OUT)}`;
  yield '\n}\n';
}

async function* list(
  name: string,
  items: Iterable<unknown> | AsyncIterable<unknown>,
  end = ',\n',
): AsyncGenerator<string> {
  yield `"${name}":[`;
  let between = '\n';
  for await (const item of items) {
    yield between + canonicalJson(item);
    between = ',\n';
  }
  yield between === '\n' ? `]${end}` : `\n]${end}`;
}

async function* blobs(desk: DeskView): AsyncGenerator<string> {
  yield '"blobs":{';
  let between = '\n';
  for await (const [hash, bytes] of desk.blobs()) {
    yield `${between}"${hash}":"`;
    yield* base64Pieces(bytes);
    yield '"';
    between = ',\n';
  }
  yield between === '\n' ? '},\n' : '\n},\n';
}

function* plain(held: Iterable<Versioned>): Generator<unknown> {
  for (const { object } of held) yield object;
}

function* removedOf({ objects }: DeskView): Generator<unknown> {
  for (const kind of kinds)
    for (const { object, removed } of byId(objects[kind] as readonly Versioned[]))
      if (removed) yield { kind, object, removed };
}

/** What the objects refer to and the export does not hold, by kind and id. */
function* outsideOf({ objects }: DeskView): Generator<unknown> {
  const missing = new Map<Kind, Set<string>>(kinds.map(kind => [kind, new Set()]));
  const here = new Map<Kind, Set<string>>(kinds.map(kind => [kind, new Set(objects[kind].map(o => o.id))]));
  for (const from of kinds)
    for (const { object } of objects[from])
      for (const { kind, id } of referencesOf(from, object))
        if (!here.get(kind)!.has(id)) missing.get(kind)!.add(id);
  for (const kind of kinds) for (const id of [...missing.get(kind)!].sort()) yield { kind, id };
}

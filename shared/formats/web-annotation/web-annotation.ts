import { canonicalJson } from '../../json/canonical.ts';
import type { Versioned } from '../../model/change.ts';
import type { DeskView, Format } from '../format.ts';
import { leaveOfClaim, leaveOfDesk } from '../left-behind.ts';
import type { Losses } from '../losses.ts';
import { byId, inTextOrder } from '../order.ts';
import { inPieces } from '../pieces.ts';
import { present } from '../select.ts';
import { claimAnnotation } from './claim-annotation.ts';
import { conflictAnnotation } from './conflict-annotation.ts';
import { evidenceAnnotation } from './evidence-annotation.ts';
import { Places } from './place.ts';
import { read, recognises } from './read.ts';
import { CONTEXT, type Node, urn } from './terms.ts';

/**
 * W3C Web Annotation (Recommendation of 23 February 2017) as one collection: each claim in the order of the text,
 * followed by its evidence, then the conflicts. Positions are code points of the decoded text, which begins after
 * a byte order mark; its white space and its Unicode form are as they came. What was refused is left out: it annotates
 * nothing.
 */
export const webAnnotation: Format = {
  id: 'web-annotation',
  label: 'W3C Web Annotation (JSON-LD)',
  extension: 'jsonld',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  encode: (desk, losses) => inPieces(write(desk, losses)),
  read,
  recognises,
};

async function* write(desk: DeskView, losses: Losses): AsyncGenerator<string> {
  leave(desk, losses);
  const live = present(desk.objects);
  const claims = inTextOrder(live.claim);
  const conflicts = byId(live.conflict);
  const total = claims.reduce((sum, { object }) => sum + 1 + object.evidence.length, conflicts.length);
  const id = urn(desk.id);
  yield `{\n"@context":${JSON.stringify(CONTEXT)},\n"id":"${id}",\n"type":"AnnotationCollection",\n`;
  yield `"label":${JSON.stringify(labelOf(desk))},\n`;
  yield '"generator":{"type":"Software","name":"Variorum"},\n';
  yield `"total":${total}`;
  if (total > 0) {
    yield `,\n"last":"${id}#all",\n"first":{"id":"${id}#all","type":"AnnotationPage","startIndex":0,"items":[`;
    let between = '\n';
    for await (const annotation of annotations(desk, losses, claims, conflicts)) {
      yield between + canonicalJson(annotation);
      between = ',\n';
    }
    yield '\n]}';
  }
  yield '\n}\n';
}

async function* annotations(
  desk: DeskView,
  losses: Losses,
  claims: readonly Versioned<'claim'>[],
  conflicts: readonly Versioned<'conflict'>[],
): AsyncGenerator<Node> {
  const places = new Places(desk, () =>
    losses.add(
      'half-letters',
      'Claims that begin or end within a character; they were widened to whole ones.',
    ),
  );
  const sources = new Map(desk.objects.source.map(({ id, object }) => [id, object]));
  const entities = new Map(desk.objects.entity.map(({ id, object }) => [id, object]));
  const told = new Set<string>();
  const tells = (entity: string): boolean => !told.has(entity) && Boolean(told.add(entity));
  for (const { id, object, version } of claims) {
    const changedAt = version > 1 ? await desk.changedAt(id) : undefined;
    yield claimAnnotation(object, { places, entity: of => entities.get(of), tells, changedAt });
    for (const evidence of object.evidence)
      yield evidenceAnnotation(id, evidence, sources.get(evidence.sourceId ?? ''), places);
  }
  for (const { id, object, version } of conflicts)
    yield conflictAnnotation(object, version > 1 ? await desk.changedAt(id) : undefined);
}

function leave(desk: DeskView, losses: Losses): void {
  const live = present(desk.objects);
  leaveOfDesk(losses, desk, ['history', 'removed', 'refusals', 'former-texts']);
  losses.add('texts', 'The texts themselves.', undefined, live.document.length);
  const named = new Set(live.claim.map(({ object }) => object.entityId));
  const unnamed = live.entity.filter(({ id }) => !named.has(id)).length;
  losses.add('unnamed', 'Entities that no claim names.', undefined, unnamed);
  const cited = new Set(live.claim.flatMap(({ object }) => object.evidence.map(({ sourceId }) => sourceId)));
  const uncited = live.source.filter(({ id }) => !cited.has(id)).length;
  losses.add('uncited', 'Sources that no evidence cites.', undefined, uncited);
  for (const { object } of live.claim) {
    leaveOfClaim(losses, object, ['imported']);
    const files = object.evidence.reduce((sum, { attachments = [] }) => sum + attachments.length, 0);
    losses.add('files', 'The bytes of files that go with evidence.', object.id, files);
  }
}

function labelOf({ objects, scope }: DeskView): string {
  const titled = scope.of === 'filter' || scope.of === 'document' ? scope.document : undefined;
  const document = objects.document.find(({ id }) => id === titled)?.object;
  if (document) return scope.of === 'filter' ? `${document.title} (filtered)` : document.title;
  return LABELS[scope.of] ?? 'The whole desk';
}

const LABELS: Readonly<Partial<Record<DeskView['scope']['of'], string>>> = {
  documents: 'Several documents',
  filter: 'Claims picked by a filter',
  claims: 'Claims picked one by one',
};

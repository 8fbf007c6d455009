import { canonicalJson } from '../../json/canonical.ts';
import type { Claim, Note } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { Places } from './place.ts';
import { type Node, person, urn, words } from './terms.ts';

/** What a claim's annotation takes from elsewhere. */
export interface ClaimSurroundings {
  readonly places: Places;
  entity(id: string): Entity | undefined;
  /** When the claim was last changed, where that is known. */
  readonly changedAt: string | undefined;
}

/** Writes a claim as an annotation that classifies its words; its evidence stands in annotations of their own. */
export async function claimAnnotation(claim: Claim, around: ClaimSurroundings): Promise<Node> {
  const created = claim.createdAt;
  const modified = around.changedAt ?? created;
  return {
    id: urn(claim.id),
    type: 'Annotation',
    motivation: 'classifying',
    creator: person(claim.createdBy),
    created,
    ...(modified === created ? {} : { modified }),
    body: bodies(claim, around),
    target: await around.places.of(claim.anchor),
  };
}

function bodies(claim: Claim, around: ClaimSurroundings): Node[] {
  const { entityId, verdict } = claim;
  return [
    words('classifying', claim.type),
    words('describing', canonicalJson(particulars(claim)), { format: 'application/json' }),
    words('moderating', claim.workflow),
    ...(verdict === undefined ? [] : [words('assessing', verdict)]),
    ...(entityId === undefined ? [] : [named(entityId, around.entity(entityId))]),
    ...claim.settled.flatMap(({ preferred }) =>
      preferred === undefined ? [] : [words('editing', preferred)],
    ),
    ...claim.tags.map(tag => words('tagging', tag)),
    ...claim.notes.map(noteBody),
  ];
}

/** What has no words of its own in the W3C's vocabulary. */
function particulars({ anchorState, fields, value }: Claim): object {
  return { anchorState, fields, ...(value === undefined ? {} : { value }) };
}

const AGENT = { person: 'Person', organization: 'Organization', place: undefined } as const;

function named(id: string, entity: Entity | undefined): Node {
  const type = entity && AGENT[entity.kind];
  const source: Node = {
    id: urn(id),
    ...(type === undefined ? {} : { type }),
    ...(entity === undefined ? {} : { name: entity.preferred }),
  };
  return { type: 'SpecificResource', purpose: 'identifying', source };
}

function noteBody({ at, by, replyTo, text }: Note): Node {
  return words(replyTo === undefined ? 'commenting' : 'replying', text, {
    creator: person(by),
    created: at,
  });
}

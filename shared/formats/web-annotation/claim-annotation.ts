import { canonicalJson } from '../../json/canonical.ts';
import type { Claim, Note } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import type { Places } from './place.ts';
import { type Node, person, urn, words } from './terms.ts';

/** What a claim's annotation takes from elsewhere. */
export interface ClaimSurroundings {
  readonly places: Places;
  entity(id: string): Entity | undefined;
  /** Whether an entity has to be told in full, because nothing else tells it. */
  tells?(id: string): boolean;
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
    ...(entityId === undefined ? [] : naming(entityId, around)),
    ...claim.settled.flatMap(({ preferred }) =>
      preferred === undefined ? [] : [words('editing', preferred)],
    ),
    ...claim.tags.map(tag => words('tagging', tag)),
    ...claim.notes.map(noteBody),
  ];
}

/** What has no words of its own in the W3C's vocabulary. */
function particulars({ anchorState, fields, notes, settled, value }: Claim): object {
  return {
    ...{ anchorState, fields },
    ...(value === undefined ? {} : { value }),
    ...(settled.length === 0 ? {} : { settled }),
    ...(notes.length === 0
      ? {}
      : { notes: notes.map(({ id, replyTo }) => ({ id, ...(replyTo === undefined ? {} : { replyTo }) })) }),
  };
}

function naming(id: string, around: ClaimSurroundings): Node[] {
  const entity = around.entity(id);
  const link = named(id, entity);
  if (!entity || !around.tells?.(id)) return [link];
  const { id: _, ...told } = entity;
  return [link, words('identifying', canonicalJson(told), { format: 'application/json' })];
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

import type { z } from 'zod';
import { Annotation } from './annotation.ts';
import { Claim } from './claim.ts';
import { Conflict } from './conflict.ts';
import { Document } from './document.ts';
import { Entity } from './entity.ts';
import type { Id } from './ids.ts';
import { Refusal } from './refusal.ts';
import { Source } from './source.ts';

/** Every kind of object the desk keeps. */
export interface Objects {
  document: Document;
  claim: Claim;
  source: Source;
  entity: Entity;
  conflict: Conflict;
  refusal: Refusal;
  annotation: Annotation;
}
export type Kind = keyof Objects;
export type AnyObject = Objects[Kind];

/**
 * How changes may reach into a kind: which top-level fields a `set` may name, which of them are records
 * whose keys are set one by one (`fields.role`), and which are lists whose items have ids of their own.
 * A list of strings counts each string as its own id.
 */
export interface Shape<K extends Kind = Kind> {
  readonly kind: K;
  /** No field is held against another, so that an object fits where each of its fields does. */
  readonly schema: z.ZodType<Objects[K]> & { readonly shape: Readonly<Record<string, z.ZodType>> };
  readonly settable: readonly string[];
  readonly records: readonly string[];
  readonly lists: readonly string[];
}

export const shapes: { readonly [K in Kind]: Shape<K> } = {
  document: {
    kind: 'document',
    schema: Document,
    settable: ['title', 'language', 'mediaType', 'origin'],
    records: [],
    lists: ['revisions'],
  },
  claim: {
    kind: 'claim',
    schema: Claim,
    settable: ['type', 'anchor', 'value', 'entityId', 'workflow', 'verdict', 'anchorState'],
    records: ['fields'],
    lists: ['tags', 'evidence', 'notes', 'settled'],
  },
  source: { kind: 'source', schema: Source, settable: ['documentId'], records: ['csl'], lists: [] },
  entity: {
    kind: 'entity',
    schema: Entity,
    settable: ['kind', 'preferred'],
    records: [],
    lists: ['variants', 'distinctFrom'],
  },
  conflict: {
    kind: 'conflict',
    schema: Conflict,
    settable: ['kind', 'title', 'severity', 'state', 'found'],
    records: [],
    lists: ['sides', 'grounds', 'decisions', 'dissent'],
  },
  refusal: { kind: 'refusal', schema: Refusal, settable: ['reason', 'basis'], records: [], lists: [] },
  annotation: {
    kind: 'annotation',
    schema: Annotation,
    settable: ['node', 'claimId', 'agrees'],
    records: [],
    lists: [],
  },
};
export const kinds = Object.keys(shapes) as Kind[];

/** @returns the document under which an object is kept, or undefined for what belongs to the whole desk. */
export function homeDocument(kind: Kind, object: AnyObject): Id | undefined {
  if (kind === 'document') return object.id;
  return kind === 'claim' ? (object as Claim).anchor.documentId : undefined;
}

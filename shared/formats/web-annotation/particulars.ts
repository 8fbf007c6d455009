import { z } from 'zod';
import { Attachment } from '../../model/attachment.ts';
import { AnchorState, ClaimValue, Settled } from '../../model/claim.ts';
import { Conflict } from '../../model/conflict.ts';
import { Entity } from '../../model/entity.ts';
import { Id } from '../../model/ids.ts';
import type { Node } from './terms.ts';

/*
 * What has no words of its own in the W3C's vocabulary stands in a body of JSON beside those that have: for others a text
 * that describes, for us what makes the object whole again.
 */

/** Of a claim. Its notes' ids and what they answer stand in the order of their bodies. */
export const ClaimParticulars = z.object({
  anchorState: AnchorState.optional(),
  fields: z.record(z.string(), z.string()).optional(),
  value: ClaimValue.optional(),
  settled: z.array(Settled).optional(),
  notes: z.array(z.object({ id: Id, replyTo: Id.optional() })).optional(),
});

/** Of evidence: which source it cites, and what of the tie between them the link does not say. */
export const EvidenceParticulars = z.object({
  source: z.object({ id: Id, documentId: Id.optional() }).optional(),
  quote: z.string().max(20_000).optional(),
  asQuoted: z.literal(true).optional(),
  archived: z.object({ url: z.string().max(4000), at: z.string().max(40).optional() }).optional(),
  attachments: z.array(Attachment).optional(),
});
export type EvidenceParticulars = z.infer<typeof EvidenceParticulars>;

/** Of a conflict: all but its name, its kind, and who raised it when. */
export const ConflictParticulars = Conflict.pick({
  key: true,
  sides: true,
  found: true,
  grounds: true,
  severity: true,
  state: true,
  decisions: true,
  dissent: true,
});

/** Of an entity: all but its id. */
export const EntityParticulars = Entity.omit({ id: true });

/** @returns the bodies of an annotation that are nodes */
export const bodiesOf = ({ body }: Node): Node[] =>
  (Array.isArray(body) ? body : [body]).filter(
    (one): one is Node => typeof one === 'object' && one !== null && !Array.isArray(one),
  );

/** @returns what a body of JSON with such a purpose says, or undefined where there is none that fits */
export function particularsIn<T>(node: Node, purpose: string, schema: z.ZodType<T>): T | undefined {
  for (const body of bodiesOf(node)) {
    if (body.purpose !== purpose || body.format !== 'application/json') continue;
    const read = schema.safeParse(parsed(body.value));
    if (read.success) return read.data;
  }
  return undefined;
}

/** @returns the id in a name that an object of a desk has in the world, or undefined for other names */
export function ownId(name: unknown): string | undefined {
  const id = typeof name === 'string' && name.startsWith('urn:uuid:') ? name.slice(9) : '';
  return Id.safeParse(id).success ? id : undefined;
}

/** @returns what a text of JSON says, or undefined where it is none */
export function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

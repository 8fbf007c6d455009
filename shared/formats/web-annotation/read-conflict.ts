import { Conflict } from '../../model/conflict.ts';
import type { Entity } from '../../model/entity.ts';
import { bodiesOf, ConflictParticulars, EntityParticulars, ownId, particularsIn } from './particulars.ts';
import type { Node } from './terms.ts';

/** @returns the conflict that an annotation on the annotations of its claims is, or undefined where it is none of ours */
export function readConflict(node: Node): Conflict | undefined {
  const particulars = particularsIn(node, 'describing', ConflictParticulars);
  if (!particulars) return undefined;
  const says = (purpose: string) =>
    bodiesOf(node).find(body => body.purpose === purpose && body.format === 'text/plain')?.value;
  const read = Conflict.safeParse({
    ...particulars,
    id: ownId(node.id),
    title: says('describing'),
    kind: says('classifying'),
    raisedBy: (node.creator as Node | undefined)?.name,
    raisedAt: node.created,
  });
  return read.success ? read.data : undefined;
}

/** @returns what a claim's annotation names, with all that is told of it */
export function readEntities(node: Node): Entity[] {
  const id = entityIn(node);
  const told = id && particularsIn(node, 'identifying', EntityParticulars);
  return id && told ? [{ id, ...told }] : [];
}

/** @returns the id of the entity that a claim's annotation names */
export function entityIn(node: Node): string | undefined {
  for (const { purpose, source } of bodiesOf(node)) {
    const id = purpose === 'identifying' ? ownId((source as Node | undefined)?.id) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

import type { Attachment } from '../model/attachment.ts';
import type { Change } from '../model/change.ts';
import type { Claim } from '../model/claim.ts';
import type { Document, Revision } from '../model/document.ts';
import type { AnyObject, Kind } from '../model/objects.ts';
import type { Evidence } from '../model/source.ts';

/** @returns the attachments of a piece of evidence, or of all that a claim has, in order. */
export function attachmentsOf(of: Pick<Evidence, 'attachments'> | Pick<Claim, 'evidence'>): Attachment[] {
  return 'evidence' in of ? of.evidence.flatMap(attachmentsOf) : (of.attachments ?? []);
}

/** @returns the hashes of all bytes that an object names: of revisions, of their texts and where these came from, and of attachments. */
export function bytesNamedBy(kind: Kind, object: AnyObject): string[] {
  if (kind === 'document') return (object as Document).revisions.flatMap(hashesOf);
  if (kind === 'claim') return attachmentsOf(object as Claim).map(({ sha256 }) => sha256);
  return [];
}

/** @returns the hashes of all bytes that a change brings to an object. */
export function bytesNamedIn({ kind, operation }: Change): string[] {
  if (operation.op === 'create') return bytesNamedBy(kind, operation.value as unknown as AnyObject);
  if (kind === 'document' && operation.op === 'add' && operation.list === 'revisions')
    return hashesOf(operation.item as unknown as Revision);
  if (operation.op === 'revise') return hashesOf(operation.revision);
  if (kind !== 'claim') return [];
  if (operation.op === 'add' && operation.list === 'evidence')
    return attachmentsOf(operation.item as unknown as Evidence).map(({ sha256 }) => sha256);
  if (operation.op === 'edit' && operation.list === 'evidence')
    return ((operation.values.attachments ?? []) as unknown as Attachment[]).map(({ sha256 }) => sha256);
  return [];
}

const hashesOf = ({ sha256, textSha256, reading: { extraction } }: Revision): string[] =>
  extraction ? [sha256, textSha256, extraction.derivationSha256] : [sha256, textSha256];

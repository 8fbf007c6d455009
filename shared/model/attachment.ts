import { z } from 'zod';
import { Id, Instant, Sha256, Signature } from './ids.ts';

/** What may be attached: pictures that cannot run anything, PDF, and plain text. */
export const AttachmentType = z.enum([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'application/pdf',
  'text/plain',
]);
export type AttachmentType = z.infer<typeof AttachmentType>;

/** Most bytes of one attachment. */
export const ATTACHMENT_BYTES = 25 * 2 ** 20;

/** Most attachments of one piece of evidence. */
export const MOST_ATTACHMENTS = 50;

/** A file that goes with a piece of evidence. Its bytes, `size` of them, are kept by their hash. */
export const Attachment = z.strictObject({
  id: Id,
  sha256: Sha256,
  name: z.string().trim().min(1).max(300),
  mediaType: AttachmentType,
  size: z.int().min(1).max(ATTACHMENT_BYTES),
  addedBy: Signature,
  addedAt: Instant,
});
export type Attachment = z.infer<typeof Attachment>;

/** Whether a browser may show bytes of a type as a picture. */
export const isPicture = (type: AttachmentType): boolean => type.startsWith('image/');

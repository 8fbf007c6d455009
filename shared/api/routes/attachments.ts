import { z } from 'zod';
import { AttachmentType } from '../../model/attachment.ts';
import { Sha256 } from '../../model/ids.ts';
import { endpoint } from '../endpoint.ts';

const byHash = z.strictObject({ sha256: Sha256 });

/** Files that go with evidence: sent ahead by hash, then named by a change. */
export const attachmentRoutes = {
  putAttachment: endpoint({
    id: 'putAttachment',
    method: 'put',
    path: '/api/attachments/{sha256}',
    summary:
      'Send the bytes of an attachment; a change that names them within a day makes them part of the desk',
    params: byHash,
    body: {
      bytes: 'application/octet-stream',
      says: 'a PNG, JPEG, WebP or GIF picture, a PDF, or plain text',
    },
    reply: z.strictObject({ sha256: Sha256, mediaType: AttachmentType, size: z.int() }),
    status: 201,
    fails: ['too-large', 'read-only'],
  }),
  getAttachment: endpoint({
    id: 'getAttachment',
    method: 'get',
    path: '/api/attachments/{sha256}',
    summary: 'The bytes of an attachment, under the name they are to be saved as',
    params: byHash,
    query: z.strictObject({ name: z.string().max(300).optional() }),
    reply: { bytes: 'application/octet-stream', says: 'the bytes, under the type that they show' },
    fails: ['not-found'],
  }),
} as const;

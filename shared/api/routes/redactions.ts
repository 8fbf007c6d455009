import { z } from 'zod';
import { RedactedWords, RedactionOrder, RedactionReport } from '../../model/redaction.ts';
import { endpoint } from '../endpoint.ts';
import { byId } from '../parts.ts';

/** Destroying words of a document for good. */
export const redactionRoutes = {
  previewRedaction: endpoint({
    id: 'previewRedaction',
    method: 'post',
    path: '/api/documents/{id}/redactions/preview',
    summary: 'What destroying words of a document would reach; nothing is changed',
    params: byId,
    body: RedactedWords,
    reply: RedactionReport,
    fails: ['not-found', 'read-only'],
  }),
  redact: endpoint({
    id: 'redact',
    method: 'post',
    path: '/api/documents/{id}/redactions',
    summary:
      'Destroy words of a document in everything that the desk holds, for good; the desk is closed and opened again meanwhile, and everybody who follows it begins anew',
    params: byId,
    body: RedactionOrder.omit({ documentId: true }).extend({
      /** Also pictures and PDFs attached to claims on the passage. */
      attachments: z.boolean(),
    }),
    reply: RedactionReport,
    fails: ['not-found', 'read-only', 'stale'],
  }),
} as const;

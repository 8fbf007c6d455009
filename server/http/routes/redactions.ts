import type { RedactionOrder } from '../../../shared/model/redaction.ts';
import type { Desk } from '../../services/desk.ts';
import type { Handlers } from '../mount.ts';
import type { Redactor } from '../redactor.ts';

/** Only for the preview: nothing is signed with it. */
const NOBODY = { id: '00000000-0000-4000-8000-000000000000', by: 'nobody', why: 'preview' } as const;

export function redactionRoutes(desk: Desk, redactor: Redactor): Handlers<'previewRedaction' | 'redact'> {
  return {
    async previewRedaction({ params, body }) {
      await desk.require('document', params.id);
      const order: RedactionOrder = { ...NOBODY, ...body, documentId: params.id, at: desk.now() };
      return redactor.preview(order);
    },
    async redact({ params, body: { attachments, ...order } }) {
      await desk.require('document', params.id);
      return redactor.redact({ ...order, documentId: params.id }, attachments);
    },
  };
}

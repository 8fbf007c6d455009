import type { AttachmentType } from '../../../shared/model/attachment.ts';
import { keepAttachment, readAttached, typeOfBytes } from '../../services/attachments.ts';
import { BoundedCache } from '../../services/bounded-cache.ts';
import type { Desk } from '../../services/desk.ts';
import { Refusal } from '../../services/refusal.ts';
import { disposition } from '../disposition.ts';
import type { Handlers } from '../mount.ts';
import { Prepared, sendPrepared } from '../prepared.ts';

const BUDGET = 96 * 2 ** 20;

/** The address stands for the same bytes for ever, but they concern whoever may open the desk. */
const KEEP = 'private, max-age=31536000, immutable';

/** The ending of a file's name that says its type, and others that do. */
const ENDINGS: Readonly<Record<AttachmentType, readonly [string, ...string[]]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'text', 'log', 'md', 'csv', 'eml'],
};

/** Nothing in a picture or a text may run, load or lead anywhere. */
const LOCKED =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
/** Browsers draw a PDF with a viewer of their own, apart from this origin, which `sandbox` would keep from starting. */
const LOCKED_PDF = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/** Files that go with evidence. */
export function attachmentRoutes(desk: Desk): Handlers<'putAttachment' | 'getAttachment'> {
  const cache = new BoundedCache<{ prepared: Prepared; type: AttachmentType }>(
    BUDGET,
    ({ prepared }) => prepared.identity.byteLength,
  );

  async function prepare(sha256: string) {
    const bytes = await readAttached(desk.storage, sha256);
    const type = bytes && (await typeOfBytes(bytes));
    if (!type) throw new Refusal('not-found', `There is no attachment ${sha256}.`);
    return { prepared: new Prepared(bytes, sha256), type };
  }

  return {
    putAttachment: ({ params, body }) => keepAttachment(desk.storage, params.sha256, body),
    async getAttachment({ params, query }) {
      const { prepared, type } = await cache.get(params.sha256, () => prepare(params.sha256));
      return sendPrepared(
        prepared,
        {
          'content-type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
          'content-disposition': disposition(
            type === 'text/plain' ? 'attachment' : 'inline',
            named(query.name ?? 'attachment', type),
          ),
          'content-security-policy': type === 'application/pdf' ? LOCKED_PDF : LOCKED,
          'cache-control': KEEP,
        },
        [],
      );
    },
  };
}

/** The name ends as the type of the bytes has it, so that nothing is saved as a program. */
function named(name: string, type: AttachmentType): string {
  const endings = ENDINGS[type];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending && endings.includes(ending) ? name : `${name}.${endings[0]}`;
}

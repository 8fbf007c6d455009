import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { describeFile } from '../../documents/examine.ts';
import { readFileText } from '../../documents/read-file.ts';
import { sha256 } from '../../storage/entry.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../refusal.ts';
import { compareAll } from './compare.ts';
import { standingIn, textsOf } from './standing.ts';

/** So many are told where nobody says how many. */
const WAITING = 1000;
const BLOCKS = 200;

export interface PreviewRequest {
  readonly name?: string | undefined;
  readonly encoding?: string | undefined;
  /** Most that are told of what would wait, and of the blocks that differ. */
  readonly limit?: number | undefined;
  readonly changes?: number | undefined;
}

/**
 * What a file would do to a document as its new revision; nothing changes by it.
 * @throws Refusal where there is no such document, or the file cannot be read as text
 */
export async function previewRevision(
  desk: Desk,
  documentId: string,
  bytes: Uint8Array,
  request: PreviewRequest,
  signal?: AbortSignal,
): Promise<RevisionPreview> {
  const document = await requirePresent(desk, documentId);
  const { revisions } = document.object;
  const current = currentRevision(document.object);
  const file = readFileText(bytes, request.encoding);
  const examination = await describeFile(desk.storage, bytes, file, request.name);
  const textSha256 = sha256(Buffer.from(file.text, 'utf8'));
  const standing = standingIn(desk, document);
  const comparison = {
    after: file.text,
    texts: await textsOf(desk, document.object, standing, [current.id]),
    current: current.id,
    limit: request.limit ?? WAITING,
    blocks: request.changes ?? BLOCKS,
  };
  const { carry: _, ...told } = await compareAll(comparison, standing, signal);
  const same = revisions.findLast(revision => revision.sha256 === examination.sha256);
  return {
    examination,
    from: current.id,
    sameText: textSha256 === current.textSha256,
    ...(same ? { sameAs: same.id } : {}),
    textSha256,
    ...told,
    waiting: [...told.waiting],
  };
}

/** @throws Refusal where a document is not there, or was removed */
export async function requirePresent(desk: Desk, id: string): Promise<Versioned<'document'>> {
  const document = await desk.require('document', id);
  if (document.removed)
    throw new Refusal(
      'not-found',
      `The document ${id} was removed by ${document.removed.by}; restore it first.`,
    );
  return document;
}

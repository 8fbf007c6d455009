import type { RevisionPreview } from '../../../shared/api/routes/revisions.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import { describeFile } from '../../documents/examine.ts';
import { type DocumentFile, type ReadingRequest, readDocument } from '../../documents/read-document.ts';
import { sha256 } from '../../storage/entry.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../refusal.ts';
import { compareAll } from './compare.ts';
import { anew, type ComingText, earlierRevision, isAsItWas } from './new-text.ts';
import { standingIn, textsOf } from './standing.ts';

/** So many are told where nobody says how many. */
const WAITING = 1000;
const BLOCKS = 200;

export interface PreviewRequest extends ComingText {
  readonly name?: string | undefined;
  /** Most that are told of what would wait, and of the blocks that differ. */
  readonly limit?: number | undefined;
  readonly changes?: number | undefined;
}

/**
 * What a file would do to a document as its new revision; nothing changes by it.
 * @throws Refusal where there is no such document, or the file cannot be read
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
  const [file, read] = await fileOf(desk, document.object, bytes, request, signal);
  const examination = await describeFile(desk.storage, read, file, {
    name: request.name,
    extracting: desk.extracting,
  });
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

/** What is to be the text, with its bytes. */
async function fileOf(
  desk: Desk,
  document: Document,
  bytes: Uint8Array,
  request: PreviewRequest,
  signal: AbortSignal | undefined,
): Promise<readonly [DocumentFile, Uint8Array]> {
  const { name, encoding, extractor, options, again } = request;
  const how = { signal, extracting: desk.extracting };
  if (again === undefined) {
    const asNow = readAsNow(desk, document, bytes, request);
    const file = await readDocument(bytes, asNow ?? { name, encoding, extractor, options }, how).catch(
      (error: unknown) => {
        // What was chosen in the former file may not be in this one.
        if (!asNow || !(error instanceof Refusal)) throw error;
        return readDocument(bytes, { name, encoding }, how);
      },
    );
    return [file, bytes];
  }
  const earlier = earlierRevision(document, bytes, again);
  const kept = await desk.texts.blob(earlier.sha256);
  if (!isAsItWas(request)) return [await readDocument(kept, anew(earlier, request), how), kept];
  const { text } = await desk.texts.laid(earlier);
  const { reading } = earlier;
  const { mediaType, title } = document;
  const encodings = [{ encoding: reading.encoding, confidence: 100 }];
  return [{ text, reading, undecodable: 0, encodings, mediaType, title }, kept];
}

/** How the current text was read, where nobody says how and the new file is of the same kind. */
function readAsNow(
  desk: Desk,
  document: Document,
  bytes: Uint8Array,
  { name, encoding, extractor, options }: PreviewRequest,
): ReadingRequest | undefined {
  const now = currentRevision(document).reading.extraction;
  if (!now || extractor !== undefined || options !== undefined) return undefined;
  const isSame = desk.extracting.recognising(bytes, name).some(({ id }) => id === now.extractor);
  return isSame ? { name, encoding, extractor: now.extractor, options: now.options } : undefined;
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

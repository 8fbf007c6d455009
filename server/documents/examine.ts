import { createHash } from 'node:crypto';
import { type Examination, SAMPLE_LENGTH } from '../../shared/api/routes/documents.ts';
import { splitsPair } from '../../shared/text/text-like.ts';
import { type Extracting, usualExtracting } from '../extracting/extract-file.ts';
import type { Storage } from '../storage/port.ts';
import {
  type DocumentFile,
  otherReadings,
  type ReadingOptions,
  type ReadingRequest,
  readDocument,
} from './read-document.ts';

/**
 * Looks at a file; stores nothing.
 * @throws Refusal where it cannot be read
 */
export async function examine(
  storage: Storage,
  bytes: Uint8Array,
  request: ReadingRequest = {},
  options: ReadingOptions = {},
): Promise<Examination> {
  const file = await readDocument(bytes, request, options);
  return describeFile(storage, bytes, file, { name: request.name, extracting: options.extracting });
}

/** Says of a file that has been read what is known of it before anything is stored. */
export async function describeFile(
  storage: Storage,
  bytes: Uint8Array,
  file: DocumentFile,
  {
    name,
    extracting = usualExtracting,
  }: { readonly name?: string | undefined; readonly extracting?: Extracting | undefined },
): Promise<Examination> {
  const { text, reading, undecodable, encodings, mediaType, title, language, extraction } = file;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const sameAs = await findSame(storage, sha256, file);
  return {
    bytes: bytes.length,
    sha256,
    encodings: [...encodings],
    encoding: reading.encoding,
    bom: reading.bom,
    mediaType,
    title,
    ...(language === undefined ? {} : { language }),
    length: text.length,
    sample: text.slice(0, splitsPair(text, SAMPLE_LENGTH) ? SAMPLE_LENGTH - 1 : SAMPLE_LENGTH),
    undecodable,
    ...(extraction ? { extraction } : {}),
    extractors: otherReadings(bytes, name, extracting),
    ...(sameAs ? { sameAs } : {}),
  };
}

/**
 * The document here whose text came from the same bytes; one that is not removed first. Several documents may be parts
 * of one file: where text is extracted it is the same as well.
 */
async function findSame(
  storage: Storage,
  sha256: string,
  { text, extraction }: DocumentFile,
): Promise<Examination['sameAs']> {
  const textSha256 = extraction && createHash('sha256').update(text, 'utf8').digest('hex');
  const same = (await storage.readObjects('document')).filter(held =>
    held.object.revisions.some(
      revision =>
        revision.sha256 === sha256 && (textSha256 === undefined || revision.textSha256 === textSha256),
    ),
  );
  const found = same.find(held => !held.removed) ?? same[0];
  return found && { id: found.id, title: found.object.title, removed: found.removed !== undefined };
}

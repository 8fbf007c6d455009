import type { ExtractionOptions, Retrieval } from '../../../shared/model/derivation.ts';
import type { Document, Revision } from '../../../shared/model/document.ts';
import { blobsOf } from '../../documents/add-document.ts';
import { type DocumentFile, PLAIN, readDocument, storedAs } from '../../documents/read-document.ts';
import { requireWhole } from '../../documents/read-file.ts';
import { sha256 } from '../../storage/entry.ts';
import type { Desk } from '../desk.ts';
import { badInput } from '../refusal.ts';

/** How a text comes about that a document is to have. */
export interface ComingText {
  readonly encoding?: string | undefined;
  readonly extractor?: string | undefined;
  readonly options?: ExtractionOptions | undefined;
  /** An earlier revision whose bytes are taken again, in place of a file. */
  readonly again?: string | undefined;
  readonly retrieved?: Retrieval | undefined;
}

/** A new text, and all that its revision says of the bytes and of how they were read. */
export interface NewText {
  readonly text: string;
  readonly read: Omit<Revision, 'id' | 'addedAt' | 'addedBy' | 'label'>;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

/**
 * Reads what is to be a document's text: a file, or the bytes of an earlier revision as they were read then, or in
 * another way where one is named.
 * @throws Refusal where the file cannot be read, a place does not decode, or there is no such revision
 */
export async function newText(
  desk: Desk,
  document: Document,
  bytes: Uint8Array,
  coming: ComingText,
  signal?: AbortSignal,
): Promise<NewText> {
  const { encoding, options, extractor, again, retrieved } = coming;
  const reading = { signal, extracting: desk.extracting };
  if (again === undefined) {
    const file = await readDocument(bytes, { encoding, options, ...storedAs(bytes, extractor) }, reading);
    return asNew(file, bytes, retrieved);
  }
  const earlier = earlierRevision(document, bytes, again);
  if (isAsItWas(coming)) {
    const { sha256: name, bytes: size, reading, textSha256, length } = earlier;
    return {
      text: (await desk.texts.laid(earlier)).text,
      read: { sha256: name, bytes: size, reading, textSha256, length, ...came(earlier.retrieved) },
      blobs: new Map(),
    };
  }
  const kept = await desk.texts.blob(earlier.sha256);
  return asNew(await readDocument(kept, anew(earlier, coming), reading), kept, earlier.retrieved);
}

/** Whether the text of an earlier revision is taken as it is kept. */
export const isAsItWas = ({ extractor, options }: ComingText): boolean =>
  extractor === undefined && options === undefined;

/** @throws Refusal where there is no such revision, or a file came as well */
export function earlierRevision({ id, revisions }: Document, bytes: Uint8Array, again: string): Revision {
  if (bytes.length > 0)
    throw badInput('body', 'The bytes of an earlier revision are taken again: send no file with it.');
  const earlier = revisions.find(revision => revision.id === again);
  if (!earlier) throw badInput('query.again', `Document ${id} has no revision ${again}.`);
  return earlier;
}

/** How the bytes of an earlier revision are read anew: as they were, but for what is named. */
export function anew({ reading }: Revision, { encoding, extractor, options }: ComingText) {
  return {
    encoding: encoding ?? (reading.encoding === 'none' ? undefined : reading.encoding),
    extractor: extractor ?? reading.extraction?.extractor ?? PLAIN,
    options,
  };
}

function asNew(file: DocumentFile, bytes: Uint8Array, retrieved: Retrieval | undefined): NewText {
  requireWhole(file, bytes);
  const decoded = Buffer.from(file.text, 'utf8');
  return {
    text: file.text,
    read: {
      sha256: sha256(bytes),
      bytes: bytes.length,
      reading: file.reading,
      textSha256: sha256(decoded),
      length: file.text.length,
      ...came(retrieved),
    },
    blobs: blobsOf(file, bytes, decoded),
  };
}

const came = (retrieved: Retrieval | undefined) => (retrieved ? { retrieved } : {});

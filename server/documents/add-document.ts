import { createHash } from 'node:crypto';
import type { Change } from '../../shared/model/change.ts';
import type { ExtractionOptions, Retrieval } from '../../shared/model/derivation.ts';
import type { Document, MediaType, Revision } from '../../shared/model/document.ts';
import { inTurn } from '../services/commit-changes.ts';
import { type Committed, commitGroup } from '../services/commit-group.ts';
import type { Desk } from '../services/desk.ts';
import { type DocumentFile, readDocument, storedAs } from './read-document.ts';
import { requireWhole } from './read-file.ts';

/** What is said of a file when it becomes a document; ids are made by whoever adds it, so that a retry is recognised. */
export interface NewDocument {
  readonly id: string;
  readonly revision: string;
  readonly change: string;
  readonly group: string;
  readonly by: string;
  readonly at: string;
  readonly title: string;
  readonly mediaType: MediaType;
  readonly encoding: string;
  readonly language?: string | undefined;
  readonly origin?: string | undefined;
  /** What makes text of it and how, where it is no plain text. */
  readonly extractor?: string | undefined;
  readonly options?: ExtractionOptions | undefined;
  /** How it came, where it was fetched. */
  readonly retrieved?: Retrieval | undefined;
}

/**
 * Stores a file as a document: its bytes, its text, where that came from, and the change that creates it, all or
 * nothing.
 * @throws Refusal where it cannot be read, or a place does not decode in the encoding given
 */
export async function addDocument(
  desk: Desk,
  bytes: Uint8Array,
  about: NewDocument,
  signal?: AbortSignal,
): Promise<Committed> {
  const { encoding, options, extractor } = about;
  const request = { encoding, options, ...storedAs(bytes, extractor) };
  const file = await readDocument(bytes, request, { signal, extracting: desk.extracting });
  requireWhole(file, bytes);
  const decoded = Buffer.from(file.text, 'utf8');
  const change = creationOf(about, file, {
    sha256: hash(bytes),
    bytes: bytes.length,
    textSha256: hash(decoded),
  });
  const blobs = blobsOf(file, bytes, decoded);
  return inTurn(desk, [change], () => commitGroup(desk, [change], blobs));
}

/** @returns the change that creates a document of a file that was read */
export function creationOf(
  about: NewDocument,
  { text, reading }: DocumentFile,
  hashes: Pick<Revision, 'sha256' | 'bytes' | 'textSha256'>,
): Change {
  const document: Document = {
    id: about.id,
    title: about.title,
    ...(about.language === undefined ? {} : { language: about.language }),
    mediaType: about.mediaType,
    ...(about.origin === undefined ? {} : { origin: about.origin }),
    revisions: [
      {
        id: about.revision,
        ...hashes,
        reading,
        length: text.length,
        addedAt: about.at,
        addedBy: about.by,
        ...(about.retrieved ? { retrieved: about.retrieved } : {}),
      },
    ],
  };
  return {
    id: about.change,
    group: about.group,
    kind: 'document',
    objectId: about.id,
    operation: { op: 'create', value: document },
    base: {},
    at: about.at,
    by: about.by,
  };
}

/** @returns the bytes that a revision names, by their SHA-256. */
export function blobsOf(
  { reading, derivation }: DocumentFile,
  bytes: Uint8Array,
  decoded: Uint8Array,
  sha256 = hash(bytes),
): Map<string, Uint8Array> {
  const blobs = new Map([
    [sha256, bytes],
    [hash(decoded), decoded],
  ]);
  if (reading.extraction && derivation) blobs.set(reading.extraction.derivationSha256, derivation);
  return blobs;
}

/** @returns the SHA-256 of bytes, in lower-case hex. */
export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

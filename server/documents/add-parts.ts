import type { PartAdded, PartFound, PartToAdd } from '../../shared/api/routes/parts.ts';
import type { Change } from '../../shared/model/change.ts';
import type { ExtractionOptions, Retrieval } from '../../shared/model/derivation.ts';
import { inTurn } from '../services/commit-changes.ts';
import { commitGroup } from '../services/commit-group.ts';
import type { Desk } from '../services/desk.ts';
import { Refusal } from '../services/refusal.ts';
import type { Storage } from '../storage/port.ts';
import { blobsOf, creationOf, hash } from './add-document.ts';
import { type DocumentFile, openDocument, storedAs } from './read-document.ts';
import { requireWhole } from './read-file.ts';

/** What is said of a file of which parts become documents. */
export interface PartsToAdd {
  readonly parts: readonly PartToAdd[];
  readonly group: string;
  readonly by: string;
  readonly at: string;
  readonly encoding: string;
  readonly extractor?: string | undefined;
  /** What is chosen for all of them. */
  readonly options?: ExtractionOptions | undefined;
  /** Of each; found out where nothing is said. */
  readonly language?: string | undefined;
  readonly origin?: string | undefined;
  readonly retrieved?: Retrieval | undefined;
  /** Whether parts that are documents here already are added once more. */
  readonly twice?: boolean | undefined;
  /** Whether nothing is stored, and only said what would be. */
  readonly dry?: boolean | undefined;
}

/**
 * Stores parts of a file, each as a document, in one group; the file is decoded and opened once for all of them. A part
 * that cannot be read holds up no other.
 * @returns what became of each, in the order given
 * @throws Refusal where the file itself cannot be read; nothing is stored
 */
export async function addParts(
  desk: Desk,
  bytes: Uint8Array,
  about: PartsToAdd,
  signal?: AbortSignal,
): Promise<{ seq: number; parts: PartAdded[] }> {
  const { encoding, extractor, options, dry = false } = about;
  const opened = await openDocument(bytes, { encoding, ...storedAs(bytes, extractor) }, desk.extracting);
  const { sha256 } = opened;
  const known: Known = about.twice ? new Map() : await knownTexts(desk.storage, sha256);
  const changes: Change[] = [];
  const blobs = new Map<string, Uint8Array>();
  const parts: PartAdded[] = [];
  for (const part of about.parts) {
    try {
      const asked = { ...options, part: part.part };
      const file = await opened.read(asked, { isBrief: true, ...(signal ? { signal } : {}) });
      requireWhole(file, bytes);
      const decoded = Buffer.from(file.text, 'utf8');
      const textSha256 = hash(decoded);
      const same = known.get(textSha256);
      // A request that came before, and whose answer was lost, has stored it under its own id.
      if (same && same.id !== part.id) {
        parts.push({ id: part.id, sameAs: same });
        continue;
      }
      const found = foundIn(file, part);
      parts.push({ id: part.id, found });
      if (!about.twice) known.set(textSha256, { id: part.id, title: found.title });
      if (dry) continue;
      for (const [name, blob] of blobsOf(file, bytes, decoded, sha256)) blobs.set(name, blob);
      const { title, mediaType } = found;
      const language = about.language ?? found.language;
      changes.push(
        creationOf({ ...about, ...part, title, language, mediaType }, file, {
          sha256,
          bytes: bytes.length,
          textSha256,
        }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      parts.push({ id: part.id, problem: error.toProblem() });
    }
  }
  if (changes.length === 0) return { seq: desk.storage.head.seq, parts };
  signal?.throwIfAborted();
  const { seq } = await inTurn(desk, changes, () => commitGroup(desk, changes, blobs));
  const stored = new Set(changes.map(({ objectId }) => objectId));
  return {
    seq,
    parts: await Promise.all(
      parts.map(async part =>
        stored.has(part.id) ? { ...part, held: await desk.require('document', part.id) } : part,
      ),
    ),
  };
}

/** Documents here by the hash of their text. */
type Known = Map<string, { readonly id: string; readonly title: string }>;

/** @returns the documents, but for removed ones, whose text was made of the same bytes */
async function knownTexts(storage: Storage, sha256: string): Promise<Known> {
  const known: Known = new Map();
  for (const { id, object, removed } of await storage.readObjects('document'))
    for (const revision of removed ? [] : object.revisions)
      if (revision.sha256 === sha256 && !known.has(revision.textSha256))
        known.set(revision.textSha256, { id, title: object.title });
  return known;
}

function foundIn(file: DocumentFile, { title }: PartToAdd): PartFound {
  const { mediaType, language, text, extraction } = file;
  return {
    title: title ?? file.title,
    mediaType,
    ...(language === undefined ? {} : { language }),
    length: text.length,
    options: extraction?.options ?? {},
    remarks: extraction?.remarks ?? [],
  };
}

import { FormatError, type ImportPlan, pluralOf } from '../../shared/formats/format.ts';
import { formats, formatWith } from '../../shared/formats/registry.ts';
import { kinds } from '../../shared/model/objects.ts';
import { sha256Aside } from '../storage/blob-hashes.ts';
import type { Storage } from '../storage/port.ts';
import { continueLog } from './import-log.ts';
import { addObjects } from './import-objects.ts';
import { badInput, Refusal } from './refusal.ts';
import { unsafeAddresses } from './web-addresses.ts';

/** Largest file that is taken in, in bytes. */
export const IMPORT_LIMIT = 200 * 2 ** 20;

export interface ImportRequest {
  /** A format's id; Variorum JSON where none is given. */
  readonly format?: string;
  /** Who takes the file in. */
  readonly by: string;
  /** The clock of whoever does. */
  readonly at: string;
  /** Makes an id for each change that is needed. */
  readonly newId: () => string;
}

export interface ImportReport {
  readonly seq: number;
  readonly format: string;
  /** How many objects came in, by kind. */
  readonly added: Readonly<Record<string, number>>;
  /** What is worth knowing, in sentences. */
  readonly notes: readonly string[];
}

/** What a way of taking in has done. */
export type TakenIn = Pick<ImportReport, 'added' | 'notes'>;

/**
 * Takes in an exported file. One with a log that goes on from where this desk is (from the beginning, where it
 * is empty) is repeated entry by entry, so that this desk becomes the one it came from; otherwise the objects come
 * in as new ones, all or none.
 * @throws Refusal for a file that is too large, damaged, or at odds with what is here; then nothing was written
 */
export async function importDesk(
  storage: Storage,
  bytes: Uint8Array,
  request: ImportRequest,
): Promise<ImportReport> {
  if (bytes.length > IMPORT_LIMIT)
    throw new Refusal(
      'too-large',
      `The file has ${inMegabytes(bytes.length)} MB; up to ${inMegabytes(IMPORT_LIMIT)} MB can be taken in. Export the documents one by one.`,
    );
  const format = formatWith(request.format ?? 'variorum-json');
  if (!format?.decode) {
    const readable = formats.filter(({ decode }) => decode).map(({ id }) => id);
    throw badInput(
      'format',
      `"${request.format}" cannot be taken in; these formats can: ${readable.join(', ')}.`,
    );
  }
  try {
    const plan = format.decode(readUtf8(bytes));
    await requireBlobs(plan);
    requireSafeAddresses(plan);
    const taken = (await continueLog(storage, plan)) ?? (await addObjects(storage, plan, request));
    return { seq: storage.head.seq, format: format.id, ...taken };
  } catch (error) {
    if (error instanceof FormatError) throw badInput(error.path, error.message);
    throw error;
  }
}

function readUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('unreadable', 'The file is not text in UTF-8, so it is no export of a desk.');
  }
}

/** @throws FormatError where bytes are not the ones that their name says */
async function requireBlobs({ blobs }: ImportPlan): Promise<void> {
  for (const [name, bytes] of blobs) {
    const hash = await sha256Aside(bytes);
    if (hash !== name)
      throw new FormatError(
        `blobs.${name}`,
        `The bytes under blobs.${name} were altered: their SHA-256 is ${hash}. Export the desk again.`,
      );
  }
}

/** @throws FormatError for a link that could run a script, wherever the file comes from */
function requireSafeAddresses({ objects }: ImportPlan): void {
  for (const kind of kinds)
    for (const [i, object] of objects[kind].entries()) {
      const [unsafe] = unsafeAddresses(kind, object);
      if (unsafe) {
        const path = `${pluralOf[kind]}.${i}.${unsafe.path}`;
        throw new FormatError(path, `${path} is no address that can be taken in. ${unsafe.says}`);
      }
    }
}

function inMegabytes(bytes: number): number {
  return Math.ceil(bytes / 2 ** 20);
}

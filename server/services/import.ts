import type { FileHead, ForeignPiece, LongFile, ReadOptions } from '../../shared/formats/foreign.ts';
import {
  type Format,
  FormatError,
  type ImportPlan,
  isReadable,
  pluralOf,
} from '../../shared/formats/format.ts';
import type { ItemReport } from '../../shared/formats/item-report.ts';
import { formats, formatWith } from '../../shared/formats/registry.ts';
import { kinds } from '../../shared/model/objects.ts';
import { sha256Aside } from '../storage/blob-hashes.ts';
import type { Storage } from '../storage/port.ts';
import {
  fileOf,
  headOf,
  type ImportFile,
  longFile,
  NotText,
  type ReadableFile,
} from './annotations/import-file.ts';
import { takePieces } from './annotations/take-pieces.ts';
import type { Tally } from './annotations/tally.ts';
import { type Unpacked, unpack } from './annotations/unpack.ts';
import { continueLog } from './import-log.ts';
import { addObjects } from './import-objects.ts';
import { type ImportProgress, Meter } from './import-progress.ts';
import { badInput, Refusal } from './refusal.ts';
import { thriftily } from './thriftily.ts';
import { unsafeAddresses } from './web-addresses.ts';

/** Largest file that is taken in, in bytes. */
export const IMPORT_LIMIT = 200 * 2 ** 20;

export interface ImportRequest extends ReadOptions {
  /** A format's id; where none is given, the one that the file looks like, or else Variorum JSON. */
  readonly format?: string;
  /** The file's name. */
  readonly name?: string;
  /** More files that belong to the first one: the text of a file of annotations. */
  readonly beside?: readonly (ImportFile | { readonly name: string; readonly bytes: Uint8Array })[];
  /** The document on which annotations are placed; where none is given, the one that they name or bring along. */
  readonly document?: string;
  /** Says what would happen to annotations, and writes nothing. */
  readonly dry?: boolean;
  /** Who takes the file in. */
  readonly by: string;
  /** The clock of whoever does. */
  readonly at: string;
  /** Makes an id for each change that is needed. */
  readonly newId: () => string;
  /** Hears now and then how far it has come. */
  readonly progress?: (progress: ImportProgress) => void;
  /** Gives it up; nothing is left of it then. */
  readonly signal?: AbortSignal;
  /** How many annotations of each state are told one by one. */
  readonly listed?: number;
}

export interface ImportReport {
  readonly seq: number;
  readonly format: string;
  /** How many objects came in, by kind. */
  readonly added: Readonly<Record<string, number>>;
  /** What is worth knowing, in sentences. */
  readonly notes: readonly string[];
  /** What became of annotations of another program, one by one; of very many, some. */
  readonly items?: readonly ItemReport[];
  /** How many of them came to what. */
  readonly counts?: Tally['counts'];
}

/** What a way of taking in has done. */
export type TakenIn = Pick<ImportReport, 'added' | 'notes' | 'items' | 'counts'>;

/**
 * Takes in a file. Annotations of another program are placed on the texts here, and become claims, all that can be
 * placed or none. An exported desk with a log that goes on from where this desk is (from the beginning, where it
 * is empty) is repeated entry by entry, so that this desk becomes the one it came from; otherwise the objects come
 * in as new ones, all or none.
 * @throws Refusal for a file that is too large, damaged, or at odds with what is here; then nothing was written
 */
export async function importDesk(
  storage: Storage,
  given: Uint8Array | ImportFile,
  request: ImportRequest,
): Promise<ImportReport> {
  const file = 'pieces' in given ? given : fileOf(given, request.name ?? '');
  if (file.size > IMPORT_LIMIT)
    throw new Refusal(
      'too-large',
      `The file has ${inMegabytes(file.size)} MB; up to ${inMegabytes(IMPORT_LIMIT)} MB can be taken in. Export the documents one by one.`,
    );
  const beside = (request.beside ?? []).map(one => ('pieces' in one ? one : fileOf(one.bytes, one.name)));
  const opened: Unpacked[] = [];
  try {
    for (const one of [file, ...beside]) opened.push(await unpack(one));
    const files = opened.flatMap(one => one.files);
    const format = request.format === undefined ? await recognised(files) : formatWith(request.format);
    if (!format || !isReadable(format)) {
      const readable = formats.filter(isReadable).map(({ id }) => id);
      throw badInput(
        'format',
        `"${request.format}" cannot be taken in; these formats can: ${readable.join(', ')}.`,
      );
    }
    const meter = new Meter(
      files.reduce((sum, { size }) => sum + size, 0),
      request,
    );
    const long = files.map(one => longFile(one, meter));
    const taken = await thriftily(() =>
      format.decode
        ? takeDesk(storage, format, long, request)
        : takeAnnotations(storage, format, long, request, meter),
    );
    return { seq: storage.head.seq, format: format.id, ...taken };
  } catch (error) {
    if (error instanceof NotText) throw new Refusal('unreadable', error.message);
    if (error instanceof FormatError) throw badInput(error.path, error.message);
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw new Refusal('unreadable', 'The file is nested too deep to be read.');
    throw error;
  } finally {
    for (const one of opened) one.close();
  }
}

/** As much of a file as its form is told from, in bytes. */
const HEAD = 1 << 20;

/** The first format that a file looks like; Variorum JSON says best what is wrong with one that looks like none. */
async function recognised(files: readonly ReadableFile[]): Promise<Format | undefined> {
  const desk = formatWith('variorum-json');
  const heads: FileHead[] = [];
  for (const file of files) {
    const head = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await headOf(file, HEAD));
    const start = head.slice(0, 300);
    if (/^\ufeff?\s*\{/.test(start) && /"format"\s*:\s*"variorum"/.test(start)) return desk;
    heads.push({ name: file.name, text: head });
  }
  return formats.find(format => heads.some(head => format.recognises?.(head))) ?? desk;
}

async function takeDesk(
  storage: Storage,
  format: Format,
  [file, ...others]: readonly LongFile[],
  request: ImportRequest,
): Promise<TakenIn> {
  if (request.dry)
    throw badInput('dry', 'Only annotations of other programs can be tried out before they are taken in.');
  if (!file || others.length > 0)
    throw new FormatError('', 'An exported desk is one file; these are several, or none.');
  const plan = await format.decode!(file);
  await requireBlobs(plan);
  requireSafeAddresses(plan);
  request.signal?.throwIfAborted();
  return (await continueLog(storage, plan)) ?? (await addObjects(storage, plan, request));
}

async function takeAnnotations(
  storage: Storage,
  format: Format,
  files: readonly LongFile[],
  request: ImportRequest,
  meter: Meter,
): Promise<TakenIn> {
  const options = request.unit === undefined ? {} : { unit: request.unit };
  async function* pieces(): AsyncGenerator<ForeignPiece> {
    for await (const piece of format.read!(files, options)) {
      meter.begin();
      yield piece;
    }
  }
  return takePieces(storage, pieces, format.id, request, meter);
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

import { type AnnotationFile, piecesOf, type ReadOptions } from '../../shared/formats/foreign.ts';
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
import { fileOf, headOf, type ImportFile, longFile } from './annotations/import-file.ts';
import { takePieces } from './annotations/take-pieces.ts';
import type { Tally } from './annotations/tally.ts';
import { isZip, unpack } from './annotations/unpack.ts';
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
  readonly beside?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
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
  try {
    const format = request.format === undefined ? await recognised(file) : formatWith(request.format);
    if (!format || !isReadable(format)) {
      const readable = formats.filter(isReadable).map(({ id }) => id);
      throw badInput(
        'format',
        `"${request.format}" cannot be taken in; these formats can: ${readable.join(', ')}.`,
      );
    }
    const taken = format.decode
      ? await takeDesk(storage, format.decode(readUtf8(await file.bytes())), request)
      : await takeAnnotations(storage, format, file, request);
    return { seq: storage.head.seq, format: format.id, ...taken };
  } catch (error) {
    if (error instanceof FormatError) throw badInput(error.path, error.message);
    if (error instanceof RangeError && /call stack/i.test(error.message))
      throw new Refusal('unreadable', 'The file is nested too deep to be read.');
    throw error;
  }
}

/** As much of a file as its form is told from, in bytes. */
const HEAD = 1 << 20;

/** The first format that a file looks like; Variorum JSON says best what is wrong with one that looks like none. */
async function recognised(file: ImportFile): Promise<Format | undefined> {
  const desk = formatWith('variorum-json');
  const head = await headOf(file, HEAD);
  const start = new TextDecoder().decode(head.subarray(0, 300));
  if (/^\ufeff?\s*\{/.test(start) && /"format"\s*:\s*"variorum"/.test(start)) return desk;
  let files: readonly AnnotationFile[];
  try {
    files =
      head.length < file.size && !isZip(head)
        ? [{ name: file.name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(head) }]
        : await unpack(await file.bytes(), file.name);
  } catch {
    return desk;
  }
  return formats.find(format => files.some(one => format.recognises?.(one))) ?? desk;
}

async function takeDesk(storage: Storage, plan: ImportPlan, request: ImportRequest): Promise<TakenIn> {
  if (request.dry)
    throw badInput('dry', 'Only annotations of other programs can be tried out before they are taken in.');
  await requireBlobs(plan);
  requireSafeAddresses(plan);
  return (await continueLog(storage, plan)) ?? (await addObjects(storage, plan, request));
}

async function takeAnnotations(
  storage: Storage,
  format: Format,
  file: ImportFile,
  request: ImportRequest,
): Promise<TakenIn> {
  const options = request.unit === undefined ? {} : { unit: request.unit };
  const meter = new Meter(file.size, request);
  const beside = request.beside ?? [];
  if (format.stream && beside.length === 0 && !isZip(await headOf(file, 4))) {
    const long = longFile(file, read => meter.read(read));
    return thriftily(() =>
      takePieces(storage, () => format.stream!(long, options), format.id, request, meter),
    );
  }
  const all = [{ name: file.name, bytes: await file.bytes() }, ...beside];
  const files = (await Promise.all(all.map(one => unpack(one.bytes, one.name)))).flat();
  const read = format.read!(files, options);
  meter.total(read.annotations.length);
  return thriftily(() => takePieces(storage, () => piecesOf(read), format.id, request, meter));
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

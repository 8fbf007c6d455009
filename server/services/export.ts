import { randomUUID } from 'node:crypto';
import { stemOf } from '../../shared/formats/file-stem.ts';
import {
  type DeskView,
  type Format,
  FormatError,
  isWritable,
  type WriteOptions,
} from '../../shared/formats/format.ts';
import { Losses } from '../../shared/formats/losses.ts';
import { formats, formatWith } from '../../shared/formats/registry.ts';
import { type PartAsked, Scope, scopeOf } from '../../shared/formats/scope.ts';
import { type Storage, StorageStopped } from '../storage/port.ts';
import { viewDesk } from './export-view.ts';
import { readNoted } from './noted.ts';
import { badInput, Refusal } from './refusal.ts';
import { thrifty } from './thriftily.ts';
import { wrap } from './wrap-files.ts';

/** Milliseconds after which others have their turn, and it comes to light that nobody is waiting any more. */
const SLICE_MS = 12;

export interface ExportRequest extends WriteOptions, PartAsked {
  /** A format's id. */
  readonly format: string;
  /** What `keepPart` gave for a part that is too long to be named. */
  readonly part?: string | undefined;
}

/** An export under way. The text comes piece by piece; an error while it comes means that what came is not whole. */
export interface DeskExport {
  readonly format: Format;
  /** A name for the file, in ASCII letters, digits, dots and hyphens. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly pieces: AsyncIterable<string | Uint8Array>;
  /** What the format cannot carry; whole when all pieces have come. */
  readonly losses: Losses;
}

/**
 * Writes the desk, or a part of it, in a format.
 * @param known the desk or part of it that is asked for, where it was read before
 * @throws Refusal where there is no such format or no such part
 */
export async function exportDesk(
  storage: Storage,
  request: ExportRequest,
  known?: DeskView,
): Promise<DeskExport> {
  const format = formatWith(request.format);
  if (!format || !isWritable(format))
    throw new Refusal(
      'not-found',
      `There is no format "${request.format}"; there are ${formats
        .filter(isWritable)
        .map(({ id }) => id)
        .join(', ')}.`,
    );
  const view = known ?? (await viewDesk(storage, await askedScope(storage, request)));
  const losses = new Losses();
  const { columns, language } = request;
  const options = { ...(columns ? { columns } : {}), ...(language ? { language } : {}) };
  const name = nameOf(view);
  const whole = {
    format,
    fileName: `${name}.${format.extension}`,
    mediaType: format.mediaType,
    losses,
  };
  if (format.encode) return { ...whole, pieces: thrifty(begin(() => format.encode!(view, losses, options))) };
  const { isArchive, pieces } = await wrap(format.files!(view, losses, options));
  return isArchive
    ? { ...whole, fileName: `${name}.${format.id}.zip`, mediaType: 'application/zip', pieces }
    : { ...whole, pieces };
}

/**
 * Keeps which part of the desk is asked for, for a day, where that is too long for an address.
 * @returns the name by which an export asks for it
 * @throws Refusal where nothing can be written
 */
export async function keepPart(storage: Storage, scope: Scope): Promise<string> {
  const id = randomUUID();
  try {
    await storage.keepNote(id, JSON.stringify(scope));
    return id;
  } catch (error) {
    if (error instanceof StorageStopped) throw new Refusal('read-only', error.message);
    throw error;
  }
}

/** @throws Refusal for a part that is asked for in two ways, or is not kept any more */
async function askedScope(storage: Storage, { part, ...asked }: ExportRequest): Promise<Scope> {
  const scope = scopeOf(asked);
  if (!scope || (part !== undefined && scope.of !== 'whole'))
    throw badInput(
      'query',
      'What is asked for does not go together: name documents, claims or a part, or a filter with one document at most.',
    );
  if (part === undefined) return scope;
  const kept = await readNoted(storage, part, Scope);
  if (!kept)
    throw new Refusal(
      'not-found',
      'What was to be exported is not known here any more. Choose it once more.',
    );
  return kept;
}

/** @throws Refusal for options that the format does not know */
function begin(encode: () => AsyncIterable<string>): AsyncIterable<string> {
  try {
    return encode();
  } catch (error) {
    if (error instanceof FormatError) throw badInput(error.path, error.message);
    throw error;
  }
}

/**
 * The export is made, and let go of.
 * @param isWanted asked between two pieces: nobody may be waiting any more
 * @returns what a format cannot carry of a desk or a part of it, and how many bytes it comes to; undefined where it was
 * given up
 */
export async function lossesOf(
  storage: Storage,
  request: ExportRequest,
  isWanted: () => boolean,
): Promise<{ readonly losses: Losses; readonly bytes: number } | undefined> {
  const { losses, pieces } = await exportDesk(storage, request);
  let bytes = 0;
  let others = performance.now();
  for await (const piece of pieces) {
    bytes += Buffer.byteLength(piece);
    if (performance.now() - others > SLICE_MS) {
      await new Promise(resolve => setImmediate(resolve));
      others = performance.now();
    }
    if (!isWanted()) return undefined;
  }
  return { losses, bytes };
}

function nameOf({ objects, scope }: DeskView): string {
  if (scope.of === 'whole') return 'desk';
  if (scope.of === 'documents') return `${scope.documents.length}-documents`;
  if (scope.of === 'claims') return `${scope.claims.length}-claims`;
  const title = objects.document.find(({ id }) => id === scope.document)?.object.title ?? 'claims';
  return stemOf(title) + (scope.of === 'filter' ? '-filtered' : '');
}

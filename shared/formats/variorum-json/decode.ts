import { Sha256 } from '../../model/ids.ts';
import { type Kind, kinds } from '../../model/objects.ts';
import { fromBase64 } from '../base64.ts';
import type { LongFile } from '../foreign.ts';
import { FormatError, type ImportPlan, pluralOf } from '../format.ts';
import { jsonItems } from '../json-items.ts';
import { documentsOf } from '../scope.ts';
import { faultOf } from './fault.ts';
import { FORMAT_VERSION, items, VariorumFile } from './file.ts';

type List = keyof typeof items;
type Lists = { [K in List]: NonNullable<Exclude<VariorumFile[K], string>> };

/** One reader for each version of the form. */
const readers: Readonly<Record<number, (read: ReadFile) => ImportPlan>> = { 1: readVersion1 };

/** What stands in a file, and the first thing in it that is wrong. */
interface ReadFile {
  readonly frame: object;
  readonly lists: Lists;
  readonly blobs: ReadonlyMap<string, Uint8Array>;
  readonly fault: FormatError | undefined;
}

/**
 * Reads a Variorum JSON file of any version, object by object: what is held of it is what comes of it.
 * @throws FormatError with the path of the first thing that is wrong
 */
export async function decode(file: LongFile): Promise<ImportPlan> {
  try {
    const read = await readFile(file);
    const { format, formatVersion: version } = read.frame as { format?: unknown; formatVersion?: unknown };
    if (format !== 'variorum')
      throw new FormatError(
        'format',
        'This is not a Variorum file: it does not begin with "format":"variorum".',
      );
    const reader = typeof version === 'number' ? readers[version] : undefined;
    if (!reader)
      throw new FormatError(
        'formatVersion',
        `This file is of version ${JSON.stringify(version) ?? 'unknown'}; versions up to ${FORMAT_VERSION} can be read here. A newer Variorum may read it.`,
      );
    return reader(read);
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError('', 'The file is nested too deeply to be read.');
    if (!(error instanceof SyntaxError)) throw error;
    throw new FormatError(
      '',
      `This is not whole JSON: ${error.message}. Was the file cut off or altered? Export it again.`,
    );
  }
}

async function readFile(file: LongFile): Promise<ReadFile> {
  const names = Object.keys(items) as List[];
  const lists = Object.fromEntries(names.map(name => [name, []])) as unknown as Lists;
  const blobs = new Map<string, Uint8Array>();
  let frame: object = {};
  let fault: FormatError | undefined;
  const take = (value: unknown, name: string | undefined, key: string | undefined): void => {
    if (name === 'blobs') takeBlob(blobs, key, value);
    else if (name && Object.hasOwn(items, name)) {
      const list = lists[name as List] as unknown[];
      const { error } = items[name as List].safeParse(value);
      if (error) throw faultOf(error, [name, list.length]);
      // What the schema gives back has been trimmed here and there; what is taken in is what stands in the file.
      list.push(value);
    }
  };
  const wanted = { lists: names, entries: ['blobs'] };
  for await (const { value, of, key, taken } of jsonItems(file.text(), wanted))
    if (of === undefined) frame = framed(value, taken);
    else if (!fault)
      try {
        if (taken) throw new FormatError(of, `${of} is no list.`);
        take(value, of, key);
      } catch (error) {
        if (!(error instanceof FormatError)) throw error;
        // Whether it is a file of this form at all is not known before its end.
        fault = error;
      }
  return { frame, lists, blobs, fault };
}

/** What stands around the lists, with empty ones in their places. @throws FormatError where one of them comes twice */
function framed(value: unknown, taken: readonly string[] = []): object {
  const around = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  const twice = taken.find((name, i) => taken.indexOf(name) !== i || Object.hasOwn(around, name));
  if (twice !== undefined) throw new FormatError(twice, `"${twice}" stands in the file twice.`);
  return { ...around, ...Object.fromEntries(taken.map(name => [name, name === 'blobs' ? {} : []])) };
}

function takeBlob(blobs: Map<string, Uint8Array>, key: string | undefined, value: unknown): void {
  const path = `blobs.${key}`;
  if (key === undefined || !Sha256.safeParse(key).success || typeof value !== 'string')
    throw new FormatError(path, `${path} is not as it should be: bytes stand in base64 under their SHA-256.`);
  const bytes = fromBase64(value);
  if (!bytes) throw new FormatError(path, `The bytes under ${path} are not base64.`);
  blobs.set(key, bytes);
}

function readVersion1({ frame, lists, blobs, fault }: ReadFile): ImportPlan {
  if (fault) throw fault;
  const checked = VariorumFile.safeParse(frame);
  if (!checked.success) throw faultOf(checked.error);
  const file = frame as VariorumFile;
  requireDistinctIds(lists);
  requireScope(file, lists);
  return {
    scope: file.scope,
    objects: {
      document: lists.documents,
      claim: lists.claims,
      source: lists.sources,
      entity: lists.entities,
      conflict: lists.conflicts,
      refusal: lists.refusals,
      annotation: lists.annotations,
    },
    removed: lists.removed,
    blobs,
    ...(typeof file.log === 'string' ? {} : { log: { head: file.head!, entries: lists.log } }),
  };
}

function requireDistinctIds(lists: Lists): void {
  const seen = new Map<string, string>();
  for (const [kind, id, path] of namedObjects(lists)) {
    const before = seen.get(`${kind}/${id}`);
    if (before)
      throw new FormatError(path, `${path} has the id of ${before}: ${id}. Each ${kind} needs its own.`);
    seen.set(`${kind}/${id}`, path);
  }
}

function* namedObjects(lists: Lists): Generator<readonly [kind: Kind, id: string, path: string]> {
  for (const kind of kinds)
    for (const [i, { id }] of lists[pluralOf[kind]].entries()) yield [kind, id, `${pluralOf[kind]}.${i}.id`];
  for (const [i, { kind, object }] of lists.removed.entries())
    yield [kind, object.id, `removed.${i}.object.id`];
}

/** An export of the whole has a head and a log; one of a part has neither. */
function requireScope(file: VariorumFile, { documents }: Lists): void {
  const whole = file.scope.of === 'whole';
  if ((file.head !== undefined) !== whole)
    throw new FormatError(
      'head',
      whole ? 'An export of the whole desk needs "head".' : 'An export of a part has no "head".',
    );
  if ((typeof file.log !== 'string') !== whole)
    throw new FormatError(
      'log',
      whole ? 'An export of the whole desk needs its log.' : 'An export of a part has no log.',
    );
  const { scope } = file;
  const here = new Set(documents.map(({ id }) => id));
  const missing = documentsOf(scope)?.find(id => !here.has(id));
  if (missing !== undefined)
    throw new FormatError(`scope.${scope.of}`, `The document ${missing} is not among "documents".`);
}

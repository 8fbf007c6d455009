import { type Kind, kinds } from '../../model/objects.ts';
import { fromBase64 } from '../base64.ts';
import { FormatError, type ImportPlan, pluralOf } from '../format.ts';
import { faultOf } from './fault.ts';
import { FORMAT_VERSION, VariorumFile } from './file.ts';

/** One reader for each version of the form. */
const readers: Readonly<Record<number, (json: object) => ImportPlan>> = { 1: readVersion1 };

/**
 * Reads a Variorum JSON file of any version.
 * @throws FormatError with the path of the first thing that is wrong
 */
export function decode(text: string): ImportPlan {
  const json = parse(text);
  if (json === null || typeof json !== 'object' || (json as { format?: unknown }).format !== 'variorum')
    throw new FormatError(
      'format',
      'This is not a Variorum file: it does not begin with "format":"variorum".',
    );
  const version = (json as { formatVersion?: unknown }).formatVersion;
  const read = typeof version === 'number' ? readers[version] : undefined;
  if (!read)
    throw new FormatError(
      'formatVersion',
      `This file is of version ${JSON.stringify(version) ?? 'unknown'}; versions up to ${FORMAT_VERSION} can be read here. A newer Variorum may read it.`,
    );
  try {
    return read(json);
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError('', 'The file is nested too deeply to be read.');
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FormatError(
      '',
      `This is not whole JSON: ${(error as Error).message}. Was the file cut off or altered? Export it again.`,
    );
  }
}

function readVersion1(json: object): ImportPlan {
  const checked = VariorumFile.safeParse(json);
  if (!checked.success) throw faultOf(checked.error);
  // What the schema gives back has been trimmed here and there; what is taken in is what stands in the file.
  const file = json as VariorumFile;
  requireDistinctIds(file);
  requireScope(file);
  return {
    scope: file.scope,
    objects: {
      document: file.documents,
      claim: file.claims,
      source: file.sources,
      entity: file.entities,
      conflict: file.conflicts,
      refusal: file.refusals ?? [],
      annotation: file.annotations ?? [],
    },
    removed: file.removed,
    blobs: readBlobs(file.blobs),
    ...(typeof file.log === 'string' ? {} : { log: { head: file.head!, entries: file.log } }),
  };
}

function requireDistinctIds(file: VariorumFile): void {
  const seen = new Map<string, string>();
  for (const [kind, id, path] of namedObjects(file)) {
    const before = seen.get(`${kind}/${id}`);
    if (before)
      throw new FormatError(path, `${path} has the id of ${before}: ${id}. Each ${kind} needs its own.`);
    seen.set(`${kind}/${id}`, path);
  }
}

function* namedObjects(file: VariorumFile): Generator<readonly [kind: Kind, id: string, path: string]> {
  for (const kind of kinds)
    for (const [i, { id }] of (file[pluralOf[kind]] ?? []).entries())
      yield [kind, id, `${pluralOf[kind]}.${i}.id`];
  for (const [i, { kind, object }] of file.removed.entries())
    yield [kind, object.id, `removed.${i}.object.id`];
}

/** An export of the whole has a head and a log; one of a part has neither. */
function requireScope(file: VariorumFile): void {
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
  if (scope.of === 'document' && !file.documents.some(({ id }) => id === scope.document))
    throw new FormatError('scope.document', `The document ${scope.document} is not among "documents".`);
}

function readBlobs(blobs: VariorumFile['blobs']): Map<string, Uint8Array> {
  const read = new Map<string, Uint8Array>();
  if (typeof blobs === 'string') return read;
  for (const [hash, text] of Object.entries(blobs)) {
    const bytes = fromBase64(text);
    if (!bytes) throw new FormatError(`blobs.${hash}`, `The bytes under blobs.${hash} are not base64.`);
    read.set(hash, bytes);
  }
  return read;
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import { isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { Id } from '../../../shared/model/ids.ts';
import { exportDesk } from '../../services/export.ts';
import { openStorage } from '../../storage/registry.ts';
import { Progress } from '../progress.ts';
import { readLanguage } from '../read-language.ts';
import { heeding, stoppable } from '../stoppable.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';
import { writeWhole } from '../write-whole.ts';

export interface ExportFlags {
  readonly data?: string;
  readonly document?: string;
  readonly claims?: string;
  readonly filter?: string;
  readonly columns?: string;
  readonly lang?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/**
 * Writes the desk in a format, to a file or to standard output; works beside a running server. What the format cannot
 * carry is told on the error stream. Where it is stopped, no file is left.
 */
export async function exportTo(
  surroundings: Surroundings,
  format: string,
  flags: ExportFlags,
): Promise<number> {
  const known = formats.filter(isWritable).map(({ id }) => id);
  if (!known.includes(format))
    throw new UsageError(`There is no format "${format}"; there are ${known.join(', ')}.`);
  const filter = readFilter(flags.filter);
  const documents = flags.document === undefined ? undefined : listed(flags.document);
  requireIds('a document', documents);
  const claims = flags.claims === undefined ? undefined : await readClaims(surroundings, flags.claims);
  requireIds('a claim', claims);
  const language = readLanguage(flags.lang);
  const storage = await openStorage(storeAddress(surroundings, flags.data), { readOnly: true });
  try {
    const { losses, pieces } = await exportDesk(storage, {
      format,
      ...{ documents, claims, filter },
      ...(language === undefined ? {} : { language }),
      ...(flags.columns === undefined ? {} : { columns: listed(flags.columns) }),
    });
    await write(surroundings, pieces, flags.out);
    if (flags.json) say(surroundings.errors, JSON.stringify({ losses: losses.list }));
    else
      for (const { says, count } of losses.list) say(surroundings.errors, `Left behind (${count}): ${says}`);
    return 0;
  } finally {
    await storage.close();
  }
}

/** @throws Stopped at Ctrl C: a file that was there before is as it was */
async function write(
  { out, errors, folder }: Surroundings,
  pieces: AsyncIterable<string | Uint8Array>,
  file: string | undefined,
): Promise<void> {
  const says =
    file === undefined
      ? 'Stopped: what was printed is not whole.'
      : 'Nothing was written, because it was stopped.';
  const progress = new Progress(errors, 'Writing');
  try {
    await stoppable(says, async signal => {
      const passing = progress.passing(heeding(pieces, signal));
      if (file === undefined) await pipeline(passing, out, { end: false, signal });
      else await writeWhole(path.resolve(folder, file), passing);
    });
  } finally {
    progress.end();
  }
}

function readFilter(text: string | undefined): ClaimFilter | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError('--filter takes a claim filter as JSON, such as {"types":["date"]}.');
  }
  const result = ClaimFilter.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw new UsageError(`--filter: ${[issue.path.join('.'), issue.message].filter(Boolean).join(' ')}.`);
}

/** @returns what stands between commas, spaces or line ends */
const listed = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** @returns ids as they are given, or as they stand in a file (`@claims.txt`) or on standard input (`@-`) */
async function readClaims({ folder }: Surroundings, given: string): Promise<string[]> {
  if (!given.startsWith('@')) return listed(given);
  if (given === '@-') return listed(await textOf(process.stdin));
  const file = path.resolve(folder, given.slice(1));
  try {
    return listed(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`--claims: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

function requireIds(what: string, ids: readonly string[] | undefined): void {
  if (ids?.length === 0) throw new UsageError(`No id of ${what} is given.`);
  const wrong = ids?.find(id => !Id.safeParse(id).success);
  if (wrong !== undefined) throw new UsageError(`"${wrong}" is not the id of ${what}.`);
}

import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import { isWritable } from '../../../shared/formats/format.ts';
import { formats } from '../../../shared/formats/registry.ts';
import { Id } from '../../../shared/model/ids.ts';
import { exportDesk } from '../../services/export.ts';
import { openStorage } from '../../storage/registry.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';
import { writeWhole } from '../write-whole.ts';

export interface ExportFlags {
  readonly data?: string;
  readonly document?: string;
  readonly filter?: string;
  readonly columns?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/**
 * Writes the desk in a format, to a file or to standard output; works beside a running server. What the format cannot
 * carry is told on the error stream.
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
  if (flags.document !== undefined && !Id.safeParse(flags.document).success)
    throw new UsageError(`"${flags.document}" is not the id of a document.`);
  const storage = await openStorage(storeAddress(surroundings, flags.data), { readOnly: true });
  try {
    const { losses, pieces } = await exportDesk(storage, {
      format,
      ...(flags.document === undefined ? {} : { document: flags.document }),
      ...(filter === undefined ? {} : { filter }),
      ...(flags.columns === undefined ? {} : { columns: flags.columns.split(',').map(name => name.trim()) }),
    });
    if (flags.out === undefined) await pipeline(pieces, surroundings.out, { end: false });
    else await writeWhole(path.resolve(surroundings.folder, flags.out), pieces);
    if (flags.json) say(surroundings.errors, JSON.stringify({ losses: losses.list }));
    else
      for (const { says, count } of losses.list) say(surroundings.errors, `Left behind (${count}): ${says}`);
    return 0;
  } finally {
    await storage.close();
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

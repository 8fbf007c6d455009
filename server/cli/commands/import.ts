import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { v7 as newId } from 'uuid';
import { pluralOf } from '../../../shared/formats/format.ts';
import { type ItemReport, reportOn } from '../../../shared/formats/item-report.ts';
import { type Unit, units } from '../../../shared/formats/placing/sought.ts';
import { Id } from '../../../shared/model/ids.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { fileAt, type ImportFile } from '../../services/annotations/import-file.ts';
import { type ImportReport, importDesk } from '../../services/import.ts';
import type { ImportProgress } from '../../services/import-progress.ts';
import { openStorage } from '../../storage/registry.ts';
import { accountName } from '../account-name.ts';
import { Progress } from '../progress.ts';
import { stoppable } from '../stoppable.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';

export interface ImportFlags {
  readonly data?: string;
  readonly format?: string;
  readonly by?: string;
  readonly document?: string;
  readonly unit?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/**
 * Takes files into the desk, which nobody else may have open: an exported desk, or files of annotations that belong
 * together. A folder stands for the files in it.
 * @returns 0, or 1 where something could not be placed
 */
export async function importFrom(
  surroundings: Surroundings,
  paths: readonly string[],
  flags: ImportFlags,
): Promise<number> {
  const { errors, out, folder } = surroundings;
  const { document, unit } = flags;
  if (document !== undefined && !Id.safeParse(document).success)
    throw new UsageError(`"${document}" is not the id of a document.`);
  if (unit !== undefined && !units.includes(unit as Unit))
    throw new UsageError(`"${unit}" is not a unit of offsets; there are ${units.join(', ')}.`);
  const [first, ...beside] = await filesAt(folder, paths);
  if (!first) throw new UsageError('There is no file in that folder.');
  const storage = await openStorage(
    storeAddress(surroundings, flags.data),
    flags.dryRun ? { readOnly: true } : {},
  );
  const progress = new Progress(errors, flags.dryRun ? 'Trying out' : 'Taking in');
  try {
    const report = await stoppable('Nothing was taken in, because it was stopped.', signal =>
      importDesk(storage, first, {
        beside,
        progress: now => progress.say(saysOf(now)),
        signal,
        ...(flags.json ? { listed: Number.POSITIVE_INFINITY } : {}),
        ...(flags.format === undefined ? {} : { format: flags.format }),
        ...(document === undefined ? {} : { document }),
        ...(unit === undefined ? {} : { unit: unit as Unit }),
        ...(flags.dryRun ? { dry: true } : {}),
        by: flags.by ?? accountName(),
        at: new Date().toISOString(),
        newId: () => newId(),
      }),
    );
    progress.end();
    const { items, counts } = report;
    if (flags.json)
      say(
        out,
        JSON.stringify(
          { ...report, ...(items ? { items: reportOn(items) } : {}), counts: undefined },
          null,
          2,
        ),
      );
    else tell(surroundings, report, Boolean(flags.dryRun));
    return counts && counts.unplaced > 0 ? 1 : 0;
  } finally {
    progress.end();
    await storage.close();
  }
}

const saysOf = ({ step, items, share }: ImportProgress): string =>
  step === 'writing'
    ? `${items} annotations are placed and are being written`
    : `${items} annotations${share === undefined ? '' : `, ${Math.floor(share * 100)} %`}`;

async function filesAt(folder: string, paths: readonly string[]): Promise<ImportFile[]> {
  const files: ImportFile[] = [];
  for (const given of paths) {
    const place = path.resolve(folder, given);
    const found = await stat(place).catch(() => undefined);
    if (!found) throw new UsageError(`There is no file ${given}.`);
    const names = found.isDirectory()
      ? (await readdir(place, { withFileTypes: true })).filter(entry => entry.isFile())
      : [];
    const inside = found.isDirectory() ? names.map(({ name }) => path.join(place, name)).sort() : [place];
    for (const file of inside) files.push(await fileAt(file));
  }
  return files;
}

function tell({ out }: Surroundings, { added, counts, items, notes }: ImportReport, dry: boolean): void {
  if (items && counts) tellItems(out, items, counts);
  const said = Object.entries(added)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${count === 1 ? kind : pluralOf[kind as Kind]}`)
    .join(', ');
  say(out, `${dry ? 'Would be taken in' : 'Taken in'}: ${said || 'nothing that was not here'}.`);
  for (const note of notes) say(out, note);
}

function tellItems(
  out: Surroundings['out'],
  items: readonly ItemReport[],
  { exact, repaired, unplaced, known }: NonNullable<ImportReport['counts']>,
): void {
  const { list } = reportOn(items);
  for (const { id, label, says, state, words } of list) {
    if (state !== 'unplaced' && state !== 'repaired') continue;
    say(out, `${state}  ${id}${label ? ` ${label}` : ''}${words ? ` “${words}”` : ''}: ${says}`);
  }
  const more =
    unplaced + repaired - list.filter(({ state }) => state === 'unplaced' || state === 'repaired').length;
  if (more > 0) say(out, `… and ${more} more; --json tells all of them.`);
  say(
    out,
    `${exact + repaired + unplaced + known} annotations: ${exact} exact, ${repaired} repaired, ${unplaced} could not be placed, ${known} taken in before.`,
  );
}

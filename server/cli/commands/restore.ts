import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { RedactionList, type RedactionOrder } from '../../../shared/model/redaction.ts';
import { restoreBackup } from '../../storage/lowdb/backup/restore.ts';
import { redactionsOf } from '../../storage/lowdb/redacting/redact.ts';
import { folderOf } from '../../storage/registry.ts';
import { isEmpty, setAside } from '../desk-folder.ts';
import { Progress } from '../progress.ts';
import { type Surroundings, say, storeAddress, UsageError } from '../surroundings.ts';

export interface RestoreFlags {
  readonly data?: string;
  readonly redactions?: readonly string[];
  readonly despiteFaults?: boolean;
  readonly json?: boolean;
}

/** Makes a desk of a backup, once all of it was checked. A desk that is there is moved aside. */
export async function restore(
  surroundings: Surroundings,
  file: string,
  flags: RestoreFlags,
): Promise<number> {
  const { out, errors, folder } = surroundings;
  const desk = folderOf(storeAddress(surroundings, flags.data));
  const redactions = await gather(surroundings, desk, flags.redactions ?? []);
  const progress = new Progress(errors, 'Unpacking');
  const { manifest, aside, redacted, verification } = await restoreBackup(path.resolve(folder, file), desk, {
    redactions,
    despiteFaults: flags.despiteFaults === true,
    progress: progress.tell,
    setAside: () => setAside(desk, new Date()),
  }).finally(() => progress.end());
  const { findings, remarks, entries, objects } = verification;
  if (flags.json) {
    const { files, ...about } = manifest;
    const told = {
      folder: desk,
      aside: aside ?? null,
      ...about,
      files: files.length,
      redacted,
      findings,
      remarks,
    };
    out.write(`${JSON.stringify(told, null, 2)}\n`);
    return findings.length === 0 ? 0 : 1;
  }
  if (aside !== undefined) say(out, `The desk that was there is now in ${aside}`);
  for (const { documentId, at, by, why } of redacted)
    say(out, `Redacted again, as ${by} did on ${at.slice(0, 10)} in document ${documentId}: ${why}`);
  for (const finding of findings) say(out, `✗ ${finding}`);
  say(
    out,
    `✓ ${entries} log entries and ${objects} objects, as they stood on ${manifest.made}, are in ${desk}`,
  );
  return findings.length === 0 ? 0 : 1;
}

/** Redactions of the desk that is there, and of every list or desk that was given. */
async function gather(
  { folder }: Surroundings,
  desk: string,
  given: readonly string[],
): Promise<readonly RedactionOrder[]> {
  const all = new Map<string, RedactionOrder>();
  const take = (orders: readonly RedactionOrder[]) => {
    for (const order of orders) all.set(order.id, order);
  };
  if (!(await isEmpty(desk))) take(await ofDamaged(desk));
  for (const one of given) {
    const place = path.resolve(folder, one);
    const found = await stat(place).catch(() => undefined);
    if (!found) throw new UsageError(`There is no list of redactions and no desk at ${place}.`);
    take(found.isDirectory() ? await redactionsOf(place) : await ofList(place));
  }
  return [...all.values()];
}

async function ofList(place: string): Promise<readonly RedactionOrder[]> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(place, 'utf8'));
  } catch (error) {
    throw new UsageError(`${place} is no list of redactions: ${(error as Error).message}`);
  }
  const result = RedactionList.safeParse(value);
  if (result.success) return result.data.redactions;
  const issue = result.error.issues[0]!;
  throw new UsageError(`${place} is no list of redactions: ${issue.path.join('.')} ${issue.message}`);
}

/** A desk is often restored because it is damaged: then the list that lies beside its journal has to do. */
async function ofDamaged(desk: string): Promise<readonly RedactionOrder[]> {
  try {
    return await redactionsOf(desk);
  } catch {
    const list = path.join(desk, 'redactions.json');
    return (await stat(list).catch(() => undefined)) ? ofList(list) : [];
  }
}

import path from 'node:path';
import { codeOf, type FileLayer, readIfThere, replaceFile, writeAll } from './files.ts';
import type { Layout } from './layout.ts';

/**
 * The version of the folder's format that this program writes.
 * 1: the first one.
 * 2: the log may hold `revise`, which moves claims, and `redact` with tombstones. A program that knows neither would take
 * the one for nothing and the other for damage; by the number it refuses the desk and says why.
 * 3: the reading of a revision may have an extraction, which names bytes of its own, and a revision a retrieval. A program
 * that knows neither would take such revisions for damaged.
 */
export const FORMAT = 3;

/** Takes a desk from one version of the format to the next, in place. */
export interface Migration {
  readonly from: number;
  migrate(files: FileLayer, layout: Layout): Promise<void>;
}

/** One for every version that ever shipped before this one, oldest first. */
export const migrations: readonly Migration[] = [
  // Every desk of format 1 is one of format 2 in which neither has happened yet.
  { from: 1, migrate: async () => undefined },
  // Every desk of format 2 is one of format 3 all of whose files are plain text.
  { from: 2, migrate: async () => undefined },
];

/** A folder that is no desk, or one that this program cannot read. */
export class UnknownFormat extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnknownFormat';
  }
}

/**
 * @returns the version of the desk in a folder; undefined for a folder without one
 * @throws UnknownFormat for a folder with other things in it, and for a version newer than `target`
 */
export async function readFormat(
  files: FileLayer,
  layout: Layout,
  target = FORMAT,
): Promise<number | undefined> {
  const bytes = await readIfThere(files, layout.format);
  if (!bytes) {
    const others = (await files.list(layout.root)).filter(
      name => !/^(\.|lock|format\.json\.next$)/.test(name),
    );
    if (others.length === 0) return undefined;
    throw new UnknownFormat(
      `${layout.root} holds ${others.slice(0, 3).join(', ')} but no format.json, so it is not a desk. ` +
        'Choose an empty folder, or put the file format.json back.',
    );
  }
  const version = versionIn(bytes);
  if (version === undefined)
    throw new UnknownFormat(
      `${layout.format} does not say which version it is. Put back the file as it was.`,
    );
  if (version > target)
    throw new UnknownFormat(
      `The desk in ${layout.root} has format ${version}; this program knows formats up to ${target}. ` +
        'Open it with a newer version of the program.',
    );
  return version;
}

/** Writes format.json and makes it durable. */
export async function writeFormat(files: FileLayer, layout: Layout, version = FORMAT): Promise<void> {
  await replaceFile(
    files,
    layout.format,
    Buffer.from(`{ "format": "variorum-desk", "version": ${version} }\n`),
  );
  await files.syncFolder(layout.root);
}

/**
 * Brings an older desk to this program's format, after a backup of everything but the blobs, which no migration changes.
 * @returns what was done, in sentences
 */
export async function migrate(
  files: FileLayer,
  layout: Layout,
  version: number,
  { steps = migrations, target = FORMAT } = {},
): Promise<string[]> {
  if (version === target) return [];
  const backup = path.join(layout.root, `backup-of-format-${version}`);
  // A crash may come at any point: what says that the copy is whole is copied last, and a whole one is not made again.
  const mark = path.join(backup, path.basename(layout.format));
  if (!(await files.stat(mark))) {
    for (const name of await files.list(layout.root))
      if (!/^(lock|format\.json|blobs$|uploads$|backup-of-)/.test(name))
        await copy(files, path.join(layout.root, name), path.join(backup, name));
    await files.syncFolder(layout.root);
    await files.makeFolder(backup);
    await replaceFile(files, mark, await files.read(layout.format));
    await files.syncFolder(backup);
  }
  for (let from = version; from < target; from++) {
    const step = steps.find(known => known.from === from);
    if (!step)
      throw new UnknownFormat(`There is no way from format ${from} to ${from + 1} for ${layout.root}.`);
    await step.migrate(files, layout);
    await writeFormat(files, layout, from + 1);
  }
  return [
    `The desk was brought from format ${version} to ${target}; as it was before, it lies in ${layout.shown(backup)}.`,
  ];
}

function versionIn(bytes: Buffer): number | undefined {
  try {
    const { format, version } = JSON.parse(bytes.toString('utf8')) as { format?: unknown; version?: unknown };
    return format === 'variorum-desk' && Number.isInteger(version) ? (version as number) : undefined;
  } catch {
    return undefined;
  }
}

async function copy(files: FileLayer, from: string, to: string): Promise<void> {
  let bytes: Buffer;
  try {
    bytes = await files.read(from);
  } catch (error) {
    if (codeOf(error) !== 'EISDIR') throw error;
    for (const name of await files.list(from)) await copy(files, path.join(from, name), path.join(to, name));
    return;
  }
  await files.makeFolder(path.dirname(to));
  const file = await files.open(to, 'replace');
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await files.syncFolder(path.dirname(to));
}

import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { UsageError } from '../surroundings.ts';

/** A file that is to be added, by its path as it was given, or an address. */
export interface GivenFile {
  readonly given: string;
  /** Where it came from, as its document is to say. */
  readonly origin: string;
  /** Undefined for an address. */
  readonly read: (() => Promise<Buffer>) | undefined;
}

/**
 * Finds the files that are meant: those named, all within folders that are named but for hidden ones, and addresses.
 * @throws UsageError where there is no such file
 */
export async function gatherFiles(folder: string, paths: readonly string[]): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (const given of new Set(paths)) {
    if (/^https?:\/\//i.test(given)) {
      files.push({ given, origin: given, read: undefined });
      continue;
    }
    const place = path.resolve(folder, given);
    const found = await stat(place).catch(() => undefined);
    if (!found) throw new UsageError(`There is no file ${given}.`);
    if (!found.isDirectory()) files.push(fileAt(place, given, path.basename(place)));
    else
      for (const inner of await within(place))
        files.push(fileAt(path.join(place, inner), path.join(given, inner), inner));
  }
  return files;
}

const fileAt = (place: string, given: string, origin: string): GivenFile => ({
  given,
  origin: origin.split(path.sep).join('/'),
  read: () => readFile(place),
});

/** @returns the files in a folder and the folders in it, by their paths from there, in order of their names */
async function within(folder: string): Promise<string[]> {
  const inside: string[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile()) inside.push(entry.name);
    else if (entry.isDirectory())
      for (const name of await within(path.join(folder, entry.name)))
        inside.push(path.join(entry.name, name));
  }
  return inside;
}

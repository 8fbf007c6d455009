import { DEEPEST, isHidden, MOST_FILES, type PassedOver, whyPassedOver } from './passed-over.ts';

/** A file with its path within the folder that was chosen; its name alone where none was. */
export interface FileAt {
  readonly file: File;
  readonly path: string;
}

/** What was found in folders. */
export interface Gathered {
  readonly files: readonly FileAt[];
  readonly passedOver: readonly PassedOver[];
}

/** What a walk through folders is told. */
export interface Walk {
  /** Most bytes that a file may have, where it is known. */
  readonly limit?: number | undefined;
  readonly signal?: AbortSignal;
}

/** @returns what is offered of the files of a folder that was chosen, in the order of their paths */
export function gatherFiles(files: Iterable<File>, { limit }: Walk = {}): Gathered {
  const sieve = new Sieve(limit);
  for (const file of files) sieve.put({ file, path: file.webkitRelativePath || file.name });
  return sieve.gathered;
}

/**
 * Goes through what was dropped, folders within folders.
 * @throws DOMException `AbortError` where it was called off
 */
export async function gatherEntries(
  entries: readonly FileSystemEntry[],
  { limit, signal }: Walk = {},
): Promise<Gathered> {
  const sieve = new Sieve(limit);
  const visit = async (entry: FileSystemEntry, depth: number): Promise<void> => {
    signal?.throwIfAborted();
    const path = entry.fullPath.replace(/^\//, '') || entry.name;
    if (isHidden(entry.name)) return sieve.pass({ path, why: 'hidden' });
    if (depth > DEEPEST) return sieve.pass({ path, why: 'deep' });
    try {
      if (isDirectory(entry)) for (const inner of await allOf(entry)) await visit(inner, depth + 1);
      else sieve.put({ file: await fileOf(entry as FileSystemFileEntry), path });
    } catch (error) {
      if (signal?.aborted) throw error;
      sieve.pass({ path, why: 'unreadable' });
    }
  };
  for (const entry of entries) await visit(entry, 0);
  return sieve.gathered;
}

/** What hangs over or falls on a page, where at least one of it is a folder; ask while the event is under way. */
export function droppedEntries(data: DataTransfer): readonly FileSystemEntry[] | undefined {
  const entries = [...data.items].flatMap(item => item.webkitGetAsEntry?.() ?? []);
  return entries.some(isDirectory) ? entries : undefined;
}

/** Parts files into those that are offered and those that are not. */
class Sieve {
  readonly #limit: number | undefined;
  readonly #files: FileAt[] = [];
  readonly #passedOver: PassedOver[] = [];

  constructor(limit: number | undefined) {
    this.#limit = limit;
  }

  put(found: FileAt): void {
    const why = whyPassedOver(found.path, found.file.size, this.#limit);
    if (why) this.pass({ path: found.path, why });
    else this.#files.push(found);
  }

  pass(passed: PassedOver): void {
    this.#passedOver.push(passed);
  }

  get gathered(): Gathered {
    const files = this.#files.sort((a, b) => (a.path < b.path ? -1 : 1));
    const beyond = files.splice(MOST_FILES).map(({ path }) => ({ path, why: 'many' as const }));
    return { files, passedOver: [...this.#passedOver, ...beyond] };
  }
}

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** A directory's entries; browsers give them a hundred at a time. */
async function allOf(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

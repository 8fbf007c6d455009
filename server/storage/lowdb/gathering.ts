import path from 'node:path';
import { canonicalJson } from '../../../shared/json/canonical.ts';
import type { Change, LogEntry } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { sealWritten } from '../entry.ts';
import { type GatheredOrder, type Gathering, type Head, MOST_IN_ENTRY } from '../port.ts';
import { type FileLayer, writeAll } from './files.ts';
import type { IndexedChange } from './segment-index.ts';

/** Changes that wait in a file of their own to become one entry. */
interface Part {
  readonly file: string;
  readonly changeIds: readonly string[];
}

/** A line of a run, and what has to be known of it when it is written. */
export interface RunLine {
  readonly line: string;
  readonly last: Head;
  readonly changes: readonly IndexedChange[];
}

/** What was gathered, as the store takes it over. */
export interface Gathered {
  readonly parts: number;
  readonly changeIds: readonly string[];
  readonly objects: readonly (readonly [Kind, string])[];
  /** The first part's changes, as they were given. */
  first(): Promise<Change[]>;
  /** The lines of the run that follows an entry. */
  lines(after: Head, order: GatheredOrder): AsyncGenerator<RunLine>;
}

/** Changes on their way to becoming one run of entries, kept in files beside the desk. */
export class FileGathering implements Gathering, Gathered {
  readonly #files: FileLayer;
  readonly #folder: string;
  readonly #write: (gathered: Gathered, order: GatheredOrder) => Promise<LogEntry>;
  readonly #ended: () => Promise<void>;
  readonly #parts: Part[] = [];
  readonly objects: (readonly [Kind, string])[] = [];
  #texts: string[] = [];
  #ids: string[] = [];
  #isOver = false;

  /**
   * @param write takes what was gathered over
   * @param ended called when the files are no longer needed
   */
  constructor(
    files: FileLayer,
    folder: string,
    write: (gathered: Gathered, order: GatheredOrder) => Promise<LogEntry>,
    ended: () => Promise<void>,
  ) {
    this.#files = files;
    this.#folder = folder;
    this.#write = write;
    this.#ended = ended;
  }

  get parts(): number {
    return this.#parts.length;
  }

  get changeIds(): readonly string[] {
    return this.#parts.flatMap(({ changeIds }) => changeIds);
  }

  async add(change: Change): Promise<void> {
    // Written out at once: objects that wait would grow old, and be costly to collect.
    this.#texts.push(canonicalJson(change));
    this.#ids.push(change.id);
    if (change.operation.op === 'create') this.objects.push([change.kind, change.objectId]);
    if (this.#ids.length >= MOST_IN_ENTRY) await this.#putDown();
  }

  /** Writes what waits as a part. */
  async #putDown(): Promise<void> {
    if (this.#ids.length === 0) return;
    const text = `[${this.#texts.join(',')}]`;
    const changeIds = this.#ids;
    this.#texts = [];
    this.#ids = [];
    if (this.#parts.length === 0) await this.#files.makeFolder(this.#folder);
    const name = path.join(this.#folder, `${this.#parts.length + 1}.json`);
    const file = await this.#files.open(name, 'new');
    try {
      await writeAll(file, Buffer.from(text));
    } finally {
      await file.close();
    }
    this.#parts.push({ file: name, changeIds });
  }

  async first(): Promise<Change[]> {
    return JSON.parse(await this.#text(this.#parts[0]!)) as Change[];
  }

  async *lines(after: Head, { at, by }: GatheredOrder): AsyncGenerator<RunLine> {
    let last = after;
    for (const [i, part] of this.#parts.entries()) {
      const seq = last.seq + 1;
      const { hash, line } = sealWritten({
        ...{ seq, at, by, prevHash: last.hash },
        before: `[${part.changeIds.map(() => '{}').join(',')}]`,
        changes: await this.#text(part),
        run: { part: i + 1, of: this.#parts.length },
      });
      last = { seq, hash };
      yield { line, last, changes: part.changeIds.map((id): IndexedChange => [id, seq]) };
    }
  }

  async commit(order: GatheredOrder): Promise<LogEntry> {
    try {
      await this.#putDown();
      return await this.#write(this, order);
    } finally {
      await this.drop();
    }
  }

  async drop(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    await this.#files.removeAll(this.#folder);
    await this.#ended();
  }

  async #text({ file }: Part): Promise<string> {
    return (await this.#files.read(file)).toString('utf8');
  }
}

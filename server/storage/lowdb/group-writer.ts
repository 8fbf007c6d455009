import type { LogEntry } from '../../../shared/model/change.ts';
import { type Head, StorageStopped } from '../port.ts';
import type { Staged, Staging } from '../staging.ts';
import type { RunLine } from './gathering.ts';
import type { Journal } from './journal.ts';
import { stoppedBy } from './messages.ts';
import { changesOf } from './segment-index.ts';

/** What has become durable: told batch by batch, in order, then how many bytes all of them took. */
export interface Landing {
  landed(staged: Staged): void;
  wrote(bytes: number): void;
}

/** Brings staged batches to the disk: all that wait go with one write and one sync. After a failure it stops. */
export class GroupWriter {
  readonly #journal: Journal;
  readonly #staging: Staging;
  readonly #landing: Landing;
  #waiting: Staged[] = [];
  #writing: Promise<void> | undefined;
  #stopped: string | undefined;

  constructor(journal: Journal, staging: Staging, landing: Landing) {
    this.#journal = journal;
    this.#staging = staging;
    this.#landing = landing;
  }

  /** Why nothing is written any more and how to mend it; undefined while it works. */
  get stopped(): string | undefined {
    return this.#stopped;
  }

  /** Takes a batch in; its `landed` tells what becomes of it. */
  add(staged: Staged): void {
    this.#waiting.push(staged);
    this.#writing ??= this.#write();
  }

  /** Resolves when nothing is under way. */
  async settle(): Promise<void> {
    await this.#writing;
  }

  /** Takes up writing again. @throws StorageStopped where the cause persists */
  async recover(): Promise<void> {
    if (this.#stopped === undefined) return;
    try {
      await this.#journal.ready();
    } catch (error) {
      this.#stopped = stoppedBy(error, this.#journal.place);
      throw new StorageStopped(this.#stopped, { cause: error });
    }
    this.#stopped = undefined;
  }

  async #write(): Promise<void> {
    // Those who write at the same moment shall go together.
    await turn();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      const lines = `${group.map(staged => staged.line).join('\n')}\n`;
      try {
        await this.#journal.append(
          lines,
          headOf(group.at(-1)!.entry),
          changesOf(group.map(staged => staged.entry)),
        );
      } catch (error) {
        this.#stop(error, group);
        break;
      }
      for (const staged of group) {
        this.#landing.landed(staged);
        staged.resolve();
      }
      this.#landing.wrote(lines.length);
    }
    this.#writing = undefined;
  }

  /**
   * Writes the lines of a run; nothing else may be added meanwhile. On return all of them are durable.
   * @returns how many UTF-16 code units were written
   * @throws StorageStopped where one of them cannot be written; then none is there
   */
  async writeRun(lines: AsyncIterable<RunLine>): Promise<number> {
    let written = 0;
    const mark = this.#journal.mark();
    try {
      for await (const { line, last, changes } of lines) {
        await this.#journal.append(`${line}\n`, last, changes);
        written += line.length + 1;
      }
    } catch (error) {
      await this.#journal.cutBackTo(mark).catch(() => undefined);
      this.#stop(error, []);
      throw new StorageStopped(this.#stopped!, { cause: error });
    }
    return written;
  }

  #stop(error: unknown, group: readonly Staged[]): void {
    const says = stoppedBy(error, this.#journal.place);
    this.#stopped = says;
    this.#staging.drop();
    const lost = [...group, ...this.#waiting];
    this.#waiting = [];
    for (const staged of lost) staged.reject(new StorageStopped(says, { cause: error }));
  }
}

const headOf = ({ seq, hash }: LogEntry): Head => ({ seq, hash });

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

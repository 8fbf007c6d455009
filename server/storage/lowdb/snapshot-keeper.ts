import type { Versioned } from '../../../shared/model/change.ts';
import type { Staging } from '../staging.ts';
import { EditedOutside, type Snapshots } from './snapshots.ts';

/** Bytes of log after which a snapshot is due, however small the desk. */
const SNAPSHOT_AFTER = 4 << 20;
/** A snapshot is due when the log has grown by this part of what would be written again: its cost per change stays the same. */
const BUSY_PART = 3;
/** The same when nobody has written for a while; then also a short log is enough. */
const IDLE_PART = 64;
const IDLE_MS = 2000;

/** Decides when snapshots are written, one at a time and beside the writing of the journal. */
export class SnapshotKeeper {
  readonly #snapshots: Snapshots;
  readonly #staging: Staging;
  readonly #notices: string[];
  readonly #after: number;
  #grown = 0;
  #writing: Promise<void> | undefined;
  #idle: NodeJS.Timeout | undefined;
  #busySince = 0;
  #over = false;

  /** @param notices where it is told that a snapshot could not be written */
  constructor(snapshots: Snapshots, staging: Staging, notices: string[], after = SNAPSHOT_AFTER) {
    this.#snapshots = snapshots;
    this.#staging = staging;
    this.#notices = notices;
    this.#after = after;
  }

  touch(objects: readonly Versioned[], left: readonly string[]): void {
    this.#snapshots.touch(objects, left);
  }

  /** Tells that the journal has grown. */
  wrote(bytes: number): void {
    this.#grown += bytes;
    this.#busySince = performance.now();
    if (this.#over || this.#writing) return;
    if (this.#grown > this.#after && this.#due(BUSY_PART)) this.#start();
    else if (!this.#idle) this.#watch(IDLE_MS);
  }

  /** Writes a snapshot, after the one under way. */
  async now(): Promise<void> {
    await this.#writing;
    if (this.#over) return;
    this.#start();
    await this.#writing;
  }

  /** Waits for a snapshot under way. @param last whether to write one more */
  async close(last: boolean): Promise<void> {
    clearTimeout(this.#idle);
    await this.#writing;
    if (last && !this.#over) await this.#write(true);
    this.#over = true;
  }

  #due(part: number): boolean {
    return this.#grown * part > this.#snapshots.touchedBytes;
  }

  #watch(ms: number): void {
    this.#idle = setTimeout(() => {
      this.#idle = undefined;
      const rest = IDLE_MS - (performance.now() - this.#busySince);
      if (rest > 1) this.#watch(rest);
      else if (!this.#over && !this.#writing && this.#due(IDLE_PART)) this.#start();
    }, ms);
    this.#idle.unref();
  }

  #start(): void {
    this.#writing = this.#write(false).finally(() => {
      this.#writing = undefined;
    });
  }

  async #write(hurry: boolean): Promise<void> {
    this.#grown = 0;
    try {
      await this.#snapshots.write(this.#staging.objects, this.#staging.head, hurry);
    } catch (error) {
      if (error instanceof EditedOutside) this.#over = true;
      const says = error instanceof EditedOutside ? error.message : failed(error);
      if (this.#notices.at(-1) !== says) this.#notices.push(says);
    }
  }
}

function failed(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `A snapshot could not be written (${reason}). Nothing is lost: the journal has everything; it is tried again later.`;
}

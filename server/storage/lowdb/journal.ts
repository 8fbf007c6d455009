import type { LogEntry } from '../../../shared/model/change.ts';
import { BrokenLine, GENESIS, readEntry } from '../entry.ts';
import type { Head } from '../port.ts';
import { type FileLayer, type OpenFile, replaceFile, writeAll } from './files.ts';
import type { Layout } from './layout.ts';
import { encodeIndex, type IndexedChange, type Segment } from './segment-index.ts';

/** Bytes after which a segment is sealed and the next one begun. */
export const SEGMENT_BYTES = 4 << 20;

/** An end of the journal to which it can be cut back. */
export interface JournalMark {
  readonly sealed: number;
  readonly active: Segment;
  readonly activeChanges: readonly IndexedChange[];
}

/** The log in its files: the segments that are sealed, and the newest one, which grows at its end. */
export class Journal {
  readonly #files: FileLayer;
  readonly #layout: Layout;
  readonly #segmentBytes: number;
  readonly #sealed: Segment[];
  #active: Segment;
  #activeChanges: IndexedChange[];
  #file: OpenFile | undefined;
  #sealing: Promise<void> = Promise.resolve();
  /** Numbers of segments that hold nothing but what is to be cut off. */
  #surplus: readonly number[];

  /**
   * @param segments what lies in the folder, oldest first
   * @param surplus numbers of segments after them that never counted
   */
  constructor(
    files: FileLayer,
    layout: Layout,
    segments: readonly Segment[],
    activeChanges: readonly IndexedChange[] = [],
    segmentBytes = SEGMENT_BYTES,
    surplus: readonly number[] = [],
  ) {
    this.#files = files;
    this.#layout = layout;
    this.#segmentBytes = segmentBytes;
    this.#sealed = segments.slice(0, -1);
    const none = { seq: 0, hash: GENESIS };
    this.#active = segments.at(-1) ?? { number: 1, before: none, last: none, size: 0 };
    this.#activeChanges = [...activeChanges];
    this.#surplus = surplus;
  }

  /** Bytes of all segments together. */
  get size(): number {
    return this.#sealed.reduce((sum, segment) => sum + segment.size, this.#active.size);
  }

  /** The file that grows, as people read its path. */
  get place(): string {
    return this.#layout.shown(this.#layout.segment(this.#active.number));
  }

  /**
   * Makes ready for appending, after a start or a failed write: whatever follows the last durable entry is cut off,
   * and what precedes it, even if only ever handed to the system, is made durable.
   */
  async ready(): Promise<void> {
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
    await this.#removeSurplus();
    const file = await this.#files.open(this.#layout.segment(this.#active.number), 'append');
    this.#file = file;
    await file.truncate(this.#active.size);
    await file.sync();
    await this.#files.syncFolder(this.#layout.journal);
  }

  /** The end as it is now. */
  mark(): JournalMark {
    return {
      sealed: this.#sealed.length,
      active: this.#active,
      activeChanges: [...this.#activeChanges],
    };
  }

  /** Cuts off whatever was appended since a mark. Where that fails, `ready` does it. */
  async cutBackTo({ sealed, active, activeChanges }: JournalMark): Promise<void> {
    await this.#sealing;
    const last = this.#active.number;
    this.#surplus = Array.from({ length: last - active.number }, (_, i) => active.number + 1 + i);
    this.#sealed.length = sealed;
    this.#active = active;
    this.#activeChanges = [...activeChanges];
    await this.ready();
  }

  /**
   * Appends the lines of some entries with one write and one sync; on return they are durable.
   * @param last the last of the entries
   * @param changes all of their changes
   */
  async append(lines: string, last: Head, changes: readonly IndexedChange[]): Promise<void> {
    if (this.#active.size >= this.#segmentBytes) await this.#next();
    const bytes = Buffer.from(lines);
    try {
      await writeAll(this.#file!, bytes);
      await this.#file!.sync();
    } catch (error) {
      await this.#cutBack();
      throw error;
    }
    this.#active = { ...this.#active, last, size: this.#active.size + bytes.length };
    for (const change of changes) this.#activeChanges.push(change);
  }

  /** Entries after a sequence number up to the newest durable one, each held against its hash. */
  async *read(afterSeq: number): AsyncGenerator<LogEntry> {
    const segments = [...this.#sealed, this.#active];
    let expected: Head | undefined;
    for (const segment of segments) {
      if (segment.last.seq <= afterSeq || segment.size === 0) continue;
      const bytes = (await this.#files.read(this.#layout.segment(segment.number))).subarray(0, segment.size);
      const skipped = Math.max(0, afterSeq - segment.before.seq);
      for (const entry of this.#entries(bytes, segment, skipped)) {
        if (!expected && entry.seq !== segment.before.seq + skipped + 1)
          throw this.#broken(segment, `entry ${entry.seq} does not stand on its line`);
        if (expected && (entry.seq !== expected.seq + 1 || entry.prevHash !== expected.hash))
          throw this.#broken(segment, `entry ${entry.seq} does not follow entry ${expected.seq}`);
        expected = { seq: entry.seq, hash: entry.hash };
        yield entry;
      }
    }
  }

  async close(): Promise<void> {
    await this.#sealing;
    await this.#file?.close();
    this.#file = undefined;
  }

  /** @param skipped lines at the beginning that are passed over unread */
  *#entries(bytes: Buffer, segment: Segment, skipped: number): Generator<LogEntry> {
    let line = 0;
    for (let start = 0; start < bytes.length; ) {
      line++;
      const end = bytes.indexOf(0x0a, start);
      if (line <= skipped && end >= 0) {
        start = end + 1;
        continue;
      }
      try {
        if (end < 0) throw new BrokenLine('it is incomplete');
        yield readEntry(bytes.subarray(start, end));
      } catch (error) {
        if (!(error instanceof BrokenLine)) throw error;
        throw this.#broken(segment, `line ${line} cannot be read: ${error.message}`);
      }
      start = end + 1;
    }
  }

  #broken(segment: Segment, says: string): Error {
    const file = this.#layout.shown(this.#layout.segment(segment.number));
    return new Error(`In ${file}, ${says}. Put that file back from a backup.`);
  }

  async #cutBack(): Promise<void> {
    try {
      await this.#file!.truncate(this.#active.size);
      await this.#file!.sync();
    } catch {
      // The same is done again before anything else is appended, now or after the next start.
    }
  }

  /** The newest first, so that whatever a crash leaves is still an end that was never finished. */
  async #removeSurplus(): Promise<void> {
    if (this.#surplus.length === 0) return;
    for (const number of this.#surplus.toReversed()) {
      await this.#files.remove(this.#layout.segmentIndex(number));
      await this.#files.remove(this.#layout.segment(number));
    }
    await this.#files.remove(this.#layout.segmentIndex(this.#active.number));
    await this.#files.syncFolder(this.#layout.journal);
    this.#surplus = [];
  }

  async #next(): Promise<void> {
    const number = this.#active.number + 1;
    const file = await this.#files.open(this.#layout.segment(number), 'append');
    await this.#files.syncFolder(this.#layout.journal);
    await this.#file!.close();
    this.#file = file;
    const segment = this.#active;
    const changes = this.#activeChanges;
    this.#sealed.push(segment);
    this.#active = { number, before: segment.last, last: segment.last, size: 0 };
    this.#activeChanges = [];
    // An index that is missing is made anew at the next start.
    this.#sealing = this.#sealing
      .then(() =>
        replaceFile(
          this.#files,
          this.#layout.segmentIndex(segment.number),
          encodeIndex({ segment, changes }),
        ),
      )
      .catch(() => undefined);
  }
}

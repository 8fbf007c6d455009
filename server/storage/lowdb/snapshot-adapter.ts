import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Adapter } from 'lowdb';
import type { Versioned } from '../../../shared/model/change.ts';
import { Pool } from '../pool.ts';
import { type FileLayer, readIfThere, writeAll } from './files.ts';
import {
  CLOSING,
  hashLine,
  headText,
  objectText,
  readObjects,
  type SnapshotHeader,
  soundHash,
} from './snapshot-text.ts';

/** What lowdb holds of one snapshot file. */
export interface SnapshotData {
  readonly header: SnapshotHeader;
  readonly objects: readonly Versioned[];
}

/** How long the main thread is kept at a stretch and then left to others, in milliseconds. */
const SLICE_MS = 1;
const REST_MS = 2;
/** Bytes handed to the system at a time, and made durable at a time, so that no later sync waits for a mountain. */
const WRITE_BYTES = 256 << 10;
const SYNC_BYTES = 2 << 20;

/** lowdb's way to one snapshot file: written in slices between which other work goes on, read only when it is sound. */
export class SnapshotAdapter implements Adapter<SnapshotData> {
  readonly #files: FileLayer;
  readonly #file: string;
  readonly #hurry: boolean;
  /** Hash and size of what was written or read last. */
  written: { readonly sha256: string; readonly size: number } | undefined;

  /** @param hurry whether to write without rests, as when nobody else is at work */
  constructor(files: FileLayer, file: string, hurry = true) {
    this.#files = files;
    this.#file = file;
    this.#hurry = hurry;
  }

  /** @returns the objects alone matter to a reader; null where there is no file, or it is not as it was written */
  async read(): Promise<SnapshotData | null> {
    const bytes = await readIfThere(this.#files, this.#file);
    const sha256 = bytes && soundHash(bytes);
    if (sha256 === undefined) return null;
    this.written = { sha256, size: bytes!.length };
    const objects: Versioned[] = [];
    const pool = new Pool();
    for (const some of readObjects(bytes!)) {
      for (const held of some) objects.push(pool.shared(held));
      await turn();
    }
    return { header: headerOf(bytes!), objects };
  }

  async write({ header, objects }: SnapshotData): Promise<void> {
    const file = await this.#files.open(this.#file, 'replace');
    try {
      const hash = createHash('sha256');
      let size = 0;
      let unsynced = 0;
      let text = headText(header);
      const flush = async () => {
        const bytes = Buffer.from(text);
        text = '';
        hash.update(bytes);
        size += bytes.length;
        unsynced += bytes.length;
        await writeAll(file, bytes);
        if (unsynced < SYNC_BYTES) return;
        await file.sync();
        unsynced = 0;
      };
      let since = performance.now();
      for (const [i, held] of objects.entries()) {
        text += i === 0 ? objectText(held) : `,\n${objectText(held)}`;
        if (performance.now() - since < SLICE_MS) continue;
        if (text.length >= WRITE_BYTES) await flush();
        await (this.#hurry ? turn() : pause(REST_MS));
        since = performance.now();
      }
      text += CLOSING;
      await flush();
      const sha256 = hash.digest('hex');
      const last = Buffer.from(hashLine(sha256));
      await writeAll(file, last);
      await file.sync();
      this.written = { sha256, size: size + last.length };
    } finally {
      await file.close();
    }
  }
}

function headerOf(bytes: Buffer): SnapshotHeader {
  const text = bytes.toString('utf8', 0, bytes.indexOf('"objects":['));
  return JSON.parse(`${text.slice(0, text.lastIndexOf(','))}}`) as SnapshotHeader;
}

const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

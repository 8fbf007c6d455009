import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, type FileLayer, readIfThere, writeAll } from './files.ts';

/** Who holds a desk. `started` tells a process from a later one with the same number, where the system says. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
  readonly started?: string;
  readonly token: string;
}

/** Another process has the desk open. */
export class DeskInUse extends Error {
  readonly holder: Holder;
  constructor(folder: string, holder: Holder) {
    super(
      `The desk in ${folder} is open in process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
        'Close that one first, or choose another folder. ' +
        `If no such process runs there any more, delete the file "lock" in ${folder}.`,
    );
    this.name = 'DeskInUse';
    this.holder = holder;
  }
}

/** Keeps other processes out of a desk until it is released. */
export interface Lock {
  release(): Promise<void>;
}

const TRIES = 20;
const PAUSE_MS = 25;

/**
 * Takes the lock of a desk; one left behind by a process that is gone is taken over at once.
 * @param isAlive whether the holder of a lock still runs, or may for all we know
 * @throws DeskInUse where another process holds it
 */
export async function takeLock(
  files: FileLayer,
  file: string,
  folder: string,
  isAlive: (holder: Holder) => boolean = runs,
): Promise<Lock> {
  const holder = self();
  const own = `${JSON.stringify(holder)}\n`;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (await create(files, file, own)) {
      // Two that find a stale lock at the same moment must not both believe that it is theirs.
      if (attempt > 0) await pause(PAUSE_MS);
      if ((await text(files, file)) === own) return { release: () => release(files, file, own) };
      continue;
    }
    const seen = await text(files, file);
    const other = seen === undefined ? undefined : parse(seen);
    if (other && isAlive(other)) throw new DeskInUse(folder, other);
    // Without content it is being taken just now, or its maker died at this very point.
    if (!other && attempt < TRIES / 2) await pause(PAUSE_MS);
    else if (seen !== undefined) await setAside(files, file, seen, holder.token);
  }
  throw new Error(`The lock ${file} could not be taken: it changes hands too often. Try again.`);
}

/** @returns who holds the lock, whether or not they still run. */
export async function lockHolder(files: FileLayer, file: string): Promise<Holder | undefined> {
  const seen = await text(files, file);
  return seen === undefined ? undefined : parse(seen);
}

/** @returns whether the process that took a lock runs; true where it cannot be known from here. */
export function runs(holder: Holder): boolean {
  if (holder.host !== os.hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  const started = startOf(holder.pid);
  return holder.started === undefined || started === undefined || started === holder.started;
}

function self(): Holder {
  const started = startOf(process.pid);
  return {
    pid: process.pid,
    host: os.hostname(),
    since: new Date().toISOString(),
    ...(started !== undefined && { started }),
    token: randomUUID(),
  };
}

/** Boot and tick at which a process started, from Linux's /proc; undefined elsewhere. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    // The name, in brackets, may hold anything; the start time is the 20th field after it.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks && `${boot}/${ticks}`;
  } catch {
    return undefined;
  }
}

async function create(files: FileLayer, file: string, content: string): Promise<boolean> {
  try {
    const opened = await files.open(file, 'new');
    try {
      await writeAll(opened, Buffer.from(content));
    } finally {
      await opened.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function text(files: FileLayer, file: string): Promise<string | undefined> {
  return (await readIfThere(files, file))?.toString('utf8');
}

function parse(content: string): Holder | undefined {
  try {
    const holder = JSON.parse(content) as Holder;
    return typeof holder.pid === 'number' && typeof holder.host === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
}

async function setAside(files: FileLayer, file: string, judged: string, token: string): Promise<void> {
  const aside = `${file}.${token}`;
  try {
    await files.rename(file, aside);
    if ((await text(files, aside)) === judged) await files.remove(aside);
    else await files.rename(aside, file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

async function release(files: FileLayer, file: string, own: string): Promise<void> {
  if ((await text(files, file)) === own) await files.remove(file);
}

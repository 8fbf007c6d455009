import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import type { LogEntry } from '../../../../shared/model/change.ts';
import { closedDesk } from './desk.ts';

const ROUNDS_PER_DESK = 10;

/** Processes that write until they are killed: changes of objects, revisions of a text that is being marked, or runs. */
export const writers = {
  objects: new URL('../writer.js', import.meta.url),
  revisions: new URL('../revising-writer.js', import.meta.url),
  runs: new URL('../gathering-writer.js', import.meta.url),
} as const;

export interface KillTally {
  rounds: number;
  /** Changes that were acknowledged before their process was killed. */
  acknowledged: number;
  /** Starts that found an incomplete line and cut it off. */
  torn: number;
  /** Kills that came before the desk was open. */
  early: number;
}

/**
 * Kills a process in the midst of writing, again and again, at random moments, also while it opens the desk; every
 * other time the next writer has to recover by itself. Then everything acknowledged must be there, once.
 */
export async function killRounds(rounds: number, writer = writers.objects): Promise<KillTally> {
  const tally: KillTally = { rounds: 0, acknowledged: 0, torn: 0, early: 0 };
  let folder = '';
  let acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % ROUNDS_PER_DESK === 0) {
      folder = await closedDesk(0);
      acknowledged = [];
    }
    const delay = Math.random() * 250;
    const lines = await writeUntilKilled(writer, folder, round, delay);
    if (lines[0] !== 'open') tally.early++;
    acknowledged.push(...lines.slice(1));
    tally.acknowledged += Math.max(0, lines.length - 1);
    tally.rounds++;
    const last = round === rounds - 1 || round % ROUNDS_PER_DESK === ROUNDS_PER_DESK - 1;
    if (round % 2 === 1 || last)
      tally.torn += await requireAll(folder, acknowledged, `round ${round}, killed after ${delay} ms`);
  }
  return tally;
}

/** @returns the lines that the process had printed; the first says that the desk was open */
async function writeUntilKilled(
  writer: URL,
  folder: string,
  round: number,
  delay: number,
): Promise<string[]> {
  const atOnce = round % 3 === 0 ? '1' : '20';
  const child = fork(writer, [folder, atOnce, String(round * 1_000_000)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let printed = '';
  child.stdout!.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const gone = once(child, 'close');
  // One in four is killed while it opens the desk and recovers what the last one left, one before it may have written.
  const opens = round % 4 === 3;
  const lines = opens ? 0 : round % 4 === 1 ? 1 : 2;
  await Promise.race([lines === 0 ? once(child, 'message') : printedLines(child.stdout!, lines), gone]);
  await pause(opens ? delay / 10 : delay);
  child.kill('SIGKILL');
  await gone;
  return printed.split('\n').slice(0, -1);
}

/** Resolves when a stream has brought so many lines. */
function printedLines(stream: Readable, count: number): Promise<void> {
  return new Promise(resolve => {
    let lines = 0;
    stream.on('data', (chunk: Buffer) => {
      lines += chunk.toString().split('\n').length - 1;
      if (lines >= count) resolve();
    });
  });
}

async function requireAll(folder: string, acknowledged: readonly string[], where: string): Promise<number> {
  const storage = await openLowdb(folder);
  try {
    expect(storage.readOnly, where).to.equal(undefined);
    const count = new Map<string, number>();
    let run: LogEntry['run'];
    for await (const entry of storage.readLog(0)) {
      for (const { id } of entry.changes) count.set(id, (count.get(id) ?? 0) + 1);
      expect(entry.run?.part ?? 1, `${where}: no part of a run without the one before`).to.equal(
        run && run.part < run.of ? run.part + 1 : 1,
      );
      run = entry.run;
    }
    expect(run?.part, `${where}: no run without its end`).to.equal(run?.of);
    expect(
      [...count.values()].filter(times => times > 1),
      `${where}: each change once`,
    ).to.deep.equal([]);
    expect(
      acknowledged.filter(id => !count.has(id)),
      `${where}: acknowledged and lost`,
    ).to.deep.equal([]);
    for (const sub of ['snapshot', 'snapshot/claims', 'index', 'blobs'])
      expect(
        (await readdir(`${folder}/${sub}`)).filter(name => name.endsWith('.next')),
        where,
      ).to.deep.equal([]);
    return storage.notices.filter(notice => notice.includes('incomplete')).length;
  } finally {
    await storage.close();
    expect((await verifyLowdb(folder)).findings, where).to.deep.equal([]);
  }
}

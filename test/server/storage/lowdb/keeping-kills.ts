import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { checkBackup } from '../../../../server/storage/lowdb/backup/check-backup.ts';
import { finishRestoring } from '../../../../server/storage/lowdb/backup/restore.ts';
import { writeBackup } from '../../../../server/storage/lowdb/backup/write-backup.ts';
import { nodeFiles } from '../../../../server/storage/lowdb/files.ts';
import { FORMAT, readFormat, writeFormat } from '../../../../server/storage/lowdb/format.ts';
import { Layout } from '../../../../server/storage/lowdb/layout.ts';
import { openLowdb } from '../../../../server/storage/lowdb/open.ts';
import { verifyLowdb } from '../../../../server/storage/lowdb/verify.ts';
import { canonicalJson } from '../../../../shared/json/canonical.ts';
import { everything } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';
import { addClaimTo, tellingDesk } from './redaction-desk.ts';

const worker = new URL('./keeping-worker.js', import.meta.url);
const NOW = '2026-05-07T10:42:00.000Z';

/** A desk to be killed at, and what it may have become. */
interface Victim {
  readonly folder: string;
  readonly file: string;
  /** Looks after what the kill left. @returns a name for the state that was found */
  readonly judge: () => Promise<string>;
}

const victims: Readonly<Record<string, () => Promise<Victim>>> = {
  async backup() {
    const { folder, file } = await deskAndBackup();
    const old = await readFile(file);
    return {
      ...{ folder, file },
      async judge() {
        await requireSound(folder);
        expect((await checkBackup(file)).verification.findings).to.deep.equal([]);
        return (await readFile(file)).equals(old) ? 'before' : 'after';
      },
    };
  },
  async restore() {
    const { folder, file } = await deskAndBackup();
    const before = await stateOf(folder);
    return {
      ...{ folder, file },
      async judge() {
        finishRestoring(folder);
        await requireSound(folder);
        const now = await stateOf(folder);
        if (now === before) return 'before';
        const asides = (await readdir(path.dirname(folder))).filter(name => name.startsWith('desk-before-'));
        expect(asides, 'what was there is kept').to.have.length(1);
        expect(await stateOf(path.join(path.dirname(folder), asides[0]!))).to.equal(before);
        expect(JSON.parse(now).log).to.deep.equal(JSON.parse(before).log.slice(0, -3));
        return 'after';
      },
    };
  },
  async redact() {
    const { folder, file } = await deskAndBackup();
    const before = await stateOf(folder);
    return {
      ...{ folder, file },
      async judge() {
        const now = await stateOf(folder);
        await requireSound(folder);
        expect(existsSync(path.join(folder, 'redacting'))).to.equal(false);
        if (now === before) return 'before';
        expect(now).not.to.contain('Zubizarreta');
        for (const name of await readdir(path.join(folder, 'journal')))
          expect(await readFile(path.join(folder, 'journal', name), 'utf8')).not.to.contain('Zubizarreta');
        return 'after';
      },
    };
  },
  async migrate() {
    const { folder, file } = await deskAndBackup();
    const before = await stateOf(folder);
    const layout = new Layout(folder);
    const journal = await readFile(layout.segment(1));
    await writeFormat(nodeFiles, layout, 1);
    return {
      ...{ folder, file },
      async judge() {
        const found = await readFormat(nodeFiles, layout);
        expect(await stateOf(folder)).to.equal(before);
        await requireSound(folder);
        const backup = new Layout(path.join(folder, 'backup-of-format-1'));
        expect(await readFormat(nodeFiles, backup)).to.equal(1);
        expect(await readFile(backup.segment(1))).to.deep.equal(journal);
        return found === FORMAT ? 'after' : 'before';
      },
    };
  },
  async snapshot() {
    const { folder, file } = await deskAndBackup();
    return {
      ...{ folder, file },
      async judge() {
        await requireSound(folder);
        const before = await stateOf(folder);
        await rm(path.join(folder, 'snapshot'), { recursive: true });
        expect(await stateOf(folder), 'the snapshot says what the journal says').to.equal(before);
        return 'after';
      },
    };
  },
};

/** What can be killed. */
export const killed = Object.keys(victims);

/**
 * Kills a process in the midst of one thing, again and again, at random moments; after each the desk must be sound, and as
 * it was before or as it is to be.
 * @returns how often each was found
 */
export async function killAt(what: string, rounds: number): Promise<Record<string, number>> {
  const found: Record<string, number> = { before: 0, after: 0 };
  const usual = await timeOf(what);
  for (let round = 0; round < rounds; round++) {
    const victim = await victims[what]!();
    await run(what, victim, Math.random() * usual * 1.2);
    const state = await victim.judge();
    found[state] = (found[state] ?? 0) + 1;
    await rm(path.dirname(victim.folder), { recursive: true, force: true });
  }
  return found;
}

/** @returns the milliseconds that it takes undisturbed */
async function timeOf(what: string): Promise<number> {
  if (what === 'snapshot') return 300;
  const since = performance.now();
  const victim = await victims[what]!();
  const made = performance.now();
  await run(what, victim, Number.POSITIVE_INFINITY);
  expect(await victim.judge()).to.equal('after');
  return Math.max(20, performance.now() - made - (made - since) / 2);
}

async function run(what: string, { folder, file }: Victim, delay: number): Promise<void> {
  const child = fork(worker, [what, folder, file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = once(child, 'exit');
  await Promise.race([once(child, 'message'), gone]);
  if (delay === Number.POSITIVE_INFINITY) child.disconnect();
  else {
    await Promise.race([pause(delay), gone]);
    child.kill('SIGKILL');
  }
  await gone;
}

let pristine: string | undefined;

/** A desk, and a backup made of it three entries ago. */
async function deskAndBackup(): Promise<{ folder: string; file: string }> {
  pristine ??= await makePristine();
  const place = await temporaryFolder();
  await cp(pristine, place, { recursive: true });
  return { folder: path.join(place, 'desk'), file: path.join(place, 'backup.zip') };
}

async function makePristine(): Promise<string> {
  const place = await temporaryFolder();
  const folder = path.join(place, 'desk');
  await tellingDesk(folder);
  await writeBackup(folder, path.join(place, 'backup.zip'), { now: NOW });
  const storage = await openLowdb(folder);
  for (const n of [101, 102, 103]) await addClaimTo(storage, n);
  await storage.close();
  await writeFile(path.join(place, 'readme'), 'kept beside the desk');
  return place;
}

async function stateOf(folder: string): Promise<string> {
  const storage = await openLowdb(folder);
  try {
    expect(storage.readOnly).to.equal(undefined);
    return canonicalJson(await everything(storage));
  } finally {
    await storage.close();
  }
}

async function requireSound(folder: string): Promise<void> {
  await (await openLowdb(folder)).close();
  expect((await verifyLowdb(folder)).findings).to.deep.equal([]);
}

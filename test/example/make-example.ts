/**
 * Makes the worked example as two fact-checkers would: by mouse and keyboard, at the running application.
 *
 *     npm run build
 *     node dist/test/example/make-example.js annotations/example
 *
 * The folder must not exist. It takes some minutes. Every claim gets ids and times of its own making, so that two runs
 * give the same work, not the same bytes.
 */
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { browser, closeBrowser } from '../support/browser.ts';
import { type RunningServer, startTestServer } from '../support/server.ts';
import { ClaimWork } from './claim-work.ts';
import { addSource, decide, dissent, raise, reopen } from './editor.ts';
import { FactChecker } from './fact-checker.ts';
import { babakov } from './plan/babakov.ts';
import { conflicts } from './plan/conflicts.ts';
import { movement } from './plan/movement.ts';
import { party } from './plan/party.ts';
import type { Person, PlannedConflict, Review, Shift } from './plan/plan.ts';
import { resolution } from './plan/resolution.ts';
import { reviews } from './plan/reviews.ts';
import { sources } from './plan/sources.ts';
import { sovintern } from './plan/sovintern.ts';
import { type Marked, ShiftWork } from './shift-work.ts';

const shifts: readonly Shift[] = [sovintern, babakov, movement, party, resolution];

const people = [...new Set(shifts.map(({ by }) => by))];

/** The desk while the example is made: who is at it, and what has been marked. */
class Making {
  readonly #url: string;
  readonly #people = new Map<Person, FactChecker>();
  /** What each is at, or was last. */
  readonly #busy = new Map<Person, Promise<unknown>>();
  readonly #marked = new Map<string, Marked>();
  readonly #known = new Set(sources.map(({ key }) => key));

  constructor(url: string) {
    this.#url = url;
  }

  /** Does everything in the plan. */
  async all(): Promise<void> {
    const { page } = await this.#person('Marta Kovač');
    await page.goto(`${this.#url}/sources`);
    for (const source of sources) await this.#step(source.key, () => addSource(page, source));
    // Each goes through the texts one after the other, all at the same time.
    await Promise.all(people.map(by => this.#workOf(by)));
    await Promise.all(
      reviews.map(review => this.#step(`review of ${review.claim}`, () => this.#review(review))),
    );
    await Promise.all(
      conflicts.map(conflict =>
        this.#step(`conflict of ${conflict.claims.join(', ')}`, () => this.#conflict(conflict)),
      ),
    );
  }

  #review(review: Review): Promise<void> {
    return this.#has(review.by, async checker => {
      await checker.openClaim(this.#claim(review.claim).address);
      const work = new ClaimWork(checker, this.#known);
      if (review.reply) await work.reply(review.reply);
      await work.judge(review);
      await checker.saved();
    });
  }

  async #conflict(conflict: PlannedConflict): Promise<void> {
    const claims = conflict.claims.map(key => this.#claim(key));
    const raised = await this.#has(conflict.by, checker => raise(checker, conflict, claims));
    const address = `${this.#url}${raised}`;
    for (const decision of conflict.decisions ?? []) {
      await this.#has(decision.by, ({ page }) => decide(page, address, decision));
      if (decision.dissent) {
        const { by, text } = decision.dissent;
        await this.#has(by, ({ page }) => dissent(page, address, text));
      }
      if (decision.reopened) {
        const { by, reason } = decision.reopened;
        await this.#has(by, ({ page }) => reopen(page, address, reason));
      }
    }
  }

  /** Has somebody do something, after what they were asked for before. */
  #has<Result>(name: Person, act: (checker: FactChecker) => Promise<Result>): Promise<Result> {
    const before = this.#busy.get(name) ?? Promise.resolve();
    const now = before.then(async () => act(await this.#person(name)));
    this.#busy.set(
      name,
      now.catch(() => undefined),
    );
    return now;
  }

  async #workOf(person: Person): Promise<void> {
    for (const shift of shifts.filter(({ by }) => by === person)) await this.#work(shift);
  }

  async #work({ by, document, marks, sweeps }: Shift): Promise<void> {
    const checker = await this.#person(by);
    await checker.openText(document);
    const work = new ShiftWork(checker, document, this.#known, this.#marked);
    for (const mark of marks) {
      const name = 'list' in mark ? mark.list.key : mark.key;
      await this.#step(name, async () => {
        if ('list' in mark) await work.list(mark);
        else if ('everywhere' in mark) await work.places(mark);
        else await work.claim(mark);
        await checker.saved();
      });
    }
    for (const sweep of sweeps)
      await this.#step(`all of ${sweep.claims.join(', ')}`, () => work.sweep(sweep));
  }

  async #person(name: Person): Promise<FactChecker> {
    let checker = this.#people.get(name);
    if (!checker) {
      const context = await (await browser()).newContext({
        viewport: { width: 1440, height: 900 },
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(45_000);
      const page = await context.newPage();
      checker = new FactChecker(page, this.#url);
      await checker.sign(name);
      this.#people.set(name, checker);
    }
    return checker;
  }

  #claim(key: string): Marked {
    const marked = this.#marked.get(key);
    if (!marked) throw new Error(`The plan marks no “${key}”.`);
    return marked;
  }

  /** Says which part of the plan failed, and keeps a picture of what was on the screens then. */
  async #step(name: string, act: () => Promise<void>): Promise<void> {
    try {
      await act();
      console.log(name);
    } catch (error) {
      const pictures = await Promise.all(
        [...this.#people.values()].map(({ page }, i) => picture(page, `failed-${i}.png`)),
      );
      throw new Error(`${name}: ${String(error)}\nSeen: ${pictures.join(', ')}`, { cause: error });
    }
  }
}

async function picture(page: Page, name: string): Promise<string> {
  const file = path.join(tmpdir(), name);
  await page.screenshot({ path: file });
  return file;
}

async function main(target: string | undefined): Promise<void> {
  if (!target) throw new Error('Give the folder in which the example is to lie.');
  if (existsSync(target)) throw new Error(`${target} exists; remove it first.`);
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-example-'));
  const data = path.join(folder, 'desk');
  let server: RunningServer | undefined;
  try {
    server = await startTestServer({ data, args: ['--seeds'] });
    await new Making(server.url).all();
    await closeBrowser();
    await server.close();
    const kept = (name: string) => !['lock', 'index'].includes(path.relative(data, name));
    await cp(data, target, { recursive: true, filter: kept });
  } finally {
    await closeBrowser();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

// Tests are looked for in this folder too.
if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv[2]);

import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { align } from '../../shared/revising/align.ts';
import { fatesIn } from '../../shared/revising/fate-of.ts';
import {
  type Case,
  casesOf,
  fatesOfRevision,
  isSilent,
  isUntouched,
  revisions,
  silentError,
} from '../support/revisions/corpus.ts';
import { judge } from '../support/revisions/judge.ts';
import { median, printTable } from './figures.ts';
import { anchorsIn, bigText, withWordsChanged } from './revising/big-texts.ts';
import { byOffset, byScore, type Peer } from './revising/peers.ts';

/** How long jsdiff may take over one pair of texts, in ms. */
const PATIENCE = 60_000;
const REVISIONS = 300;

/** What becomes of claims when texts are edited at random, and how fast the fates of many are told. */
export async function run(rounds: number): Promise<void> {
  const sample = fc.sample(revisions, { seed: 2026, numRuns: REVISIONS });
  printFates(sample.flatMap(fatesOfRevision));
  printPeers(sample.flatMap(casesOf).filter(({ ranges }) => ranges.length === 1));
  await printSpeed(rounds);
}

function printFates(all: ReturnType<typeof fatesOfRevision>): void {
  const states = [...new Set(all.map(({ fate }) => fate.state))].sort();
  const rows = states.map(state => {
    const these = all.filter(({ fate }) => fate.state === state);
    const needless = isSilent(these[0]!.fate) ? 0 : these.filter(isUntouched).length;
    return [state, these.length, needless, these.filter(silentError).length];
  });
  const sum = (column: number) => rows.reduce((total, row) => total + (row[column] as number), 0);
  printTable(
    `Fates of ${all.length} claims in ${REVISIONS} texts edited at random`,
    ['fate', 'claims', 'untouched', 'silent errors'],
    [...rows, ['all', sum(1), sum(2), sum(3)]],
  );
  console.log(
    'untouched: a person is asked although words and nearest neighbours (16 units) are as they were;',
  );
  console.log('relocated ones stand elsewhere with the same neighbours, which is asked on purpose.');
}

type Outcome = 'right' | 'neighbours changed' | 'elsewhere' | 'other words' | 'nobody placed it';

function outcomeOf({ before, edited, ranges }: Case, place: { start: number; end: number } | null): Outcome {
  if (!place) return 'nobody placed it';
  const { sameWords, samePlace, sameNeighbours } = judge(before, edited, ranges[0]!, place);
  if (!sameWords) return 'other words';
  if (sameNeighbours) return 'right';
  return samePlace ? 'neighbours changed' : 'elsewhere';
}

function printPeers(cases: readonly Case[]): void {
  const outcomes: Outcome[] = ['right', 'neighbours changed', 'elsewhere', 'other words', 'nobody placed it'];
  const byPeer = (peer: Peer) => (one: Case) => peer(one.edited.text, one.anchor.quote, one.ranges[0]!);
  const fates = new Map<string, ReturnType<typeof fatesIn>>();
  const ours = (one: Case) => {
    const { text } = one.edited;
    const fateOf = fates.get(text) ?? fatesIn(align(one.before, text));
    fates.set(text, fateOf);
    const fate = fateOf(one.anchor);
    return isSilent(fate) ? fate.candidates[0]!.ranges[0]! : null;
  };
  const ways: [string, (one: Case) => { start: number; end: number } | null][] = [
    ['by the difference (ours)', ours],
    ['best score, as Hypothesis', byPeer(byScore)],
    ['plain offsets', byPeer(byOffset)],
  ];
  printTable(
    `Where ${cases.length} claims of one part were put without asking`,
    ['way', ...outcomes],
    ways.map(([name, way]) => {
      const told = cases.map(one => outcomeOf(one, way(one)));
      return [name, ...outcomes.map(outcome => told.filter(one => one === outcome).length)];
    }),
  );
  console.log('"nobody placed it" means a person is asked (ours) or the note is an orphan (the others).');
}

async function printSpeed(rounds: number): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [name, length, count] of [
    ['1 MB, 10,000 claims', 1_000_000, 10_000],
    ['10 MB, 100,000 claims', 10_000_000, 100_000],
  ] as const) {
    const before = bigText(length);
    const after = withWordsChanged(before, 0.01);
    const anchors = anchorsIn(before, count);
    const aligning: number[] = [];
    const telling: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const began = performance.now();
      const alignment = align(before, after);
      aligning.push(performance.now() - began);
      const fateOf = fatesIn(alignment);
      for (const anchor of anchors) fateOf(anchor);
      telling.push(performance.now() - began - aligning.at(-1)!);
    }
    const sums = aligning.map((ms, i) => ms + telling[i]!);
    rows.push([name, median(aligning), median(telling), median(sums), await plainWordDiff(before, after)]);
  }
  printTable(
    '1 % of words changed, ms',
    ['text', 'difference', 'fates', 'both', 'jsdiff diffWords alone'],
    rows,
  );
}

/** How long jsdiff's word diff takes, in ms; a string where it gave up or did not end in time. */
function plainWordDiff(before: string, after: string): Promise<string> {
  const worker = new Worker(new URL('revising/word-diff.js', import.meta.url), {
    workerData: { before, after },
  });
  return new Promise(resolve => {
    const end = (outcome: string) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(outcome);
    };
    const timer = setTimeout(() => end(`not in ${PATIENCE / 1000} s`), PATIENCE);
    worker.once('message', (ms: number) => end(Math.round(ms).toLocaleString('en')));
    worker.once('error', () => end('ran out of memory'));
  });
}

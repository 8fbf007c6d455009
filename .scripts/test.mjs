import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from './support/build.mjs';
import { filesUnder } from './support/fresh.mjs';
import { inProject, tools } from './support/project.mjs';
import { runNode, StepFailed, script } from './support/run.mjs';
import { totals } from './support/totals.mjs';

const apart = ['soak', 'bench', 'eval', 'shots'];
/** Most files of tests that are run once more; where more fail, it is not the machine. */
const MOST_AGAIN = 6;
const switches =
  /^(-[bipcC]|--(bail|invert|parallel|color|dry-run|full-trace|check-leaks|forbid-\w+|no-.*))$/;

/** "shared/values", "test/shared/values" and "shared/values/dates.test.ts" name compiled tests. */
function asCompiled(place) {
  const inTests = place
    .replaceAll('\\', '/')
    .replace(/^(\.\/)?(dist\/)?test\//, '')
    .replace(/\.ts$/, '.js');
  const compiled = inProject('dist/test', inTests);
  if (!existsSync(compiled))
    throw new StepFailed(`There are no tests at test/${inTests}.\n0 passed, 0 failed`);
  return compiled;
}

/** Splits arguments into places to look for tests and options for mocha with their values. */
function sortArguments(args) {
  const places = [];
  const options = [];
  for (const [index, arg] of args.entries()) {
    const before = args[index - 1] ?? '';
    const isValue = before.startsWith('-') && !before.includes('=') && !switches.test(before);
    if (arg.startsWith('-') || isValue) options.push(arg);
    else places.push(asCompiled(arg));
  }
  return { places, options };
}

/** Tests that take long stand beside the others under a name of their own. */
const soaks = file => file.endsWith('.soak.test.js');

const folderOf = file => path.relative(inProject('dist/test'), file).split(path.sep)[0];

/** Properties that are tried more often where there is time. */
const triesMore = file => readFileSync(file, 'utf8').includes('/support/runs.js');

const testsUnder = place => filesUnder(place).filter(file => file.endsWith('.test.js'));

/** The tests of `npm test`: all, or those at some places; those that take long only where they are named. */
function shortTests(places) {
  if (places.length > 0)
    return places.flatMap(place => testsUnder(place).filter(file => file === place || !soaks(file)));
  return testsUnder(inProject('dist/test')).filter(file => !apart.includes(folderOf(file)) && !soaks(file));
}

/** The tests of `npm run soak`: what is made for it, and what takes long of all or at some places. */
function longTests(places) {
  const long =
    places.length > 0
      ? places.flatMap(testsUnder)
      : testsUnder(inProject('dist/test')).filter(file => soaks(file) || triesMore(file));
  return [...new Set([...testsUnder(inProject('dist/test/soak')), ...long])];
}

/** What takes longest first, so that no worker is left with it when the others are done: browsers, then long files. */
function longestFirst(files) {
  const weight = file => (folderOf(file) === 'browser' ? 1e9 : 0) + statSync(file).size;
  return files
    .map(file => [file, weight(file)])
    .sort(([, a], [, b]) => b - a)
    .map(([file]) => file);
}

await script(async args => {
  await build();
  const soak = args.includes('--soak');
  const { places, options } = sortArguments(args.filter(arg => arg !== '--soak'));
  const files = longestFirst(soak ? longTests(places) : shortTests(places));
  if (files.length === 0) throw new StepFailed('No test was found.\n0 passed, 0 failed');
  // Browser tests wait about a third of their time, so that two cores are busy with three workers.
  const workers = String(Math.min(4, availableParallelism() + 1));
  const together = soak ? [] : ['--parallel', '--jobs', workers];
  const strict = process.env.CI ? ['--forbid-only'] : [];
  if (soak) process.env.VARIORUM_SOAK = '1';
  const first = await mocha([...strict, ...together, ...options], files);
  const failed = Object.keys(first.results).filter(file => first.results[file].failed > 0);
  const isWhole = !soak && places.length === 0;
  if (first.code === 0 || !isWhole || failed.length === 0 || failed.length > MOST_AGAIN) return told(first);
  // What fails beside others on a busy machine and holds by itself is said, and does not fail the run.
  console.log(
    `\nOnce more, alone: ${failed.map(file => path.relative(inProject('dist'), file)).join(', ')}\n`,
  );
  const again = await mocha([...strict, ...options], failed);
  return told({ code: again.code, results: { ...first.results, ...again.results } });
});

/** Prints the totals of a run. @returns its exit code */
function told({ code, results }) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of Object.values(results)) for (const name of Object.keys(sum)) sum[name] += counts[name];
  console.log(totals(sum));
  return code;
}

/** Runs files of tests. @returns the exit code, and what passed, failed and was skipped in each file */
async function mocha(options, files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'variorum-results-'));
  const file = path.join(folder, 'results.json');
  try {
    const env = { VARIORUM_AS_BUILT: '1', VARIORUM_TEST_RESULTS: file };
    const code = await runNode(tools.mocha, [...options, ...files], { env, stdio: 'inherit' });
    return { code, results: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {} };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

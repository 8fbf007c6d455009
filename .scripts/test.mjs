import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

const everyTest = () =>
  filesUnder(inProject('dist/test')).filter(file => {
    const [folder] = path.relative(inProject('dist/test'), file).split(path.sep);
    return !apart.includes(folder) && !soaks(file);
  });

await script(async args => {
  await build();
  const soak = args.includes('--soak');
  const { places, options } = sortArguments(args.filter(arg => arg !== '--soak'));
  const long = soak && places.length === 0 ? filesUnder(inProject('dist/test')).filter(soaks) : [];
  const chosen = soak ? [inProject('dist/test/soak'), ...long, ...places] : places;
  const files = (chosen.length > 0 ? chosen.flatMap(filesUnder) : everyTest()).filter(file =>
    file.endsWith('.test.js'),
  );
  if (files.length === 0) throw new StepFailed('No test was found.\n0 passed, 0 failed');
  // Browser tests wait more than they work, so even two cores gain by a second worker.
  const workers = String(Math.min(4, Math.max(2, availableParallelism())));
  const together = soak ? [] : ['--parallel', '--jobs', workers];
  const strict = process.env.CI ? ['--forbid-only'] : [];
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

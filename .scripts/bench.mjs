import { existsSync } from 'node:fs';
import { build } from './support/build.mjs';
import { inProject } from './support/project.mjs';
import { runNode, StepFailed, script } from './support/run.mjs';

const bench = inProject('dist/test/bench/main.js');

await script(async args => {
  await build();
  if (!existsSync(bench)) throw new StepFailed('There is nothing to measure: test/bench/main.ts is missing.');
  return runNode(bench, args, { env: { VARIORUM_AS_BUILT: '1' }, stdio: 'inherit' });
});

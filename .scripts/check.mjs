import { install } from './support/install.mjs';
import { inProject, root, tools } from './support/project.mjs';
import { runNode, say, script } from './support/run.mjs';

// All run even when the first finds something, so that one go shows everything.
const checks = [
  ['Format and lint', tools.biome, ['ci', '--error-on-warnings', root]],
  ['Types', tools.tsc, ['--build']],
  ['Texts of every language', inProject('.scripts/localize.mjs'), ['--check']],
];

await script(async () => {
  await install();
  const failed = [];
  for (const [what, file, args] of checks) {
    say(`${what} …`);
    if ((await runNode(file, args)) !== 0) failed.push(what);
  }
  say(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});

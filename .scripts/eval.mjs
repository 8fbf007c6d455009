import { build } from './support/build.mjs';
import { inProject } from './support/project.mjs';
import { runNode, script } from './support/run.mjs';

await script(async args => {
  await build();
  return runNode(inProject('dist/test/eval/main.js'), args, { stdio: 'inherit' });
});

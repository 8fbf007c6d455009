import { build } from './support/build.mjs';
import { inProject } from './support/project.mjs';
import { runNode, script } from './support/run.mjs';

await script(async args => {
  await build();
  return runNode(inProject('dist/test/shots/main.js'), args, {
    env: { VARIORUM_AS_BUILT: '1' },
    stdio: 'inherit',
  });
});

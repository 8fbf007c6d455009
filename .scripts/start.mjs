import { pathToFileURL } from 'node:url';
import { build } from './support/build.mjs';
import { onDesktop, tools } from './support/project.mjs';
import { script } from './support/run.mjs';

// The server runs in this process, so that signals reach it directly on every system.
await script(async args => {
  await build();
  process.argv.splice(
    1,
    Number.POSITIVE_INFINITY,
    tools.variorum,
    'serve',
    ...(onDesktop() ? ['--open'] : []),
    ...args,
  );
  await import(pathToFileURL(tools.variorum).href);
  return process.exitCode;
});

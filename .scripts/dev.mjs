import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from './support/build.mjs';
import { install } from './support/install.mjs';
import { inProject, root, tools } from './support/project.mjs';
import { say, script } from './support/run.mjs';

const server = process.env.VARIORUM_PORT ?? '4400';
const client = process.env.VARIORUM_CLIENT_PORT ?? '4401';

/** What runs side by side: the compiler, the server (restarted when a compiled file changes) and Vite. */
const parts = args => [
  [tools.tsc, '--build', '--watch', '--preserveWatchOutput'],
  ['--watch', '--watch-preserve-output', tools.variorum, 'serve', '--port', server, ...args],
  [tools.vite, 'client', '--port', client, '--strictPort'],
];

await script(async args => {
  await install();
  // The compiler that watches catches up with older output and shows errors without stopping the rest.
  if (!existsSync(inProject('dist/server/cli/main.js'))) await build({ client: false });
  say(`The client with live reload: http://localhost:${client} (the server: http://localhost:${server})`);
  const env = { ...process.env, VARIORUM_AS_BUILT: '1', VARIORUM_PORT: server };
  const children = parts(args).map(part =>
    spawn(process.execPath, part, { cwd: root, env, stdio: 'inherit' }),
  );
  const stopAll = () => {
    for (const child of children) child.kill();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll);
  // One part that ends takes the others with it: half a workshop only confuses.
  const ends = children.map(child => new Promise(resolve => child.once('close', resolve)));
  const code = await Promise.race(ends);
  stopAll();
  await Promise.all(ends);
  return code ?? 0;
});

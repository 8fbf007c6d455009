import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { install } from './support/install.mjs';
import { inProject, root, tools } from './support/project.mjs';
import { runNode, say, script } from './support/run.mjs';

const serverPort = process.env.PORT ?? '4400';
const clientPort = process.env.VARIORUM_CLIENT_PORT ?? '4401';

const children = new Set();

/** Starts a JavaScript file beside this one; resolves `ended` when it is gone. */
function beside(file, args) {
  const env = { ...process.env, VARIORUM_AS_BUILT: '1', PORT: serverPort };
  const child = spawn(process.execPath, [file, ...args], { cwd: root, env, stdio: 'inherit' });
  children.add(child);
  const ended = new Promise(resolve => child.once('close', resolve));
  ended.then(() => children.delete(child));
  return { child, ended };
}

/** Calls `work` soon after files change in the layers; never twice at once, and again if they changed meanwhile. */
function onChange(layers, work) {
  let waiting;
  let running = Promise.resolve();
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      running = running.then(work);
    }, 100);
  };
  for (const layer of layers) watch(inProject(layer), { recursive: true }, soon);
}

const compile = async () => {
  const code = await runNode(tools.tsc, ['--build']);
  say(code === 0 ? 'Compiled.' : 'There are errors; what compiled before stays in use.');
  return code === 0;
};

await script(async args => {
  await install();
  const serve = () => beside(tools.variorum, ['serve', '--port', serverPort, ...args]);
  await compile();
  let server = serve();
  const client = beside(tools.vite, ['client', '--port', clientPort, '--strictPort']);
  say(
    `The client with live reload: http://localhost:${clientPort} (the server: http://localhost:${serverPort})`,
  );

  onChange(['client', 'test'], compile);
  onChange(['shared', 'server'], async () => {
    if (!(await compile())) return;
    server.child.kill();
    await server.ended;
    server = serve();
  });

  const stop = () => {
    for (const child of children) child.kill();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  const code = await client.ended;
  stop();
  await server.ended;
  process.exit(code ?? 0);
});

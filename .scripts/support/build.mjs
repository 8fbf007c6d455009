import { availableParallelism } from 'node:os';
import { isFresh, pruneCompiled, stamped } from './fresh.mjs';
import { install } from './install.mjs';
import { tools } from './project.mjs';
import { step } from './run.mjs';

const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];

/**
 * Every checker of the compiler learns the types of the libraries anew, so that four on two cores do twice the work of
 * one; what does not wait for each other among the projects is compiled at once all the same.
 */
const atOnce = () => {
  const cores = availableParallelism();
  return ['--checkers', String(Math.min(4, Math.max(1, Math.floor(cores / 2)))), '--builders', String(cores)];
};

const compile = {
  name: 'compile',
  sources: ['shared', 'server', 'client', 'test', ...settings],
  product: 'dist/server/cli/main.js',
  async work(force) {
    pruneCompiled();
    await step('Compiling', tools.tsc, ['--build', ...atOnce(), ...(force ? ['--force'] : [])]);
  },
};

const bundle = {
  name: 'bundle',
  sources: ['shared', 'client', ...settings],
  product: 'dist/client/index.html',
  work: () => step('Bundling the client', tools.vite, ['build', 'client', '--logLevel', 'warn']),
};

/** Installs and builds what is missing or older than its sources; with `fresh`, builds everything. */
export async function build({ fresh = false } = {}) {
  await install();
  const stale = [compile, bundle].filter(part => fresh || !isFresh(part));
  // Neither reads what the other makes.
  const done = await Promise.allSettled(stale.map(part => stamped(part, () => part.work(fresh))));
  for (const { status, reason } of done) if (status === 'rejected') throw reason;
}

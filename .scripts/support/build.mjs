import { isFresh, pruneCompiled, stamped } from './fresh.mjs';
import { install } from './install.mjs';
import { tools } from './project.mjs';
import { step } from './run.mjs';

const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'];

const compile = {
  name: 'compile',
  sources: ['shared', 'server', 'client', 'test', ...settings],
  product: 'dist/server/cli/main.js',
  async work(force) {
    pruneCompiled();
    await step('Compiling', tools.tsc, ['--build', ...(force ? ['--force'] : [])]);
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
  for (const part of [compile, bundle]) {
    if (fresh || !isFresh(part)) await stamped(part, () => part.work(fresh));
  }
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './project.mjs';
import { run, StepFailed, say } from './run.mjs';

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The packages that the lock file asks for and node_modules lacks or has in another version. npm keeps what it
 * installed in node_modules/.package-lock.json; optional packages of other platforms are rightly absent.
 */
export function missingPackages() {
  const wanted = readJson(inProject('package-lock.json')).packages;
  const record = inProject('node_modules/.package-lock.json');
  const installed = existsSync(record) ? readJson(record).packages : {};
  return Object.keys(wanted).filter(
    name => name !== '' && !wanted[name].optional && installed[name]?.version !== wanted[name].version,
  );
}

/** Runs npm: the one that started this script if there is one, else the one on the path. */
export function npm(args, options) {
  const own = process.env.npm_execpath;
  if (own && path.basename(own) === 'npm-cli.js') return run(process.execPath, [own, ...args], options);
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options);
}

/** Installs the packages of the lock file, tools included, unless they are all there. */
export async function install() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  say(`Installing: ${missing.length} packages of package-lock.json are not in node_modules (npm ci) …`);
  const code = await npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) throw new StepFailed('npm ci failed; its message is above.', code);
}

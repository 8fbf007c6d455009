import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { inProject, root } from './project.mjs';

const stopSignals = ['SIGINT', 'SIGTERM'];

/** Says one line about what is being done; on standard error, so that output can be piped. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A failure that has been explained already; the script ends with its exit code and no stack. */
export class StepFailed extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

/**
 * Runs a program and waits for it. Its output goes to standard error unless `stdio` says otherwise.
 * Resolves to its exit code (128 + number of the signal when one ended it).
 */
export function run(command, args, { env, cwd = root, stdio = ['ignore', 2, 2], ...rest } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio, ...rest });
    const stop = signal => child.kill(signal);
    for (const signal of stopSignals) process.on(signal, stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const each of stopSignals) process.off(each, stop);
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}

/** Like `run`, for a JavaScript file under the same Node. */
export const runNode = (file, args, options) => run(process.execPath, [file, ...args], options);

/** Runs a JavaScript file and throws `StepFailed` when it ends with anything but 0. */
export async function step(what, file, args, options) {
  say(`${what} …`);
  const code = await runNode(file, args, options);
  if (code !== 0) throw new StepFailed(`${what}: failed (exit code ${code}).`, code);
}

/**
 * Stops this process, as SIGTERM would, once the one that started it is gone: npm runs scripts in a shell that ends
 * on a signal without passing it on. (On Windows a parent's id never changes and the console ends the whole group.)
 */
function endWithParent() {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/** Throws when this Node is older than package.json allows; the tools' own messages would not say so. */
function checkNode() {
  const { engines } = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
  const [major, minor] = engines.node.match(/\d+/g).map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return;
  throw new StepFailed(`Node ${major}.${minor} or newer is needed; this is ${process.versions.node}.`);
}

/** Runs a script's body: its result is the exit code, an explained failure is printed without a stack. */
export async function script(body) {
  endWithParent();
  try {
    checkNode();
    process.exitCode = (await body(process.argv.slice(2))) ?? 0;
  } catch (error) {
    say(error instanceof StepFailed ? error.message : (error?.stack ?? String(error)));
    process.exitCode = error?.code > 0 ? error.code : 1;
  }
}

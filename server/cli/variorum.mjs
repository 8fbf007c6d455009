#!/usr/bin/env node
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const packageRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const inPackage = part => pathToFileURL(path.join(packageRoot, part)).href;

// A packed copy carries no sources; there is nothing to compile, and work belongs in the current folder.
const checkout = existsSync(path.join(packageRoot, 'server/cli/main.ts'));

try {
  // VARIORUM_AS_BUILT leaves building to whoever set it: a watcher, or a test run that has just built.
  if (checkout && !process.env.VARIORUM_AS_BUILT) {
    const { build } = await import(inPackage('.scripts/support/build.mjs'));
    await build();
  }
  const { main } = await import(inPackage('dist/server/cli/main.js'));
  process.exitCode = await main({ argv: process.argv.slice(2), packageRoot, checkout });
} catch (error) {
  process.stderr.write(`variorum: ${error?.message ?? error}\n`);
  if (process.env.VARIORUM_DEBUG && error?.stack) process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
}

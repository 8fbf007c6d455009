import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** An absolute path inside the project, from parts that use "/" on every system. */
export const inProject = (...parts) => path.join(root, ...parts);

/** The programs the scripts run, as JavaScript files so that no shell or ".cmd" is needed. */
export const tools = {
  tsc: inProject('node_modules/typescript/bin/tsc'),
  vite: inProject('node_modules/vite/bin/vite.js'),
  mocha: inProject('node_modules/mocha/bin/mocha.js'),
  biome: inProject('node_modules/@biomejs/biome/bin/biome'),
  variorum: inProject('server/cli/variorum.mjs'),
};

/** Whether a person sits in front of this: a terminal, a screen, and no build server. */
export function onDesktop() {
  const screen =
    process.platform === 'darwin' ||
    process.platform === 'win32' ||
    Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  return screen && process.stdout.isTTY === true && !process.env.CI;
}

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/opt/google/chrome', '/snap/bin'].flatMap(folder =>
    ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser'].map(
      name => `${folder}/${name}`,
    ),
  ),
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .flatMap(folder => [
      `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
      `${folder}\\Chromium\\Application\\chrome.exe`,
      `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]),
};

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
  const names = process.platform === 'win32' ? ['chrome.exe'] : ['google-chrome', 'chromium', 'chrome'];
  return folders.flatMap(folder => names.map(name => path.join(folder, name)));
}

/** Unpacks the browser that comes as a package, once per version; a half-written file never gets the final name. */
async function packagedChromium(): Promise<string> {
  const folder = path.join(modules, '@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const unpacked = path.join(modules, '.cache/variorum', `chromium-${version}`);
  if (existsSync(unpacked)) return unpacked;
  await mkdir(path.dirname(unpacked), { recursive: true });
  const partial = `${unpacked}.${process.pid}.partial`;
  const packed = await readFile(path.join(folder, 'bin/chromium.br'));
  await writeFile(partial, await promisify(brotliDecompress)(packed));
  await chmod(partial, 0o755);
  // Another worker may have been first, and its browser be running already.
  if (existsSync(unpacked)) await rm(partial);
  else await rename(partial, unpacked);
  return unpacked;
}

/**
 * Finds a Chromium-family browser: CHROME_PATH, the usual places, the path, then the packaged one (Linux on x64).
 * Throws an error that says how to name one when there is none.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist.`);
  }
  const installed = [...(usualPlaces[process.platform] ?? []), ...onPath()].find(file => existsSync(file));
  if (installed) return installed;
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error('No Chrome or Chromium was found. Install one, or set CHROME_PATH to its program file.');
}

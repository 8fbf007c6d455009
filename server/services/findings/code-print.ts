import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

let known: Promise<string> | undefined;

/**
 * Fingerprints the code that suggestions and findings are made by, so that what older code made is not taken for what
 * this one would make. It is read once.
 * @returns SHA-256 in hex
 */
export function codePrint(): Promise<string> {
  known ??= print();
  return known;
}

async function print(): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(SHARED, { recursive: true })).filter(name => name.endsWith('.js')).sort();
  for (const name of names) hash.update(`${name}\0`).update(await readFile(`${SHARED}${name}`));
  return hash.digest('hex');
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const beside = (folder: string) => fileURLToPath(new URL(`../../../../shared/${folder}`, import.meta.url));

/** Folder of what careful readers found in the seed texts: `$GOLD_DIR`, else beside the checkout. */
export const goldFolder = process.env.GOLD_DIR ?? beside('gold');
/** Folder of public data to measure against: `$EVAL_DIR`, else beside the checkout. */
export const evalFolder = process.env.EVAL_DIR ?? beside('eval');

/** The data that a report wants is not on this machine. */
export class Missing extends Error {}

/** @returns the text of a file; throws `Missing` where there is none. */
export function dataText(folder: string, ...parts: readonly string[]): string {
  const file = path.join(folder, ...parts);
  if (!existsSync(file)) throw new Missing(`${file} is not there.`);
  return readFileSync(file, 'utf8');
}

/** @returns what a JSON file holds; throws `Missing` where there is none. */
export function dataJson<T>(folder: string, ...parts: readonly string[]): T {
  return JSON.parse(dataText(folder, ...parts)) as T;
}

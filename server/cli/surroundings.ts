import path from 'node:path';
import type { Writable } from 'node:stream';
import { finishRestoring } from '../storage/lowdb/backup/restore.ts';

/** What the command line works in: given by the launcher, or by a test. */
export interface Surroundings {
  readonly packageRoot: string;
  /** Whether this is a checkout with sources, rather than an installed copy. */
  readonly checkout: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly out: Writable;
  readonly errors: Writable;
}

/** A command that was not given what it needs: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** @returns the address of the store: the flag, VARIORUM_DATA, or `annotations/desk` in the checkout or the current folder. @throws UsageError for an empty flag */
export function storeAddress({ env, folder, packageRoot, checkout }: Surroundings, flag?: string): string {
  // What was to hold a folder's name, and held nothing, must not lead to another desk.
  if (flag === '') throw new UsageError('--data is empty; name the folder of a desk.');
  const given = flag ?? env.VARIORUM_DATA;
  if (given !== undefined && given !== '' && !isFolder(given)) return given;
  const desk = given
    ? path.resolve(folder, given)
    : path.join(checkout ? packageRoot : folder, 'annotations', 'desk');
  // Whatever is asked of the desk: a restoring that was broken off at its very end comes first.
  finishRestoring(desk);
  return desk;
}

/** Whether the address of a store is a folder's path; one letter before a colon is a drive. */
export function isFolder(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(address);
}

/** @throws UsageError for what is no port */
export function portNumber(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new UsageError(`"${text}" is not a port; give a number from 0 to 65535.`);
  return port;
}

/**
 * Whether files of the web may be fetched: where the flag says so, or VARIORUM_FETCH.
 * @throws UsageError where VARIORUM_FETCH is neither on nor off
 */
export function mayFetch({ env }: Surroundings, flag?: boolean): boolean {
  const told = env.VARIORUM_FETCH ?? '';
  if (!['', 'on', 'off'].includes(told))
    throw new UsageError(`VARIORUM_FETCH is "${told}"; it can be on or off.`);
  return flag ?? told === 'on';
}

export function say(stream: Writable, text: string): void {
  stream.write(`${text}\n`);
}

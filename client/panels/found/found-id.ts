import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const PREFIX = 'found-';
const DIGITS = 16;

/** @returns the id under which a finding has an address, whatever else is found: made of its key alone */
export const foundId = (key: string): string =>
  PREFIX + bytesToHex(sha256(utf8ToBytes(key))).slice(0, DIGITS);

/** @returns whether an id in an address names a finding */
export const isFoundId = (id: string): boolean => id.startsWith(PREFIX);

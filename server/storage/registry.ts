import { openLowdb } from './lowdb/open.ts';
import { verifyLowdb } from './lowdb/verify.ts';
import { MemoryStorage } from './memory/storage.ts';
import type { Storage } from './port.ts';
import { NOTHING_TO_VERIFY, type Verification } from './verification.ts';

export interface StorageOptions {
  /** Opens for reading alone: takes no lock and changes nothing, so that it works beside a running desk. */
  readonly readOnly?: boolean;
}

/** A kind of store, chosen by the scheme of its address. */
export interface StorageAdapter {
  readonly scheme: string;
  /** How an address looks, for messages. */
  readonly example: string;
  /** Whether what is committed is still there after closing and opening. */
  readonly durable: boolean;
  /** @param location what follows the scheme */
  open(location: string, options: StorageOptions): Promise<Storage>;
  verify(location: string): Promise<Verification>;
}

export const storageAdapters: readonly StorageAdapter[] = [
  { scheme: 'lowdb', example: 'lowdb:<folder>', durable: true, open: openLowdb, verify: verifyLowdb },
  {
    scheme: 'memory',
    example: 'memory:',
    durable: false,
    open: async () => new MemoryStorage(),
    verify: async () => NOTHING_TO_VERIFY,
  },
];

/** An address that names no store. */
export class UnknownStore extends Error {
  constructor(location: string) {
    const known = storageAdapters.map(adapter => adapter.example).join(', ');
    super(`No store goes by "${location}". Known are a folder's path and: ${known}.`);
    this.name = 'UnknownStore';
  }
}

/**
 * Opens the store at an address: `memory:`, `lowdb:<folder>`, or a folder's path.
 * @throws UnknownStore for any other scheme
 */
export async function openStorage(location: string, options: StorageOptions = {}): Promise<Storage> {
  const { adapter, place } = adapterFor(location);
  return adapter.open(place, options);
}

/**
 * Looks through everything a store holds, changing nothing; it may be open meanwhile.
 * @throws UnknownStore as `openStorage` does
 */
export async function verifyStorage(location: string): Promise<Verification> {
  const { adapter, place } = adapterFor(location);
  return adapter.verify(place);
}

/** A store that is not kept in files cannot be copied, nor can words be destroyed in it. */
export class NotInFiles extends Error {
  constructor(location: string) {
    super(`"${location}" is not kept in files, so there is nothing to back up, restore or redact.`);
    this.name = 'NotInFiles';
  }
}

/**
 * @returns the folder in which the store at an address is kept
 * @throws NotInFiles where it is kept in none; UnknownStore as `openStorage` does
 */
export function folderOf(location: string): string {
  const { adapter, place } = adapterFor(location);
  if (adapter.scheme !== 'lowdb') throw new NotInFiles(location);
  return place;
}

function adapterFor(location: string): { adapter: StorageAdapter; place: string } {
  // One letter before the colon is a drive, not a scheme.
  const match = /^([a-z][a-z0-9+.-]+):(?:\/\/)?(.*)$/is.exec(location);
  const scheme = match ? match[1]!.toLowerCase() : 'lowdb';
  const adapter = storageAdapters.find(known => known.scheme === scheme);
  if (!adapter || location === '') throw new UnknownStore(location);
  return { adapter, place: match ? match[2]! : location };
}

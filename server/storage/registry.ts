import { openLowdb } from './lowdb/open.ts';
import { MemoryStorage } from './memory/storage.ts';
import type { Storage } from './port.ts';

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
}

export const storageAdapters: readonly StorageAdapter[] = [
  { scheme: 'lowdb', example: 'lowdb:<folder>', durable: true, open: openLowdb },
  { scheme: 'memory', example: 'memory:', durable: false, open: async () => new MemoryStorage() },
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

function adapterFor(location: string): { adapter: StorageAdapter; place: string } {
  // One letter before the colon is a drive, not a scheme.
  const match = /^([a-z][a-z0-9+.-]+):(?:\/\/)?(.*)$/is.exec(location);
  const scheme = match ? match[1]!.toLowerCase() : 'lowdb';
  const adapter = storageAdapters.find(known => known.scheme === scheme);
  if (!adapter || location === '') throw new UnknownStore(location);
  return { adapter, place: match ? match[2]! : location };
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Writes a UUID's 16 bytes at an offset. @throws RangeError where the text is not a UUID */
export function packId(id: string, into: Uint8Array, at: number): void {
  const hex = id.replaceAll('-', '');
  if (hex.length !== 32) throw new RangeError(`Not a UUID: ${id}`);
  for (let i = 0; i < 16; i++) into[at + i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
}

/** @returns the UUID whose 16 bytes stand at an offset, in lower case. */
export function unpackId(bytes: Uint8Array, at: number): string {
  const hex = (i: number) => HEX[bytes[at + i]!]!;
  const pair = (i: number) => hex(i) + hex(i + 1);
  return `${pair(0)}${pair(2)}-${pair(4)}-${pair(6)}-${pair(8)}-${pair(10)}${pair(12)}${pair(14)}`;
}

/** A hash table from 16-byte ids to slots, over ids that somebody else keeps. Open addressing, linear probing. */
export class IdMap {
  #table: Int32Array;
  #bytes: () => Uint8Array;
  #used = 0;

  /** @param bytes gives the packed ids, 16 bytes a slot */
  constructor(bytes: () => Uint8Array, capacity: number) {
    this.#bytes = bytes;
    this.#table = new Int32Array(tableSize(capacity));
  }

  /** Adds the id that stands in a slot; it must not be there yet. */
  add(slot: number): void {
    if (++this.#used * 2 > this.#table.length) this.#grow();
    this.#place(slot);
  }

  /** @returns the slot in which an id stands, or -1. */
  find(id: Uint8Array): number {
    const mask = this.#table.length - 1;
    const bytes = this.#bytes();
    for (let i = hash(id, 0) & mask; ; i = (i + 1) & mask) {
      const slot = this.#table[i]! - 1;
      if (slot < 0) return -1;
      if (equal(bytes, slot * 16, id)) return slot;
    }
  }

  #place(slot: number): void {
    const mask = this.#table.length - 1;
    let i = hash(this.#bytes(), slot * 16) & mask;
    while (this.#table[i] !== 0) i = (i + 1) & mask;
    this.#table[i] = slot + 1;
  }

  #grow(): void {
    const slots = this.#table.filter(entry => entry !== 0);
    this.#table = new Int32Array(this.#table.length * 2);
    for (const entry of slots) this.#place(entry - 1);
  }
}

function tableSize(capacity: number): number {
  let size = 64;
  while (size < capacity * 2 + 2) size *= 2;
  return size;
}

/** FNV-1a with a final mix, so that ids that count up spread as well as random ones. */
function hash(bytes: Uint8Array, at: number): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < 16; i++) value = Math.imul(value ^ bytes[at + i]!, 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return value ^ (value >>> 13);
}

function equal(bytes: Uint8Array, at: number, id: Uint8Array): boolean {
  for (let i = 0; i < 16; i++) if (bytes[at + i] !== id[i]) return false;
  return true;
}

const NONE = -1;

/** Which entries have which keys, in typed arrays: 12 bytes a key. Keys are told apart by a hash of 32 bits. */
export class KeyTable {
  #heads = new Int32Array(1 << 12).fill(NONE);
  #hashes = new Uint32Array(1 << 12);
  #entries = new Uint32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  #size = 0;

  add(key: string, entry: number): void {
    if (this.#size === this.#hashes.length) this.#grow();
    const hash = hashOf(key);
    this.#hashes[this.#size] = hash;
    this.#entries[this.#size] = entry;
    this.#link(this.#size++);
  }

  /** Calls back with entries of a key, the latest first, and no more than `most`; an entry may come twice. */
  each(key: string, most: number, call: (entry: number) => void): void {
    const hash = hashOf(key);
    let count = 0;
    for (let at = this.#heads[hash & (this.#heads.length - 1)]!; at !== NONE; at = this.#next[at]!)
      if (this.#hashes[at] === hash) {
        if (++count > most) return;
        call(this.#entries[at]!);
      }
  }

  #link(at: number): void {
    const bucket = this.#hashes[at]! & (this.#heads.length - 1);
    this.#next[at] = this.#heads[bucket]!;
    this.#heads[bucket] = at;
  }

  #grow(): void {
    const length = this.#hashes.length * 2;
    this.#hashes = copied(this.#hashes, new Uint32Array(length));
    this.#entries = copied(this.#entries, new Uint32Array(length));
    this.#next = new Int32Array(length);
    this.#heads = new Int32Array(length).fill(NONE);
    for (let at = 0; at < this.#size; at++) this.#link(at);
  }
}

function copied(from: Uint32Array<ArrayBuffer>, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from);
  return to;
}

/** FNV-1a over code units, stirred so that the low bits depend on all. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

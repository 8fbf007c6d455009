const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const WORDS = 4;

/** @returns whether an id can be that of a change. */
export function isChangeId(id: string): boolean {
  return UUID.test(id);
}

/**
 * Which entry of the log holds which change: exact, and some 40 bytes a change, so that a long history
 * fits in memory. An open-addressing table over the 128 bits of the ids; upper and lower case are one id.
 */
export class ChangeIds {
  #size = 0;
  #words: Uint32Array;
  #seqs: Uint32Array;
  readonly #key = new Uint32Array(WORDS);

  constructor(capacity = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)));
    this.#words = new Uint32Array(slots * WORDS);
    this.#seqs = new Uint32Array(slots);
  }

  get size(): number {
    return this.#size;
  }

  /** @returns the sequence number under which a change was committed, or undefined. */
  get(changeId: string): number | undefined {
    if (!isChangeId(changeId)) return undefined;
    this.#read(changeId);
    return this.#seqs[this.#slot()] || undefined;
  }

  /** @param changeId a UUID */
  set(changeId: string, seq: number): void {
    this.#read(changeId);
    this.#put(seq);
  }

  #put(seq: number): void {
    if ((this.#size + 1) * 2 > this.#seqs.length) this.#grow();
    const slot = this.#slot();
    if (this.#seqs[slot] === 0) this.#size++;
    this.#words.set(this.#key, slot * WORDS);
    this.#seqs[slot] = seq;
  }

  #read(id: string): void {
    const key = this.#key;
    key[0] = Number.parseInt(id.slice(0, 8), 16);
    key[1] = Number.parseInt(id.slice(9, 13) + id.slice(14, 18), 16);
    key[2] = Number.parseInt(id.slice(19, 23) + id.slice(24, 28), 16);
    key[3] = Number.parseInt(id.slice(28, 36), 16);
  }

  /** The slot where the key stands, or the free one where it would. */
  #slot(): number {
    const [a, b, c, d] = this.#key as unknown as [number, number, number, number];
    const mask = this.#seqs.length - 1;
    // UUIDs of version 7 begin with the time; the mix lets the random words decide.
    let slot = (Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1) ^ Math.imul(c, 0xc2b2ae35) ^ d) & mask;
    const words = this.#words;
    while (this.#seqs[slot] !== 0) {
      const at = slot * WORDS;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const kept = Uint32Array.from(this.#key);
    const words = this.#words;
    const seqs = this.#seqs;
    this.#words = new Uint32Array(words.length * 2);
    this.#seqs = new Uint32Array(seqs.length * 2);
    for (let i = 0; i < seqs.length; i++) {
      if (seqs[i] === 0) continue;
      this.#key.set(words.subarray(i * WORDS, (i + 1) * WORDS));
      const slot = this.#slot();
      this.#words.set(this.#key, slot * WORDS);
      this.#seqs[slot] = seqs[i]!;
    }
    this.#key.set(kept);
  }
}

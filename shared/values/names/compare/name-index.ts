import { alignTokens } from './align.ts';
import { type AnyName, SAME_FROM } from './compare.ts';
import { KeyTable } from './key-table.ts';
import { type IndexKeys, indexKeys, type KeyOptions } from './keys.ts';
import { rememberingMatcher } from './match-memory.ts';
import type { NameToken } from './name-token.ts';
import { type PreparedName, prepareName } from './prepare.ts';
import { quickScore } from './quick-score.ts';
import { scoreOf } from './score.ts';
import { TokenMemory } from './token-memory.ts';

/** A name in the index that another may be a form of. */
interface NameMatch<Id> {
  readonly id: Id;
  readonly score: number;
}

/** So many names of one key are looked at, the latest first: very common names share keys with thousands. */
const MOST_OF_A_KEY = 150;

/** How far a quick score may be below the real one, since it takes other words' weights. */
const SLACK = 0.02;

/**
 * Many names, to be looked up by what they may be forms of. Takes some 600 bytes a name; one more name among 100,000 is
 * compared in well under a millisecond.
 */
export class NameIndex<Id> {
  readonly #options: KeyOptions;
  readonly #memory = new TokenMemory();
  readonly #match = rememberingMatcher();
  readonly #keys = new KeyTable();
  readonly #ids: (Id | undefined)[] = [];
  readonly #tokens: (readonly NameToken[])[] = [];
  readonly #places = new Map<Id, number[]>();
  #seen = new Uint32Array(1 << 10);
  #now = 0;

  /** @param options how names are read and which keys they have, the same for all */
  constructor(options: KeyOptions = {}) {
    this.#options = { ...options, memory: this.#memory };
  }

  /** Names that it holds. */
  get size(): number {
    let size = 0;
    for (const places of this.#places.values()) size += places.length;
    return size;
  }

  /** Adds a name; an id may have several. */
  add(id: Id, name: AnyName): void {
    const ready = this.#prepared(name);
    this.#put(id, ready, indexKeys(ready, this.#options));
  }

  /** Takes all names of an id out. */
  remove(id: Id): void {
    for (const place of this.#places.get(id) ?? []) {
      this.#ids[place] = undefined;
      this.#tokens[place] = [];
    }
    this.#places.delete(id);
  }

  /** Ids of names that share a key with a name: what is worth comparing. */
  candidates(name: AnyName): readonly Id[] {
    const ids = new Set<Id>();
    this.#each(indexKeys(this.#prepared(name), this.#options), place => ids.add(this.#ids[place]!));
    return [...ids];
  }

  /**
   * Ids of names that a name may be a form of, the best first.
   * @param from least score
   */
  matches(name: AnyName, from = SAME_FROM): readonly NameMatch<Id>[] {
    const ready = this.#prepared(name);
    return this.#matchesOf(ready, indexKeys(ready, this.#options), from);
  }

  /** What `matches` finds among the names added before, then adds the name: comparing all names with one another. */
  matchAndAdd(id: Id, name: AnyName, from = SAME_FROM): readonly NameMatch<Id>[] {
    const ready = this.#prepared(name);
    const keys = indexKeys(ready, this.#options);
    const matches = this.#matchesOf(ready, keys, from);
    this.#put(id, ready, keys);
    return matches;
  }

  #prepared(name: AnyName): PreparedName {
    return typeof name !== 'string' && 'tokens' in name ? name : prepareName(name, this.#options);
  }

  #put(id: Id, name: PreparedName, keys: IndexKeys): void {
    const place = this.#ids.push(id) - 1;
    this.#tokens.push(name.tokens);
    const places = this.#places.get(id);
    if (places) places.push(place);
    else this.#places.set(id, [place]);
    for (const key of keys.stored) this.#keys.add(key, place);
  }

  #matchesOf(name: PreparedName, keys: IndexKeys, from: number): readonly NameMatch<Id>[] {
    const best = new Map<Id, number>();
    this.#each(keys, place => {
      const tokens = this.#tokens[place]!;
      if (quickScore(name.tokens, tokens, this.#match) < from - SLACK) return;
      const score = scoreOf(alignTokens(name.tokens, tokens, this.#match));
      const id = this.#ids[place]!;
      if (score >= from && score > (best.get(id) ?? 0)) best.set(id, score);
    });
    return [...best].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score);
  }

  /** Calls back once for every place that has one of the keys. */
  #each(keys: IndexKeys, call: (place: number) => void): void {
    const now = this.#newQuery();
    for (const key of keys.asked)
      this.#keys.each(key, MOST_OF_A_KEY, place => {
        if (this.#seen[place] === now || this.#ids[place] === undefined) return;
        this.#seen[place] = now;
        call(place);
      });
  }

  #newQuery(): number {
    if (this.#seen.length < this.#ids.length || this.#now === 0xffffffff) {
      this.#seen = new Uint32Array(Math.max(1 << 10, this.#ids.length * 2));
      this.#now = 0;
    }
    return ++this.#now;
  }
}

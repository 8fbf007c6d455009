import type { PendingGroup } from '../objects.ts';
import type { Review } from '../reviews.ts';
import type { Database } from './database.ts';

/** Where groups wait for the server, and what has to be looked at waits for somebody. Calls reject where that is impossible. */
export interface WaitingRoom {
  /** @returns what waits, in the order in which it was done */
  groups(): Promise<readonly PendingGroup[]>;
  add(groups: readonly PendingGroup[]): Promise<void>;
  /** Notes that groups may have arrived. */
  tried(groups: readonly string[]): Promise<void>;
  remove(groups: readonly string[]): Promise<void>;
  reviews(): Promise<readonly Review[]>;
  addReviews(reviews: readonly Review[]): Promise<void>;
  removeReview(group: string): Promise<void>;
}

/** A waiting room in the browser's database. */
export class KeptQueue implements WaitingRoom {
  readonly #opening: Promise<Database>;

  constructor(opening: Promise<Database>) {
    this.#opening = opening;
  }

  async groups(): Promise<readonly PendingGroup[]> {
    const kept = await (await this.#opening).getAll('queue');
    return kept.map(({ place: _, ...group }) => group);
  }

  async add(groups: readonly PendingGroup[]): Promise<void> {
    const database = await this.#opening;
    const writing = database.transaction('queue', 'readwrite', { durability: 'strict' });
    const known = writing.store.index('group');
    for (const group of groups)
      if ((await known.getKey(group.group)) === undefined)
        void writing.store.add(group).catch(() => undefined);
    await writing.done;
  }

  async tried(groups: readonly string[]): Promise<void> {
    const writing = (await this.#opening).transaction('queue', 'readwrite');
    for (const group of groups) {
      const kept = await writing.store.index('group').get(group);
      if (kept && !kept.tried) await writing.store.put({ ...kept, tried: true });
    }
    await writing.done;
  }

  async remove(groups: readonly string[]): Promise<void> {
    const writing = (await this.#opening).transaction('queue', 'readwrite', { durability: 'relaxed' });
    for (const group of groups)
      for (const place of await writing.store.index('group').getAllKeys(group))
        void writing.store.delete(place);
    await writing.done;
  }

  async reviews(): Promise<readonly Review[]> {
    const kept = await (await this.#opening).getAll('reviews');
    return kept.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  async addReviews(reviews: readonly Review[]): Promise<void> {
    const writing = (await this.#opening).transaction('reviews', 'readwrite');
    for (const review of reviews) void writing.store.put(review);
    await writing.done;
  }

  async removeReview(group: string): Promise<void> {
    await (await this.#opening).delete('reviews', group);
  }
}

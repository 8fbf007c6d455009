import type { LiveEntry, Presence } from '../../shared/api/routes/live.ts';

/** Most objects of which is known who changed them last. */
const MOST = 2000;

/** Who changed something last, and when, in milliseconds since 1970. */
export interface Hand {
  readonly by: string;
  readonly at: number;
}

/** The others at this desk: who is here, and what they changed since this window was opened. */
export class Others {
  /** Every open window, this one too; those that moved last first. */
  present: readonly Presence[] = [];
  readonly #now: () => number;
  readonly #own = new Set<string>();
  readonly #hands = new Map<string, Hand>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** A group was made in this window: what comes of it is no news here. */
  own(group: string): void {
    this.#own.add(group);
    forgetOldest(this.#own);
  }

  /** Takes in who changed what. */
  take({ group, by, at, objects }: LiveEntry): void {
    const isOwn = this.#own.has(group);
    // What is told at the start may be long past; where the server's clock is ahead of this one, it is now.
    const changedAt = Math.min(this.#now(), Date.parse(at));
    for (const { id } of objects) {
      this.#hands.delete(id);
      if (!isOwn) this.#hands.set(id, { by, at: changedAt });
    }
    forgetOldest(this.#hands);
  }

  /** @returns who changed an object last, where that was somebody else and since this window was opened */
  changed(objectId: string): Hand | undefined {
    return this.#hands.get(objectId);
  }
}

function forgetOldest(kept: Set<string> | Map<string, Hand>): void {
  if (kept.size <= MOST) return;
  const [oldest] = kept.keys();
  kept.delete(oldest!);
}

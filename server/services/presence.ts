import type { Presence, Whereabouts } from '../../shared/api/routes/live.ts';
import { Refusal } from './refusal.ts';

/** Milliseconds after which a window that says nothing is taken to be gone. */
const LIFE = 40_000;
const MOST = 500;

interface Seen {
  readonly presence: Presence;
  readonly until: number;
}

/** Which windows are open, and where. Held in memory only: who is here now is nobody's business later. */
export class Presences {
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  /** Those that moved last stand last. */
  readonly #seen = new Map<string, Seen>();

  /** @param now milliseconds on a clock that never goes back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Every open window, those that moved last first. */
  get present(): Presence[] {
    const now = this.#now();
    return [...this.#seen.values()]
      .filter(({ until }) => until > now)
      .map(({ presence }) => presence)
      .reverse();
  }

  /**
   * Takes in where a window is, for the next 40 seconds.
   * @throws Refusal where too many windows are open
   */
  tell(window: string, where: Whereabouts): void {
    const known = this.#seen.get(window);
    if (!known && this.#seen.size >= MOST) {
      this.sweep();
      if (this.#seen.size >= MOST)
        throw new Refusal('too-many', `More than ${MOST} windows say that they are here; close some.`);
    }
    const until = this.#now() + LIFE;
    if (known && isSame(known.presence, where)) {
      this.#seen.set(window, { presence: known.presence, until });
      return;
    }
    this.#seen.delete(window);
    this.#seen.set(window, { presence: { ...where, window }, until });
    this.#tellAll();
  }

  /** A window was closed. */
  end(window: string): void {
    if (this.#seen.delete(window)) this.#tellAll();
  }

  /** Forgets the windows that have said nothing for too long. */
  sweep(): void {
    const now = this.#now();
    const gone = [...this.#seen].filter(([, { until }]) => until <= now);
    for (const [window] of gone) this.#seen.delete(window);
    if (gone.length > 0) this.#tellAll();
  }

  /** Called whenever somebody came, went or moved. @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tellAll(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const MEMBERS = ['name', 'browser', 'screen', 'documentId', 'claimId'] as const;

function isSame(one: Whereabouts, other: Whereabouts): boolean {
  return MEMBERS.every(member => one[member] === other[member]);
}

/** Something that a format cannot carry, and how often it was met. */
export interface Loss {
  /** Stands for what `says` says, whatever the language. */
  readonly code: string;
  readonly says: string;
  readonly count: number;
  /** Ids of the first objects that it happened to. */
  readonly some: readonly string[];
}

/** Most ids that are kept of one loss. */
const KEPT = 20;

/** Gathers what an export leaves behind, while it is written. */
export class Losses {
  readonly #found = new Map<string, { code: string; says: string; count: number; some: string[] }>();

  /**
   * @param code names the loss; what it says is the same each time
   * @param id the object that it happened to, where it is one
   */
  add(code: string, says: string, id?: string, count = 1): void {
    if (count === 0) return;
    const known = this.#found.get(code) ?? { code, says, count: 0, some: [] };
    this.#found.set(code, known);
    known.count += count;
    if (id !== undefined && known.some.length < KEPT) known.some.push(id);
  }

  /** @returns what was left behind, in the order in which it was met first. */
  get list(): Loss[] {
    return [...this.#found.values()].map(loss => ({ ...loss, some: [...loss.some] }));
  }
}

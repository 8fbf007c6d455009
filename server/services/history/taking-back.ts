import { type Dependent, type Without, withoutSteps } from '../../../shared/history/take-back.ts';
import { keyOf } from '../../../shared/history/world.ts';
import type { Change, LogEntry } from '../../../shared/model/change.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import type { Desk } from '../desk.ts';
import { Refusal } from '../refusal.ts';
import { entriesOf } from './lines.ts';

/** What taking entries back comes to. */
export interface TakingBack extends Without {
  readonly taken: readonly LogEntry[];
  readonly dependents: readonly Dependent[];
  /** Whether one of the entries, or one that rests on them, brings a text. */
  readonly revises: boolean;
}

/**
 * Finds out what would stand had some entries not been made, and which later ones rest on them. The histories that are
 * read grow until they hold all that depends on one another.
 * @throws Refusal where one of the entries is not there
 */
export async function takeBack(desk: Desk, seqs: readonly number[]): Promise<TakingBack> {
  const head = desk.storage.head.seq;
  const missing = seqs.find(seq => seq > head);
  if (missing !== undefined)
    throw new Refusal('not-found', `There is no entry ${missing}; the log ends at ${head}.`);
  const taken = new Set(seqs);
  const histories = new Histories(desk);
  await histories.takeIn([...taken]);
  for (;;) {
    const entries = await histories.entries();
    const without = withoutSteps(entries, taken, (kind, id) => histories.has(kind, id));
    const left = [...taken, ...without.dependents.map(({ seq }) => seq)];
    if (await histories.takeIn(left)) continue;
    const out = new Set(left);
    return {
      ...without,
      taken: entries.filter(({ seq }) => taken.has(seq)),
      revises: entries.some(
        ({ seq, changes }) => out.has(seq) && changes.some(({ operation }) => operation.op === 'revise'),
      ),
    };
  }
}

/** The whole histories of some objects, and what names them. */
class Histories {
  readonly #desk: Desk;
  readonly #keys = new Set<string>();
  /** Those of which it is known, too, what names them. */
  readonly #objects = new Set<string>();
  readonly #seqs = new Set<number>();
  readonly #read = new Map<number, LogEntry>();
  /** Entries whose objects have been taken in. */
  readonly #whole = new Set<number>();

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  has(kind: Kind, id: string): boolean {
    return this.#keys.has(keyOf(kind, id));
  }

  /** Takes in all objects that some entries touch. @returns whether there was anything new */
  async takeIn(seqs: readonly number[]): Promise<boolean> {
    const lacking = seqs.filter(seq => !this.#whole.has(seq));
    for (const seq of lacking) {
      this.#whole.add(seq);
      this.#seqs.add(seq);
    }
    const before = this.#objects.size;
    for (const { seq, changes } of await this.entries())
      if (this.#whole.has(seq)) for (const change of changes) await this.#takeInObject(change);
    return this.#objects.size > before;
  }

  /** All that is known to belong together, oldest first. */
  async entries(): Promise<LogEntry[]> {
    const seqs = [...this.#seqs].sort((a, b) => a - b);
    const lacking = seqs.filter(seq => !this.#read.has(seq));
    for (const entry of await entriesOf(this.#desk, lacking)) this.#read.set(entry.seq, entry);
    return seqs.map(seq => this.#read.get(seq)!);
  }

  async #takeInObject({ kind, objectId }: Pick<Change, 'kind' | 'objectId'>): Promise<void> {
    const key = keyOf(kind, objectId);
    if (this.#objects.has(key)) return;
    this.#objects.add(key);
    this.#keys.add(key);
    const { log } = this.#desk;
    for (const seq of await log.touching(objectId)) this.#seqs.add(seq);
    for (const seq of await log.naming(objectId)) this.#seqs.add(seq);
    // A text that changes moves the claims in it.
    for (const home of log.homesOf(objectId)) {
      this.#keys.add(keyOf('document', home));
      for (const seq of await log.touching(home)) this.#seqs.add(seq);
    }
  }
}

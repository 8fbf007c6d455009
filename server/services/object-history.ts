import { claimsOf } from '../../shared/conflicts/raise.ts';
import type { Change, LogEntry } from '../../shared/model/change.ts';
import type { Storage } from '../storage/port.ts';

/** Which entries of the log concern an object. The log is walked once, when somebody first asks. */
export class ObjectHistory {
  readonly #storage: Storage;
  readonly #seqs = new Map<string, number[]>();
  #walked: Promise<void> | undefined;
  /** What is committed while the log is walked; undefined before and after. */
  #meanwhile: LogEntry[] | undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Takes in what was committed. */
  take(entry: LogEntry): void {
    if (this.#meanwhile) this.#meanwhile.push(entry);
    else if (this.#walked) this.#note(entry);
  }

  /** @returns sequence numbers, oldest first. */
  async of(objectId: string): Promise<readonly number[]> {
    this.#walked ??= this.#walk();
    await this.#walked;
    return this.#seqs.get(objectId) ?? [];
  }

  async #walk(): Promise<void> {
    const meanwhile: LogEntry[] = [];
    this.#meanwhile = meanwhile;
    let upTo = 0;
    try {
      for await (const entry of this.#storage.readLog(0)) {
        this.#note(entry);
        upTo = entry.seq;
      }
    } catch (error) {
      this.#walked = undefined;
      this.#seqs.clear();
      throw error;
    } finally {
      this.#meanwhile = undefined;
    }
    for (const entry of meanwhile) if (entry.seq > upTo) this.#note(entry);
  }

  #note(entry: LogEntry): void {
    for (const id of new Set(entry.changes.flatMap(concerned))) {
      const seqs = this.#seqs.get(id);
      if (seqs) seqs.push(entry.seq);
      else this.#seqs.set(id, [entry.seq]);
    }
  }
}

/** What a change is about: its object, and the claims between which it raises a conflict. */
function concerned({ kind, objectId, operation }: Change): string[] {
  return kind === 'conflict' && operation.op === 'create'
    ? [objectId, ...claimsOf(operation.value)]
    : [objectId];
}

import type { LogEntry, Versioned } from '../../shared/model/change.ts';

export type Listener = (entry: LogEntry, objects: readonly Versioned[]) => void;

/** Tells listeners of durable entries. One that throws is reported as a process warning and hinders no other. */
export class Publisher {
  readonly #listeners = new Set<Listener>();

  subscribe(listener: Listener): () => void {
    const own: Listener = (entry, objects) => listener(entry, objects);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  publish(entry: LogEntry, objects: readonly Versioned[]): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(entry, objects);
      } catch (error) {
        process.emitWarning(error as Error);
      }
    }
  }
}

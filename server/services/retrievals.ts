import { randomUUID } from 'node:crypto';
import type { Retrieval } from '../../shared/model/derivation.ts';

/** So many fetched files wait to be made documents; the oldest is forgotten first. */
const MOST = 1000;

/** How files came that were fetched by their addresses, until documents are made of them. */
export class Retrievals {
  readonly #kept = new Map<string, Retrieval>();

  /** @param retrieval of bytes that were kept as an upload @returns the name by which it is asked for */
  keep(retrieval: Retrieval): string {
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MOST && oldest !== undefined) this.#kept.delete(oldest);
    const id = randomUUID();
    this.#kept.set(id, retrieval);
    return id;
  }

  /** @returns undefined where nothing was kept under that name since the server began */
  of(id: string): Retrieval | undefined {
    return this.#kept.get(id);
  }
}

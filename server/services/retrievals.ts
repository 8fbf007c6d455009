import { randomUUID } from 'node:crypto';
import { Retrieval } from '../../shared/model/derivation.ts';
import type { Storage } from '../storage/port.ts';
import { readNoted } from './noted.ts';

/** How files came that were fetched by their addresses; kept beside their bytes until documents are made of them. */
export class Retrievals {
  readonly #storage: Pick<Storage, 'keepNote' | 'readNote'>;

  constructor(storage: Pick<Storage, 'keepNote' | 'readNote'>) {
    this.#storage = storage;
  }

  /**
   * @param retrieval of bytes that were kept as an upload
   * @returns the name by which it is asked for, also of a server that was started anew
   * @throws StorageStopped where nothing can be written
   */
  async keep(retrieval: Retrieval): Promise<string> {
    const id = randomUUID();
    await this.#storage.keepNote(id, JSON.stringify(retrieval));
    return id;
  }

  /** @returns undefined where nothing is kept under that name, or nothing that can be read */
  of(id: string): Promise<Retrieval | undefined> {
    return readNoted(this.#storage, id, Retrieval);
  }
}

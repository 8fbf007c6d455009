import type { DeskClient } from '../../store/client.ts';
import { createUploadClient } from '../../store/upload.ts';

/** What carries a call: a client that tells how much was sent, and the signal that ends it. */
export interface Carrier {
  readonly client: DeskClient;
  readonly signal: AbortSignal;
}

/** Calls that carry files, one at a time for each key: a newer one stops the older. */
export class Calls {
  readonly #under = new Map<string, AbortController>();
  readonly #sent: (key: string, share: number | undefined) => void;

  /** @param sent hears the share of a file's bytes that has left, and undefined once its call has ended */
  constructor(sent: (key: string, share: number | undefined) => void) {
    this.#sent = sent;
  }

  async send<T>(key: string, call: (by: Carrier) => Promise<T>): Promise<T> {
    this.stop(key);
    const control = new AbortController();
    this.#under.set(key, control);
    const client = createUploadClient(share => {
      if (this.#under.get(key) === control) this.#sent(key, share);
    });
    try {
      return await call({ client, signal: control.signal });
    } finally {
      if (this.#under.get(key) === control) {
        this.#under.delete(key);
        this.#sent(key, undefined);
      }
    }
  }

  isUnder(key: string): boolean {
    return this.#under.has(key);
  }

  stop(key: string): void {
    this.#under.get(key)?.abort();
  }
}

/** Whether a call ended because it was stopped. */
export const isStop = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

import type { Writable } from 'node:stream';

const STEP_MS = 100;

/** Says on a terminal how far something is, on one line that is cleared in the end; elsewhere nothing. */
export class Progress {
  readonly #stream: Writable & { readonly isTTY?: boolean };
  readonly #what: string;
  #saidAt = 0;

  /** @param what is being done, such as "Writing" */
  constructor(stream: Writable & { readonly isTTY?: boolean }, what: string) {
    this.#stream = stream;
    this.#what = what;
  }

  readonly tell = (done: number, all: number): void => {
    if (done < all && performance.now() - this.#saidAt < STEP_MS) return;
    this.say(`${done} of ${all} files`);
  };

  /** Says now and then how many bytes something long has come to. */
  async *passing<T extends string | Uint8Array>(pieces: AsyncIterable<T>): AsyncGenerator<T> {
    let bytes = 0;
    for await (const piece of pieces) {
      bytes += Buffer.byteLength(piece);
      if (performance.now() - this.#saidAt > STEP_MS) this.say(`${(bytes / 1e6).toFixed(1)} MB`);
      yield piece;
    }
  }

  /** Says how far it is in words of one's own. */
  say(words: string): void {
    if (!this.#stream.isTTY) return;
    this.#saidAt = performance.now();
    this.#stream.write(`\r\u001b[K${this.#what}: ${words}`);
  }

  end(): void {
    if (this.#stream.isTTY && this.#saidAt > 0) this.#stream.write('\r\u001b[K');
  }
}

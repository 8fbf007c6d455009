import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** One stream. A reader that does not keep up is cut off; it comes again where it stopped. */
export class Follower {
  /** The last entry that was told. */
  at = 0;
  /** Whether it hears news as they come; before that it is told what came before. */
  isUpToDate = false;
  readonly #response: ServerResponse;
  readonly #most: number;
  #isStuck = false;

  /** @param most bytes that may wait to be read */
  constructor(response: ServerResponse, most: number) {
    this.#response = response;
    this.#most = most;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    response.on('error', () => response.destroy());
    response.on('drain', () => {
      this.#isStuck = false;
    });
  }

  get isGone(): boolean {
    return this.#response.destroyed || this.#response.writableEnded;
  }

  write(text: string | Buffer): void {
    if (this.isGone) return;
    this.#response.write(text);
    if (this.#response.writableLength > this.#most) this.#response.destroy();
  }

  /** Writes events up to an entry. */
  tell(seq: number, text: string | Buffer): void {
    this.at = seq;
    this.write(text);
  }

  /** Writes a sign of life; who has read nothing since the last one is cut off. */
  beat(sign: string): void {
    if (this.#isStuck) this.#response.destroy();
    this.#isStuck = this.#response.writableNeedDrain;
    if (!this.#isStuck) this.write(sign);
  }

  /** Resolves when what was written is on its way, or the reader gone. */
  async drained(): Promise<void> {
    if (this.isGone || !this.#response.writableNeedDrain) return;
    const heard = new AbortController();
    const { signal } = heard;
    await Promise.race([
      once(this.#response, 'drain', { signal }),
      once(this.#response, 'close', { signal }),
    ]).catch(() => undefined);
    heard.abort();
  }

  end(): void {
    this.#response.end();
  }
}

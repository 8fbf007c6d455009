import type { EventStream } from '#client/live/connection.js';
import type { Chance } from './chance.ts';
import type { ServedDesk } from './served-desk.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Likelihoods of what goes wrong, from 0 to 1. */
export interface Weather {
  readonly loss: number;
  readonly duplicate: number;
  readonly cut: number;
  /** Longest delay in milliseconds. */
  readonly delay: number;
}

export const STORM: Weather = { loss: 0.15, duplicate: 0.15, cut: 0.1, delay: 3000 };
export const CALM: Weather = { loss: 0, duplicate: 0, cut: 0, delay: 20 };

/** The way between one window and the server: it delays, loses and repeats requests, replies and events. */
export class Network {
  weather: Weather = STORM;
  isDown = false;
  /** Once the window is closed nothing reaches it any more. */
  isCut = false;
  readonly #served: ServedDesk;
  readonly #time: VirtualTime;
  readonly #chance: Chance;
  readonly #streams = new Set<Stream>();

  constructor(served: ServedDesk, time: VirtualTime, chance: Chance) {
    this.#served = served;
    this.#time = time;
    this.#chance = chance;
  }

  get delay(): number {
    return this.#chance.below(this.weather.delay);
  }

  fetch = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const method = init.method ?? 'GET';
      const { loss, duplicate } = this.weather;
      const fail = () => {
        // What is posted may never be answered at all.
        if (method === 'POST' && this.#chance.happens(0.5)) return;
        this.#later(() => reject(new TypeError('The line broke.')));
      };
      const ask = () => this.#served.answer(method, url, init.body ?? undefined);
      this.#later(async () => {
        if (this.isDown || this.#chance.happens(loss)) return fail();
        const { status, body } = await ask();
        if (method === 'POST' && this.#chance.happens(duplicate))
          this.#time.after(this.delay, () => void ask());
        if (this.#chance.happens(loss)) return fail();
        this.#later(() => (this.isDown ? fail() : resolve(new Response(body, { status }))));
      });
    });

  open = (url: string): EventStream => {
    const stream = new Stream();
    this.#streams.add(stream);
    this.#later(() => {
      if (stream.isClosed) return;
      if (this.isDown || this.#chance.happens(this.weather.cut)) return this.#cut(stream);
      const end = this.#served.follow(url);
      stream.onClose = () => end.destroy();
      let arrives = 0;
      end.on('written', (text: string) => {
        for (const block of text.split('\n\n').filter(block => block.startsWith('event'))) {
          // Whatever delays one event delays those behind it.
          arrives = Math.max(arrives, this.#time.now() + this.delay);
          const isCutNow = this.#chance.happens(this.weather.cut / 4);
          const times = this.#chance.happens(this.weather.duplicate) ? 2 : 1;
          this.#time.after(arrives - this.#time.now(), () => {
            if (isCutNow || this.isDown) this.#cut(stream);
            else for (let i = 0; i < times; i++) stream.say(block);
          });
        }
      });
      end.on('close', () => this.#later(() => this.#cut(stream)));
    });
    return stream;
  };

  /** Breaks all that is open. */
  down(): void {
    this.isDown = true;
    for (const stream of this.#streams) this.#later(() => this.#cut(stream));
  }

  #later(run: () => void): void {
    this.#time.after(this.delay, () => {
      if (!this.isCut) run();
    });
  }

  #cut(stream: Stream): void {
    this.#streams.delete(stream);
    if (this.isCut || stream.isClosed) return;
    stream.emit('error', undefined);
    stream.close();
  }
}

class Stream implements EventStream {
  isClosed = false;
  onClose: () => void = () => undefined;
  readonly #listeners = new Map<string, (event: { data?: unknown }) => void>();

  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.onClose();
  }

  /** Hands on one event as it was written. */
  say(block: string): void {
    const lines = block.split('\n');
    const field = (name: string) => lines.find(line => line.startsWith(`${name}: `))?.slice(name.length + 2);
    this.emit(field('event')!, field('data'));
  }

  emit(type: string, data: unknown): void {
    if (!this.isClosed) this.#listeners.get(type)?.({ data });
  }
}

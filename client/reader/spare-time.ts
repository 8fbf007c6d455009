import { cancelIdle, whenIdle } from './idle.ts';

/** Work that is done bit by bit while the browser has nothing else to do. */
export class SpareTime {
  readonly #doSome: () => boolean;
  #idle = 0;
  #stopped = false;

  /** @param doSome does a bit of the work; returns whether there may be more */
  constructor(doSome: () => boolean) {
    this.#doSome = doSome;
  }

  /** There may be work. */
  ask(): void {
    if (this.#idle || this.#stopped) return;
    this.#idle = whenIdle(left => {
      this.#idle = 0;
      this.#use(left);
    });
  }

  stop(): void {
    this.#stopped = true;
    cancelIdle(this.#idle);
  }

  #use(left: () => number): void {
    do {
      if (this.#stopped || !this.#doSome()) return;
    } while (left() > 4);
    this.ask();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whyOf } from '../frame/why.ts';

/** Loads what a screen shows when it first comes, and again when asked; knows whether that is done and why it failed. */
export class Loading implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<void>;
  #isBegun = false;
  #isDone = false;
  #failed: string | undefined;

  /** @param load rejects where it cannot be done */
  constructor(host: ReactiveControllerHost, load: () => Promise<void>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  /** Whether it was ever done; stays so when a later try fails. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** Why the last try failed, in the interface's words. */
  get failed(): string | undefined {
    return this.#failed;
  }

  hostUpdated(): void {
    if (this.#isBegun) return;
    this.#isBegun = true;
    void this.again();
  }

  /** Tries again. */
  again = async (): Promise<void> => {
    this.#failed = undefined;
    this.#host.requestUpdate();
    try {
      await this.#load();
      this.#isDone = true;
    } catch (error) {
      this.#failed = whyOf(error);
    }
    this.#host.requestUpdate();
  };
}

import { chunkEnd } from '../../shared/text/layout.ts';
import type { LoadedText } from './loaded-text.ts';
import type { Run } from './plan.ts';

/** Milliseconds until what could not be fetched is asked for again. */
const RETRY = 2_000;

interface FetchingHost {
  /** Some text has come, or it is time to ask for it again. */
  goOn(): void;
  missing(error: unknown): void;
}

/** Gets what is missing of a text. Where that fails it says so once, and tries again after a while. */
export class Fetching {
  readonly #text: LoadedText;
  readonly #host: FetchingHost;
  #retry = 0;
  #isMissing = false;
  #stopped = false;

  constructor(text: LoadedText, host: FetchingHost) {
    this.#text = text;
    this.#host = host;
  }

  /** Asks for the chunks of a run. */
  ask(run: Run): void {
    if (this.#retry) return;
    const { map } = this.#text;
    this.#text.load(map.chunkStarts[run.first]!, chunkEnd(map, run.end - 1)).then(
      () => {
        this.#isMissing = false;
        this.#goOn();
      },
      error => {
        if (this.#stopped || this.#retry) return;
        if (!this.#isMissing) this.#host.missing(error);
        this.#isMissing = true;
        this.#retry = window.setTimeout(() => this.#goOn(), RETRY);
      },
    );
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
  }

  #goOn(): void {
    this.#retry = 0;
    if (!this.#stopped) this.#host.goOn();
  }
}

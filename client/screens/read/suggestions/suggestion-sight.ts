import type { ReactiveControllerHost } from 'lit';
import type { Place } from '../place-palette.ts';
import type { ReadHost } from '../read-host.ts';

/** Where the words of a suggestion can be seen, so that what can be done stands beside them. */
export class SuggestionSight {
  readonly #host: ReadHost & ReactiveControllerHost;
  #over: Place | null = null;

  constructor(host: ReadHost & ReactiveControllerHost) {
    this.#host = host;
  }

  /** In client coordinates; null while they cannot be seen. */
  get over(): Place | null {
    return this.#over;
  }

  /** Finds where the words of a suggestion stand now. */
  seek(key: string | undefined): void {
    const { reading, reader } = this.#host;
    const ranges = (key === undefined ? undefined : reading.suggesting.get(key))?.ranges;
    const first = ranges && reader?.rectOf(ranges[0]!.start + 1);
    const last = ranges && reader?.rectOf(ranges[ranges.length - 1]!.end);
    this.#over = first ? { top: first.top, left: first.left, bottom: (last ?? first).bottom } : null;
    this.#host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Reader } from '../../reader/reader.ts';
import type { Reading } from './reading.ts';
import { markIdOf } from './suggestions/suggestion-marks.ts';

/** Pixels below the selected words that their grips take. */
const GRIPS = 44;

interface SightHost extends ReactiveControllerHost, HTMLElement {
  readonly reading: Reading;
  readonly reader: Reader | undefined;
}

/** Keeps the selected words, or the focused claim or suggestion, in sight where a sheet comes up from the foot of a phone. */
export class KeptInSight implements ReactiveController {
  readonly #host: SightHost;
  readonly #isPhone: () => boolean;
  readonly #watch = new ResizeObserver(([entry]) => entry && this.#resized(entry.contentRect.height));
  #watched: Element | null = null;
  #height = 0;

  constructor(host: SightHost, isPhone: () => boolean) {
    this.#host = host;
    this.#isPhone = isPhone;
    host.addController(this);
  }

  hostUpdated(): void {
    const text = this.#host.querySelector('vr-reader');
    if (text === this.#watched) return;
    this.#watch.disconnect();
    this.#watched = text;
    if (text) this.#watch.observe(text);
  }

  hostDisconnected(): void {
    this.#watch.disconnect();
    this.#watched = null;
  }

  #resized(height: number): void {
    const isLower = height < this.#height;
    this.#height = height;
    if (!isLower || !this.#isPhone()) return;
    const { reading, reader } = this.#host;
    const { start, end } = reading.selection;
    if (end > start) {
      const foot = this.#watched!.getBoundingClientRect().bottom;
      const last = reader?.rectOf(end);
      if (!last || last.bottom + GRIPS > foot) void reader?.jumpTo(end, { align: 'center' });
    } else {
      const { focused } = reading.suggesting;
      const id = focused ? markIdOf(focused.key) : reading.focused;
      if (id) reader?.focusClaim(id, { scroll: 'nearest' });
    }
  }
}

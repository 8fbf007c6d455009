import { urlOf } from '../../shared/api/client.ts';
import { liveRoutes, type Presence, type Whereabouts } from '../../shared/api/routes/live.ts';
import type { DeskClient } from '../store/client.ts';

/** Milliseconds after which a window says again that it is here. */
const AGAIN = 15_000;
/** Milliseconds in which moves from place to place count as one. */
const SETTLE = 300;

export interface PresenceOptions {
  readonly client: DeskClient;
  readonly window: string;
  /** Where this window is now. */
  readonly where: () => Whereabouts;
  /** Called with every open window as the server knows them. */
  readonly onPresent: (present: readonly Presence[]) => void;
}

/** Tells the server where this window is: when it moves, from time to time while it is open, and when it is closed. */
export class PresenceTeller {
  readonly #options: PresenceOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #told = '';
  #isOpen = false;

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  start(): void {
    this.#isOpen = true;
    window.addEventListener('pagehide', this.#end);
    window.addEventListener('pageshow', this.#begin);
    this.#tellIn(SETTLE);
  }

  /** Looks whether this window has moved. */
  look(): void {
    if (this.#isOpen && JSON.stringify(this.#options.where()) !== this.#told) this.#tellIn(SETTLE);
  }

  #begin = (): void => {
    this.#isOpen = true;
    this.#tellIn(SETTLE);
  };

  #end = (): void => {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    const { window } = this.#options;
    // An ordinary request would be dropped together with the page.
    fetch(urlOf(liveRoutes.endPresence, { params: { window } }), { method: 'DELETE', keepalive: true }).catch(
      () => undefined,
    );
  };

  #tellIn(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#tell(), milliseconds);
  }

  async #tell(): Promise<void> {
    const { client, window, where, onPresent } = this.#options;
    const body = where();
    this.#told = JSON.stringify(body);
    try {
      const { present } = await client.tellPresence({ params: { window }, body });
      if (this.#isOpen) onPresent(present);
    } catch {
      // The server is away; presence says nothing until it is back.
    }
    if (this.#isOpen) this.#tellIn(AGAIN);
  }
}

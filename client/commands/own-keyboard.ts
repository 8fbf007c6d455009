import { isApple, type Keyboard, type Layout } from './keys.ts';

/** What the browser tells of the keyboard, where it tells anything (Chromium, over a secure connection). */
interface KeyboardTeller extends EventTarget {
  getLayoutMap(): Promise<Layout>;
}

/** The keyboard in front of the person: read when the page is opened, and anew when the layout is switched. */
export class OwnKeyboard extends EventTarget implements Keyboard {
  readonly apple = isApple();
  layout: Layout | undefined;

  constructor() {
    super();
    const { keyboard } = navigator as Navigator & { keyboard?: KeyboardTeller };
    keyboard?.addEventListener?.('layoutchange', () => void this.#read(keyboard));
    if (keyboard) void this.#read(keyboard);
  }

  /** Whether the letter keys make no Latin letters. */
  get foreign(): boolean {
    const letter = this.layout?.get('KeyA');
    return letter !== undefined && !/^[A-Za-z]$/.test(letter);
  }

  async #read(teller: KeyboardTeller): Promise<void> {
    const layout = await teller.getLayoutMap().catch(() => undefined);
    if (!layout || layout.size === 0) return;
    this.layout = layout;
    this.dispatchEvent(new Event('change'));
  }
}

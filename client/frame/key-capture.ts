import { type Keyboard, strokesOf } from '../commands/keys.ts';

/** Milliseconds in which a second stroke makes a pair of keys. */
const PAIR = 1200;

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn'];

/** Hears the next stroke, or two in a row, in place of everybody else. Esc leaves off. */
export class KeyCapture {
  #keyboard: Keyboard;
  #done: (keys: string | undefined) => void;
  #heard: (stroke: string) => void;
  #first: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param heard gets the first stroke, which another may still follow
   * @param done gets the keys; nothing where they were left off
   */
  constructor(keyboard: Keyboard, heard: (stroke: string) => void, done: (keys: string | undefined) => void) {
    this.#keyboard = keyboard;
    this.#heard = heard;
    this.#done = done;
    window.addEventListener('keydown', this.#onKey, { capture: true });
  }

  stop(): void {
    clearTimeout(this.#timer);
    window.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  #onKey = (event: KeyboardEvent): void => {
    if (MODIFIERS.includes(event.key) || event.isComposing) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const stroke = strokesOf(event, this.#keyboard)[0]!;
    if (event.key === 'Escape') this.#finish(this.#first);
    else if (this.#first !== undefined) this.#finish(`${this.#first} ${stroke}`);
    else {
      this.#first = stroke;
      this.#heard(stroke);
      this.#timer = setTimeout(() => this.#finish(stroke), PAIR);
    }
  };

  #finish(keys: string | undefined): void {
    this.stop();
    this.#done(keys);
  }
}

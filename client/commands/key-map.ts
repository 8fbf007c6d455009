import { remember, remembered } from '../frame/memory.ts';

type Chosen = Readonly<Record<string, readonly string[]>>;

const NAME = 'keys';

/** The strokes that a person chose in place of the usual ones, by command; kept in this browser. Fires `change`. */
export class KeyMap extends EventTarget {
  #chosen: Chosen = read();

  constructor() {
    super();
    // Another window of the same browser has changed them.
    window.addEventListener('storage', event => {
      if (event.key?.endsWith(NAME)) this.#take(read());
    });
  }

  /** @returns a command's strokes: those chosen, else its own */
  keysOf({ id, keys }: { readonly id: string; readonly keys: readonly string[] }): readonly string[] {
    return this.#chosen[id] ?? keys;
  }

  /** Whether a command's strokes are not its own. */
  isChosen(id: string): boolean {
    return id in this.#chosen;
  }

  get isEmpty(): boolean {
    return Object.keys(this.#chosen).length === 0;
  }

  /** Gives commands other strokes, all at once. */
  choose(strokes: Chosen): void {
    this.#keep({ ...this.#chosen, ...strokes });
  }

  /** Gives a command its own strokes back; without an id all of them. */
  reset(id?: string): void {
    const { [id ?? '']: _gone, ...others } = this.#chosen;
    this.#keep(id === undefined ? {} : others);
  }

  #keep(chosen: Chosen): void {
    remember(NAME, Object.keys(chosen).length > 0 ? JSON.stringify(chosen) : undefined);
    this.#take(chosen);
  }

  #take(chosen: Chosen): void {
    this.#chosen = chosen;
    this.dispatchEvent(new Event('change'));
  }
}

/** What was chosen before; what is no map of strokes is passed over. */
function read(): Chosen {
  try {
    const kept: unknown = JSON.parse(remembered(NAME) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const isStrokes = (strokes: unknown): strokes is string[] =>
      Array.isArray(strokes) && strokes.every(stroke => typeof stroke === 'string');
    return Object.fromEntries(Object.entries(kept).filter(([, strokes]) => isStrokes(strokes)));
  } catch {
    return {};
  }
}

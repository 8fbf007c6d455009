import { type Command, call } from './command.ts';
import { strokesOf } from './keys.ts';
import type { CommandRegistry } from './registry.ts';

/** Milliseconds within which the second key of a pair must follow. */
const PAIR = 1500;

/** Hears keys on the whole page and calls the commands that they belong to. */
export class KeyDispatcher {
  #registry: CommandRegistry;
  /** The strokes that the key before may have stood for. */
  #first: { strokes: readonly string[]; at: number } | undefined;

  constructor(registry: CommandRegistry) {
    this.#registry = registry;
  }

  start(): void {
    document.addEventListener('keydown', this.#onKey);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return;
    const strokes = strokesOf(event, this.#registry.keyboard);
    const place = placeOf(event, strokes[0]!);
    if (place === 'own') return;
    const first = this.#first;
    this.#first = undefined;
    const commands = this.#registry.all.filter(command => place === 'page' || command.inFields);
    const begun = first && event.timeStamp - first.at < PAIR ? first.strokes : [];
    const pairs = begun.flatMap(before => strokes.map(stroke => `${before} ${stroke}`));
    if ([...pairs, ...strokes].some(keys => this.#call(commands, keys))) event.preventDefault();
    else if (strokes.some(stroke => begins(commands, stroke))) this.#first = { strokes, at: event.timeStamp };
  };

  #call(commands: readonly Command[], keys: string): boolean {
    return commands.some(command => command.keys.includes(keys) && call(command, this.#registry.context));
  }
}

/** Whether a stroke is the first of a pair. */
const begins = (commands: readonly Command[], stroke: string): boolean =>
  commands.some(({ keys }) => keys.some(key => key.startsWith(`${stroke} `)));

const isModifier = (key: string): boolean => ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph'].includes(key);

/** Places where keys write. The reader's text is editable only for its caret, and says so by its input mode. */
const WRITES =
  'textarea, select, [contenteditable]:not([contenteditable="false"], [inputmode="none"]), input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])';
/** Places that have their own use for the keys that press things. */
const PRESSED = 'a[href], button, summary, label, input, [role="button"], [role="option"], [role="tab"]';
/** Places that have their own use for every key. */
const OWN = 'wa-dropdown[open], [role="menu"], [role="listbox"], dialog[open], wa-dialog[open]';

/** Whether a key was pressed where it belongs to the page, in a field, or where it has a use of its own. */
function placeOf(event: KeyboardEvent, stroke: string): 'page' | 'field' | 'own' {
  const path = event.composedPath().filter(node => node instanceof Element);
  const inside = (places: string) => path.some(node => node.matches(places));
  if (inside(OWN) || document.querySelector('wa-dialog[open]')) return 'own';
  if (inside(WRITES)) return 'field';
  return ['Enter', 'Space', 'Shift-Enter'].includes(stroke) && inside(PRESSED) ? 'own' : 'page';
}

/** As much of a keyboard event as reading a key stroke takes. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState?: (name: string) => boolean;
};

/** How a keyboard is read: ⌘ in place of Ctrl, and whether its layout has no Latin letters, where that is known. */
export interface Keyboard {
  readonly apple: boolean;
  readonly foreign?: boolean;
}

/** What stands on keys that make neither letters nor digits, by their place on a keyboard of the United States. */
const SIGNS: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
};

/** What a key with Shift makes there. */
const SHIFTED: Readonly<Record<string, string>> = {
  Slash: '?',
  Equal: '+',
  Semicolon: ':',
  Comma: '<',
  Period: '>',
};

/**
 * Reads a key press as the strokes that it may stand for, the likeliest first. What a layout makes counts before the
 * place of the key, so that Shift and AltGr may be needed for it; the place counts where the layout makes no ASCII
 * character there (Cyrillic, Greek, Hebrew, accented letters, dead keys), and for the digits in the top row, which need
 * Shift on French keyboards.
 * @returns strokes as commands name them: `j`, `?`, `Mod-z`, `Shift-Mod-z`, `Alt-ArrowDown`
 */
export function strokesOf(press: KeyPress, keyboard: Keyboard): string[] {
  const { key } = press;
  const isNamed = key.length > 1 && key !== 'Dead';
  if (isNamed) return [marked(press, keyboard, key)];
  const strokes: string[] = [];
  const altGr = isAltGr(press, keyboard);
  // With Option a Mac makes other characters; signs made so are meant, letters are the key with Option.
  const made = keyboard.apple && press.altKey;
  if (isAscii(key) && !(made && /[A-Za-z0-9]/.test(key))) {
    const plain = altGr || made ? { ...without(press), shiftKey: false } : press;
    strokes.push(marked(plain, keyboard, key));
  }
  const place = placeOf(press, keyboard);
  if (place !== undefined && !altGr) strokes.push(marked(press, keyboard, place));
  return strokes.length > 0 ? [...new Set(strokes)] : [marked(press, keyboard, key)];
}

/** What the place of a key stands for, where it counts. */
function placeOf(
  { key, code, shiftKey, altKey }: KeyPress,
  { apple, foreign }: Keyboard,
): string | undefined {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  const strange = !isAscii(key) || foreign === true || (apple && altKey);
  if (letter) return strange ? letter : undefined;
  if (digit) return shiftKey ? undefined : digit;
  return strange ? (shiftKey ? SHIFTED : SIGNS)[code] : undefined;
}

const isAscii = (key: string): boolean => /^[\u0020-\u007e]$/.test(key);

/** AltGr makes a character; Windows reports it as Ctrl and Alt together. */
function isAltGr(press: KeyPress, { apple }: Keyboard): boolean {
  if (apple) return false;
  if (press.getModifierState?.('AltGraph')) return true;
  return press.ctrlKey && press.altKey && /^[^A-Za-z0-9]$/.test(press.key);
}

const without = ({ key, code, shiftKey }: KeyPress): KeyPress => ({
  key,
  code,
  shiftKey,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
});

/** A key with the modifiers held, in their order. Shift is already in the sign that it makes ("?"), not in a letter or a named key. */
function marked(press: KeyPress, { apple }: Keyboard, key: string): string {
  const letter = /^[A-Za-z]$/.test(key);
  const named = key.length > 1;
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  const marks = [
    press.shiftKey && (letter || named) ? 'Shift-' : '',
    other ? 'Other-' : '',
    press.altKey ? 'Alt-' : '',
    mod ? 'Mod-' : '',
  ];
  return marks.join('') + (letter ? key.toLowerCase() : key === ' ' ? 'Space' : key);
}

/** What keys make on the person's own keyboard, unshifted, by their place: `KeyQ` makes `a` on a French one. */
export type Layout = ReadonlyMap<string, string>;

/**
 * @param layout what the person's keyboard makes, where it is known: a key that makes no Latin letter is printed with what it makes
 * @returns a stroke as it is printed for people, part by part: `['Ctrl', 'Z']`
 */
export function sayStroke(stroke: string, apple: boolean, layout?: Layout): string[] {
  return stroke
    .split(/-(?=.)/)
    .map(part => NAMES[part]?.[apple ? 1 : 0] ?? (part.length === 1 ? printed(part, layout) : part));
}

function printed(part: string, layout: Layout | undefined): string {
  const sign = Object.entries(SIGNS).find(([, sign]) => sign === part)?.[0];
  const code = /^[a-z]$/.test(part) ? `Key${part.toUpperCase()}` : sign;
  const own = code && layout?.get(code);
  const isMade = own === undefined || isAscii(own) || [...(layout?.values() ?? [])].includes(part);
  return isMade ? part : `${part} ${own}`;
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  Mod: ['Ctrl', '⌘'],
  Other: ['Meta', '⌃'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
  Escape: ['Esc', 'Esc'],
  Delete: ['Del', '⌦'],
  Enter: ['↵', '↵'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
  Backspace: ['⌫', '⌫'],
};

/** Whether this machine's keyboards have ⌘. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

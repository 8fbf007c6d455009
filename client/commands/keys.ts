/** As much of a keyboard event as reading a key stroke takes. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * @param apple whether ⌘ takes the place of Ctrl
 * @returns the stroke as commands name it: `j`, `?`, `Mod-z`, `Shift-Mod-z`, `Alt-ArrowDown`
 */
export function strokeOf(press: KeyPress, apple: boolean): string {
  const named = press.key.length > 1;
  const latin = named ? press.key : latinKey(press);
  const letter = /^[A-Za-z]$/.test(latin);
  const mod = apple ? press.metaKey : press.ctrlKey;
  const other = apple ? press.ctrlKey : press.metaKey;
  const marks = [
    // Shift is already in the sign that it makes of a key ("?"), but not in a letter or a named key.
    press.shiftKey && (letter || named) ? 'Shift-' : '',
    other ? 'Other-' : '',
    press.altKey ? 'Alt-' : '',
    mod ? 'Mod-' : '',
  ];
  return marks.join('') + (letter ? latin.toLowerCase() : latin === ' ' ? 'Space' : latin);
}

/** The Latin letter or digit on a physical key, where the layout gives none: keys keep their place on a Cyrillic or Greek board. */
function latinKey({ key, code }: KeyPress): string {
  if ((key.codePointAt(0) ?? 0) < 0x80) return key;
  const physical = /^(?:Key([A-Z])|Digit([0-9]))$/.exec(code);
  return physical?.[1]?.toLowerCase() ?? physical?.[2] ?? key;
}

/** @returns a stroke as it is printed for people, part by part: `['Ctrl', 'Z']` */
export function sayStroke(stroke: string, apple: boolean): string[] {
  return stroke
    .split(/-(?=.)/)
    .map(part => NAMES[part]?.[apple ? 1 : 0] ?? (part.length === 1 ? part : part.replace('Arrow', '')));
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌥'],
  Shift: ['Shift', '⇧'],
  Escape: ['Esc', 'Esc'],
  ArrowUp: ['↑', '↑'],
  ArrowDown: ['↓', '↓'],
  ArrowLeft: ['←', '←'],
  ArrowRight: ['→', '→'],
  Backspace: ['Backspace', '⌫'],
};

/** Whether this machine's keyboards have ⌘. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

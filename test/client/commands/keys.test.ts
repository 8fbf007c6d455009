import { expect } from 'chai';
import { type KeyPress, sayStroke, strokesOf } from '#client/commands/keys.js';
import { keysAfter, proposeKeys } from '#client/frame/key-change.js';

/** A press as browsers report it: `Shift` and `AltGraph` beside the modifiers that have a member of their own. */
function press(key: string, code: string, held = ''): KeyPress {
  return {
    key,
    code,
    shiftKey: held.includes('Shift'),
    ctrlKey: held.includes('Ctrl'),
    altKey: /Alt(?!Gr)/.test(held),
    metaKey: held.includes('Meta'),
    getModifierState: name => name === 'AltGraph' && held.includes('AltGraph'),
  };
}

const PC = { apple: false };
const MAC = { apple: true };
const HEBREW = { apple: false, foreign: true };

describe('key strokes', () => {
  const cases: readonly [string, string, typeof PC | typeof HEBREW, KeyPress, string[]][] = [
    ['QWERTY', 'a letter', PC, press('j', 'KeyJ'), ['j']],
    ['QWERTY', 'a capital', PC, press('U', 'KeyU', 'Shift'), ['Shift-u']],
    ['QWERTY', 'a letter while capitals are locked', PC, press('J', 'KeyJ'), ['j']],
    ['QWERTY', 'a sign with Shift', PC, press('?', 'Slash', 'Shift'), ['?']],
    ['QWERTY', 'a shifted digit, which is a sign', PC, press('!', 'Digit1', 'Shift'), ['!']],
    ['QWERTY', 'Ctrl', PC, press('z', 'KeyZ', 'Ctrl'), ['Mod-z']],
    ['QWERTY', 'Ctrl and Shift', PC, press('Z', 'KeyZ', 'Ctrl Shift'), ['Shift-Mod-z']],
    ['QWERTY', 'Ctrl and Alt with a letter', PC, press('k', 'KeyK', 'Ctrl Alt'), ['Alt-Mod-k']],
    ['QWERTY', 'a named key', PC, press('ArrowDown', 'ArrowDown', 'Alt'), ['Alt-ArrowDown']],
    ['QWERTY', 'the space bar', PC, press(' ', 'Space'), ['Space']],
    ['QWERTY', 'a digit of the number pad', PC, press('4', 'Numpad4'), ['4']],
    ['AZERTY', 'a letter where it is on this keyboard', PC, press('a', 'KeyQ'), ['a']],
    ['AZERTY', 'the top row without Shift', PC, press('&', 'Digit1'), ['&', '1']],
    ['AZERTY', 'the top row, an accented letter', PC, press('é', 'Digit2'), ['2']],
    ['AZERTY', 'the top row with Shift', PC, press('1', 'Digit1', 'Shift'), ['1']],
    ['AZERTY', 'a slash, which needs Shift', PC, press('/', 'Period', 'Shift'), ['/']],
    ['AZERTY', 'a question mark on the comma', PC, press('?', 'KeyM', 'Shift'), ['?']],
    ['AZERTY', 'the comma is not an m', PC, press(',', 'KeyM'), [',']],
    ['AZERTY', 'a bracket with AltGr, on Linux', PC, press('[', 'Digit5', 'AltGraph'), ['[']],
    ['AZERTY', 'a bracket with AltGr, on Windows', PC, press('[', 'Digit5', 'Ctrl Alt AltGraph'), ['[']],
    ['AZERTY', 'a bracket with Ctrl and Alt for AltGr', PC, press(']', 'Minus', 'Ctrl Alt'), [']']],
    ['AZERTY', 'a dead circumflex', PC, press('Dead', 'BracketLeft'), ['[']],
    ['QWERTZ', 'a letter that changed its place', PC, press('z', 'KeyY'), ['z']],
    ['QWERTZ', 'a slash with Shift', PC, press('/', 'Digit7', 'Shift'), ['/']],
    ['QWERTZ', 'a bracket with AltGr', PC, press(']', 'Digit9', 'Ctrl Alt AltGraph'), [']']],
    ['QWERTZ', 'an umlaut stands for its place', PC, press('ü', 'BracketLeft'), ['[']],
    ['QWERTZ', 'the plus sign', PC, press('+', 'BracketRight'), ['+']],
    ['ЙЦУКЕН', 'a letter by its place', PC, press('о', 'KeyJ'), ['j']],
    ['ЙЦУКЕН', 'a capital by its place', PC, press('Г', 'KeyU', 'Shift'), ['Shift-u']],
    ['ЙЦУКЕН', 'Ctrl', PC, press('я', 'KeyZ', 'Ctrl'), ['Mod-z']],
    ['ЙЦУКЕН', 'a bracket by its place', PC, press('х', 'BracketLeft'), ['[']],
    ['ЙЦУКЕН', 'a slash with Shift', PC, press('/', 'Backslash', 'Shift'), ['/']],
    ['ЙЦУКЕН', 'a question mark on the seven', PC, press('?', 'Digit7', 'Shift'), ['?']],
    ['ЙЦУКЕН', 'the slash by its place, once the layout is known', HEBREW, press('.', 'Slash'), ['.', '/']],
    ['Greek', 'a letter by its place', PC, press('ξ', 'KeyJ'), ['j']],
    ['Greek', 'a final sigma', PC, press('ς', 'KeyW'), ['w']],
    ['Greek', 'a dead accent', PC, press('Dead', 'Semicolon'), [';']],
    ['Hebrew', 'a letter by its place', PC, press('ח', 'KeyJ'), ['j']],
    ['Hebrew', 'a letter key that makes a sign', HEBREW, press("'", 'KeyW'), ["'", 'w']],
    ['Mac', '⌘', MAC, press('z', 'KeyZ', 'Meta'), ['Mod-z']],
    ['Mac', 'Ctrl is another key', MAC, press('z', 'KeyZ', 'Ctrl'), ['Other-z']],
    ['Mac', 'Option with a letter that it changes', MAC, press('å', 'KeyA', 'Alt'), ['Alt-a']],
    ['Mac', 'Option with a dead letter', MAC, press('Dead', 'KeyE', 'Alt'), ['Alt-e']],
    ['Mac', 'a bracket made with Option', MAC, press('[', 'Digit5', 'Alt'), ['[', 'Alt-5']],
    ['Mac', 'Option with an arrow', MAC, press('ArrowDown', 'ArrowDown', 'Alt'), ['Alt-ArrowDown']],
  ];
  for (const [layout, what, keyboard, event, strokes] of cases) {
    it(`${layout}: ${what}`, () => expect(strokesOf(event, keyboard)).to.deep.equal(strokes));
  }

  const russian = new Map([
    ['KeyJ', 'о'],
    ['BracketLeft', 'х'],
    ['Slash', '.'],
  ]);
  const printed: readonly [string, boolean, ReadonlyMap<string, string> | undefined, string][] = [
    ['j', false, undefined, 'j'],
    ['Shift-Mod-z', false, undefined, 'Shift Ctrl z'],
    ['Shift-Mod-z', true, undefined, '⇧ ⌘ z'],
    ['Mod-Enter', false, undefined, 'Ctrl ↵'],
    ['j', false, russian, 'j о'],
    ['[', false, russian, '[ х'],
    ['/', false, russian, '/'],
  ];
  for (const [stroke, apple, layout, says] of printed) {
    it(`prints ${stroke} as ${says}${layout ? ' on a Russian keyboard' : ''}`, () =>
      expect(sayStroke(stroke, apple, layout).join(' ')).to.equal(says));
  }
});

describe('other keys for a command', () => {
  const command = (id: string, ...keys: string[]) => ({ id, keys, label: id, group: '', run: () => true });
  const commands = [command('next', 'j', 'ArrowDown'), command('previous', 'k'), command('go', 'g l')];
  const cases: readonly [string, string, number, string, Record<string, readonly string[]>][] = [
    ['that are free', 'next', 0, 'q', { next: ['q', 'ArrowDown'] }],
    ['more of them', 'previous', 1, 'q', { previous: ['k', 'q'] }],
    ['of another, which gets those given up', 'next', 0, 'k', { next: ['k', 'ArrowDown'], previous: ['j'] }],
    [
      'of another, which keeps none where none was given up',
      'next',
      2,
      'k',
      { next: ['j', 'ArrowDown', 'k'], previous: [] },
    ],
    ['that begin a pair', 'next', 0, 'g', { next: ['g', 'ArrowDown'], go: ['j'] }],
    ['of its own, once', 'next', 0, 'ArrowDown', { next: ['ArrowDown', 'j'] }],
  ];
  for (const [what, id, place, keys, after] of cases) {
    it(what, () => expect(keysAfter(commands, proposeKeys(commands, id, place, keys))).to.deep.equal(after));
  }
});

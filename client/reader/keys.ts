import { keydownHandler } from 'prosemirror-keymap';
import { type Command, Plugin } from 'prosemirror-state';
import type { Reader } from './reader.ts';

/** What the reader does on a key; returns whether there was something to do. */
export type ReaderCommand = (reader: Reader) => boolean;

const act =
  (run: (reader: Reader) => void): ReaderCommand =>
  reader => {
    run(reader);
    return true;
  };

/** The reader's own commands by name. */
export const readerCommands: Readonly<Record<string, ReaderCommand>> = {
  selectAll: act(reader => reader.select(0, reader.length)),
  goToStart: act(reader => reader.moveTo(0, false)),
  goToEnd: act(reader => reader.moveTo(reader.length, false)),
  selectToStart: act(reader => reader.moveTo(0, true)),
  selectToEnd: act(reader => reader.moveTo(reader.length, true)),
  chooseClaim: reader => reader.choose(),
  moveEdges: reader => reader.moveEdges(),
  toggleFold: reader => reader.toggleFold(),
  // Enter is for the claim that has the focus, where one has.
  toggleFoldUnlessClaim: reader => reader.focused === null && reader.toggleFold(),
};

/** Which keys call which command, in prosemirror-keymap's notation; `Mod` is Ctrl, on a Mac Command. */
export const readerKeys: Readonly<Record<string, string>> = {
  'Mod-a': 'selectAll',
  'Mod-Home': 'goToStart',
  'Mod-End': 'goToEnd',
  'Shift-Mod-Home': 'selectToStart',
  'Shift-Mod-End': 'selectToEnd',
  'Alt-ArrowDown': 'chooseClaim',
  F2: 'moveEdges',
  Enter: 'toggleFoldUnlessClaim',
  'Alt-Enter': 'toggleFold',
};

const MAC_KEYS: Readonly<Record<string, string>> = {
  'Mod-ArrowUp': 'goToStart',
  'Mod-ArrowDown': 'goToEnd',
  'Shift-Mod-ArrowUp': 'selectToStart',
  'Shift-Mod-ArrowDown': 'selectToEnd',
};

const TRAVEL = /^(Arrow(Left|Right|Up|Down)|Home|End|Page(Up|Down))$/;

/**
 * Gets the caret to where the browser can move it. Without Shift a selection is left by its start or end,
 * and the browser brings that into sight itself where it can.
 */
function travel(reader: Reader, event: KeyboardEvent): void {
  const { anchor, head } = reader.selection;
  if (event.shiftKey || anchor === head) reader.bringCaret();
  else {
    const forward = /^(ArrowRight|ArrowDown|PageDown|End)$/.test(event.key);
    if (reader.collapse(forward) && /^Arrow(Left|Right)$/.test(event.key)) event.preventDefault();
  }
}

/**
 * Binds keys. Keys that move the caret are the browser's, once the caret is in sight; all others are left
 * to whoever listens outside: nothing is ever typed here.
 */
export function keysPlugin(reader: Reader, bindings: Readonly<Record<string, string>> = readerKeys): Plugin {
  const mac = /Mac|iP(hone|ad)/.test(navigator.platform);
  const commands: Record<string, Command> = {};
  for (const [key, name] of Object.entries({ ...bindings, ...(mac ? MAC_KEYS : {}) })) {
    const command = readerCommands[name];
    if (!command) throw new RangeError(`"${name}" is not a command of the reader.`);
    commands[key] = () => command(reader);
  }
  const bound = keydownHandler(commands);
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view, event) => {
          if (reader.edgeKey(event)) return true;
          if (bound(view, event)) event.preventDefault();
          else if (TRAVEL.test(event.key)) travel(reader, event);
          return true;
        },
        keypress: () => true,
      },
    },
  });
}

import { createContext } from '@lit/context';
import { getLocale } from '../localize/localize.ts';
import type { Command, CommandContext } from './command.ts';
import { KeyMap } from './key-map.ts';
import { OwnKeyboard } from './own-keyboard.ts';

/** Makes commands, with their labels in the present language. */
export type MakeCommands = () => readonly Command[];

/** Commands that belong together: those of the frame, or those of a screen. */
interface CommandSet {
  readonly make: MakeCommands;
  readonly ofFrame: boolean;
  /** Whether they can be called now; a screen that was left is remembered for its keys. */
  isHere: boolean;
  made?: { readonly language: string; readonly commands: readonly Command[] } | undefined;
}

/**
 * Commands that are there now: those of the frame, and those of the screen that is shown; each with the strokes that the
 * person chose for it. Fires `keys` where strokes may be other ones now.
 */
export class CommandRegistry extends EventTarget {
  readonly context: CommandContext;
  readonly keyMap = new KeyMap();
  readonly keyboard = new OwnKeyboard();
  #sets: CommandSet[] = [];
  #all: { readonly language: string; readonly commands: readonly Command[] } | undefined;

  constructor(context: CommandContext) {
    super();
    this.context = context;
    const renew = () => {
      for (const set of this.#sets) set.made = undefined;
      this.#renew();
    };
    this.keyMap.addEventListener('change', renew);
    this.keyboard.addEventListener('change', renew);
  }

  /**
   * Adds commands; those added last are asked first.
   * @param ofFrame whether they are there on every screen
   * @returns what takes them out again
   */
  add(make: MakeCommands, ofFrame = false): () => void {
    const set: CommandSet = { make, ofFrame, isHere: true };
    const first = make()[0]?.id;
    this.#sets = this.#sets.filter(other => other.isHere || this.#made(other)[0]?.id !== first);
    this.#sets.push(set);
    this.#renew();
    return () => {
      set.isHere = false;
      this.#renew();
    };
  }

  /** All commands that are there, those added last first. */
  get all(): readonly Command[] {
    const language = getLocale();
    if (this.#all?.language !== language) {
      const here = this.#sets.filter(({ isHere }) => isHere).reverse();
      this.#all = { language, commands: here.flatMap(set => this.#made(set)) };
    }
    return this.#all.commands;
  }

  /** Commands of the screens that were left. */
  get elsewhere(): readonly Command[] {
    return this.#sets.filter(({ isHere }) => !isHere).flatMap(set => this.#made(set));
  }

  /** @returns the commands that hear keys where a command does: those of its screen and of the frame; of every screen where it is the frame's */
  besides(id: string): readonly Command[] {
    const own = this.#sets.find(set => this.#made(set).some(command => command.id === id));
    return this.#sets
      .filter(set => set === own || set.ofFrame || own?.ofFrame || (set.isHere && own?.isHere))
      .flatMap(set => this.#made(set));
  }

  /** @returns the strokes of a command, none where it is not there now */
  keysOf(id: string): readonly string[] {
    return this.all.find(command => command.id === id)?.keys ?? [];
  }

  #made(set: CommandSet): readonly Command[] {
    const language = getLocale();
    if (set.made?.language !== language) {
      const commands = set.make().map(command => ({ ...command, keys: this.keyMap.keysOf(command) }));
      set.made = { language, commands };
    }
    return set.made.commands;
  }

  #renew = (): void => {
    this.#all = undefined;
    this.dispatchEvent(new Event('keys'));
  };
}

export const commandsContext = createContext<CommandRegistry>('variorum-commands');

import { createContext } from '@lit/context';
import { getLocale } from '../localize/localize.ts';
import type { Command, CommandContext } from './command.ts';
import { KeyMap } from './key-map.ts';
import { OwnKeyboard } from './own-keyboard.ts';

/** Makes commands, with their labels in the present language. */
export type MakeCommands = () => readonly Command[];

/**
 * Commands that are there now: those of the frame, and those of the screen that is shown; each with the strokes that the
 * person chose for it. Fires `keys` where strokes may be other ones now.
 */
export class CommandRegistry extends EventTarget {
  readonly context: CommandContext;
  readonly keyMap = new KeyMap();
  readonly keyboard = new OwnKeyboard();
  #sets: MakeCommands[] = [];
  #made: { readonly language: string; readonly commands: readonly Command[] } | undefined;

  constructor(context: CommandContext) {
    super();
    this.context = context;
    this.keyMap.addEventListener('change', this.#renew);
    this.keyboard.addEventListener('change', this.#renew);
  }

  /** Adds commands; those added last are asked first. @returns what takes them out again */
  add(make: MakeCommands): () => void {
    this.#sets.push(make);
    this.#renew();
    return () => {
      this.#sets = this.#sets.filter(set => set !== make);
      this.#renew();
    };
  }

  /** All commands, those added last first. */
  get all(): readonly Command[] {
    const language = getLocale();
    if (this.#made?.language !== language) {
      const commands = [...this.#sets].reverse().flatMap(make => make());
      this.#made = {
        language,
        commands: commands.map(command => ({ ...command, keys: this.keyMap.keysOf(command) })),
      };
    }
    return this.#made.commands;
  }

  /** @returns the strokes of a command, none where it is not there now */
  keysOf(id: string): readonly string[] {
    return this.all.find(command => command.id === id)?.keys ?? [];
  }

  #renew = (): void => {
    this.#made = undefined;
    this.dispatchEvent(new Event('keys'));
  };
}

export const commandsContext = createContext<CommandRegistry>('variorum-commands');

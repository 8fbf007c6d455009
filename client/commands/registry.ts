import { createContext } from '@lit/context';
import { getLocale } from '../localize/localize.ts';
import type { Command, CommandContext } from './command.ts';

/** Makes commands, with their labels in the present language. */
export type MakeCommands = () => readonly Command[];

/** Commands that are there now: those of the frame, and those of the screen that is shown. */
export class CommandRegistry {
  readonly context: CommandContext;
  #sets: MakeCommands[] = [];
  #made: { readonly language: string; readonly commands: Command[] } | undefined;

  constructor(context: CommandContext) {
    this.context = context;
  }

  /** Adds commands; those added last are asked first. @returns what takes them out again */
  add(make: MakeCommands): () => void {
    this.#sets.push(make);
    this.#made = undefined;
    return () => {
      this.#sets = this.#sets.filter(set => set !== make);
      this.#made = undefined;
    };
  }

  /** All commands, those added last first. */
  get all(): readonly Command[] {
    const language = getLocale();
    if (this.#made?.language !== language)
      this.#made = { language, commands: [...this.#sets].reverse().flatMap(make => make()) };
    return this.#made.commands;
  }
}

export const commandsContext = createContext<CommandRegistry>('variorum-commands');

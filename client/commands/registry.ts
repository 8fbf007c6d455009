import { createContext } from '@lit/context';
import type { Command, CommandContext } from './command.ts';

/** Commands that are there now: those of the frame, and those of the screen that is shown. */
export class CommandRegistry {
  readonly context: CommandContext;
  #sets: (readonly Command[])[] = [];

  constructor(context: CommandContext) {
    this.context = context;
  }

  /** Adds commands; those added last are asked first. @returns what takes them out again */
  add(commands: readonly Command[]): () => void {
    this.#sets.push(commands);
    return () => {
      this.#sets = this.#sets.filter(set => set !== commands);
    };
  }

  /** All commands, those added last first. */
  get all(): Command[] {
    return [...this.#sets].reverse().flat();
  }
}

export const commandsContext = createContext<CommandRegistry>('variorum-commands');

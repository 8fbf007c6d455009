import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type CommandRegistry, commandsContext, type MakeCommands } from './registry.ts';

/** Offers an element's commands for as long as the element is on the page. */
export class CommandsController implements ReactiveController {
  #commands: MakeCommands;
  #remove: (() => void) | undefined;
  #consumer: ContextConsumer<typeof commandsContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement, commands: MakeCommands) {
    this.#commands = commands;
    this.#consumer = new ContextConsumer(host, {
      context: commandsContext,
      callback: registry => this.#add(registry),
    });
    host.addController(this);
  }

  /** The registry, from when the element stands inside the application. */
  get registry(): CommandRegistry | undefined {
    return this.#consumer.value;
  }

  hostConnected(): void {
    if (this.#consumer.value) this.#add(this.#consumer.value);
  }

  hostDisconnected(): void {
    this.#remove?.();
    this.#remove = undefined;
  }

  #add(registry: CommandRegistry): void {
    this.#remove ??= registry.add(this.#commands);
  }
}

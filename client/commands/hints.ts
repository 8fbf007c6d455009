import { ContextConsumer } from '@lit/context';
import { msg } from '@lit/localize';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { sayStroke } from './keys.ts';
import { type CommandRegistry, commandsContext } from './registry.ts';

/** Shows in an element by which keys commands are called now, and draws it anew when these change. */
export class KeyHints implements ReactiveController {
  #host: ReactiveControllerHost;
  #registry: CommandRegistry | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    new ContextConsumer(host, { context: commandsContext, callback: registry => this.#follow(registry) });
    host.addController(this);
  }

  hostConnected(): void {
    this.#registry?.addEventListener('keys', this.#draw);
  }

  hostDisconnected(): void {
    this.#registry?.removeEventListener('keys', this.#draw);
  }

  /** @returns a command's first keys as they are printed, or nothing where it has none now */
  keys(id: string): TemplateResult | typeof nothing {
    const keys = this.#registry?.keysOf(id)[0];
    return keys === undefined ? nothing : drawKeys(keys, this.#registry!);
  }

  /** @returns words with a command's keys behind them: "Next claim (j)" */
  title(words: string, id: string): string {
    const keys = this.#registry?.keysOf(id)[0];
    return keys === undefined ? words : `${words} (${sayKeys(keys, this.#registry!)})`;
  }

  #follow(registry: CommandRegistry): void {
    this.hostDisconnected();
    this.#registry = registry;
    this.hostConnected();
  }

  #draw = (): void => this.#host.requestUpdate();
}

/** Keys in one line of text: "g, then l". */
export function sayKeys(keys: string, { keyboard }: Pick<CommandRegistry, 'keyboard'>): string {
  const [first = [], second] = keys
    .split(' ')
    .map(stroke => sayStroke(stroke, keyboard.apple, keyboard.layout));
  return [first, ...(second ? [[msg('then')], second] : [])].map(parts => parts.join(' ')).join(' ');
}

/** Keys as they are printed on keyboards. */
export function drawKeys(keys: string, { keyboard }: Pick<CommandRegistry, 'keyboard'>): TemplateResult {
  return html`${keys
    .split(' ')
    .map(
      (stroke, i) =>
        html`${i > 0 ? html` <span class="then">${msg('then')}</span> ` : nothing}${sayStroke(
          stroke,
          keyboard.apple,
          keyboard.layout,
        ).map((key, place) => html`${place > 0 ? ' ' : nothing}<kbd>${key}</kbd>`)}`,
    )}`;
}

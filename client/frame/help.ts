import { ContextConsumer } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Command } from '../commands/command.ts';
import { drawKeys, sayKeys } from '../commands/hints.ts';
import { type CommandRegistry, commandsContext } from '../commands/registry.ts';
import { announce } from '../elements/announcer.ts';
import { LightElement } from '../elements/light-element.ts';
import { KeyCapture } from './key-capture.ts';
import { type KeyChange, keysAfter, proposeKeys } from './key-change.ts';
import './help.css';

/** All that can be done here, by which keys; and the means to give each other keys. Fires `vr-close`. */
@customElement('vr-help')
export class VrHelp extends LightElement {
  @property({ type: Boolean }) open = false;
  @state() private words = '';
  /** The key that is being given anew, and what has been pressed of it. */
  @state() private waiting:
    | { readonly id: string; readonly place: number; readonly heard?: string }
    | undefined;
  /** A change that would take keys from another command. */
  @state() private clash: KeyChange | undefined;
  #capture: KeyCapture | undefined;
  #before: Element | null = null;
  #commands = new ContextConsumer(this, {
    context: commandsContext,
    callback: registry => registry.addEventListener('keys', () => this.requestUpdate()),
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#capture?.stop();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open')) return;
    this.#leave();
    if (this.open) this.#before = document.activeElement;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open')) return;
    if (this.open) this.querySelector('input')?.focus();
    else if (this.#before instanceof HTMLElement && this.#before.isConnected) this.#before.focus();
  }

  protected override render() {
    const registry = this.#commands.value;
    if (!this.open || !registry) return nothing;
    const here = this.#groups(registry.all);
    const elsewhere = this.#groups(registry.elsewhere);
    return html`<section class="help" role="dialog" aria-label=${msg('Keys')} @keydown=${this.#onKey}>
      <header role="none">
        <h2>${msg('Keys')}</h2>
        ${
          registry.keyMap.isEmpty
            ? nothing
            : html`<button class="btn quiet" @click=${this.#resetAll}>${msg('Reset all keys')}</button>`
        }
        <button class="ib" aria-label=${msg('Close')} title=${msg('Close (Esc)')} @click=${this.#close}>
          <vr-icon name="x"></vr-icon>
        </button>
      </header>
      <div class="fld"><input
        type="search"
        aria-label=${msg('Find a command or a key')}
        placeholder=${msg('Find a command or a key')}
        autocomplete="off"
        spellcheck="false"
        .value=${this.words}
        @input=${(event: Event) => {
          this.words = (event.target as HTMLInputElement).value;
        }}
      /></div>
      <div class="keys" data-scroller tabindex="-1">
        ${here.map(group => this.#group(group, registry))}
        ${
          elsewhere.length > 0
            ? html`<h3 class="elsewhere">${msg('On other screens')}</h3>
              ${elsewhere.map(group => this.#group(group, registry))}`
            : nothing
        }
        ${here.length + elsewhere.length === 0 ? html`<p class="muted">${msg('No command is called so.')}</p>` : nothing}
        <p class="muted small">${msg('Press a key to give its command another. The keys of a screen are listed once it was shown; yours are kept in this browser.')}</p>
      </div>
    </section>`;
  }

  #group([name, commands]: readonly [string, readonly Command[]], registry: CommandRegistry) {
    return html`<section>
      <h3 class="h">${name}</h3>
      <ul>${repeat(
        commands,
        command => command.id,
        command => this.#command(command, registry),
      )}</ul>
    </section>`;
  }

  /** The commands that the words find, under their headings. */
  #groups(commands: readonly Command[]): readonly [string, Command[]][] {
    const sought = this.words.trim().toLocaleLowerCase();
    const registry = this.#commands.value!;
    const groups = new Map<string, Command[]>();
    for (const command of commands) {
      const says = [command.label, command.group, ...command.keys.map(keys => sayKeys(keys, registry))];
      const isFound = says.some((one, i) => {
        const said = one.toLocaleLowerCase();
        return i < 2 ? said.includes(sought) : said === sought;
      });
      if (sought && !isFound) continue;
      groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
    }
    return [...groups];
  }

  #command(command: Command, registry: CommandRegistry) {
    const { id, label, keys } = command;
    const { waiting, clash } = this;
    const isAdding = waiting?.id === id && waiting.place === keys.length;
    return html`<li data-command=${id}>
      <span class="what">${label}</span>
      <span class="strokes">
        ${keys.map((one, place) =>
          waiting?.id === id && waiting.place === place
            ? this.#listening(registry)
            : html`<button
                class="stroke"
                aria-label=${msg(str`${label}: ${sayKeys(one, registry)}. Change`)}
                title=${msg('Change')}
                @click=${() => this.#listen(id, place)}
              >${drawKeys(one, registry)}</button>`,
        )}
        ${isAdding ? this.#listening(registry) : nothing}
        ${
          keys.length === 0 && !isAdding
            ? html`<button class="stroke none" aria-label=${msg(str`${label}: give it a key`)} @click=${() => this.#listen(id, 0)}>${msg('no key')}</button>`
            : nothing
        }
        ${
          registry.keyMap.isChosen(id)
            ? html`<button
                class="ib small-ib"
                aria-label=${msg(str`${label}: reset`)}
                title=${msg('Reset')}
                @click=${() => registry.keyMap.reset(id)}
              ><vr-icon name="undo"></vr-icon></button>`
            : nothing
        }
      </span>
      ${clash?.id === id ? this.#clash(clash, registry) : nothing}
    </li>`;
  }

  #listening(registry: CommandRegistry) {
    const { heard } = this.waiting!;
    return html`<span class="stroke on" role="status"
        >${heard ? html`${drawKeys(heard, registry)} …` : msg('Press the keys …')}</span
      ><button class="btn quiet low" @click=${this.#drop}>${msg('No key')}</button>`;
  }

  #clash(clash: KeyChange, registry: CommandRegistry) {
    const other = registry.besides(clash.id).find(({ id }) => id === clash.taken!.id);
    return html`<div class="clash" role="alert">
      <p>${msg(str`${sayKeys(clash.keys, registry)} is the key of “${other?.label}”.`)}</p>
      <button class="btn" @click=${() => this.#make(clash)}>${msg('Swap')}</button>
      <button class="btn quiet" @click=${this.#leave}>${msg('Cancel')}</button>
    </div>`;
  }

  #listen(id: string, place: number): void {
    this.#leave();
    this.waiting = { id, place };
    this.#capture = new KeyCapture(
      this.#commands.value!.keyboard,
      heard => {
        this.waiting = { id, place, heard };
      },
      keys => {
        this.waiting = undefined;
        if (keys !== undefined) this.#take(proposeKeys(this.#commands.value!.besides(id), id, place, keys));
        else void this.#focus(id);
      },
    );
  }

  #take(change: KeyChange): void {
    if (change.taken === undefined || change.taken.id === change.id) {
      this.#make(change);
      return;
    }
    this.clash = change;
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.clash button')?.focus());
  }

  #make(change: KeyChange): void {
    const registry = this.#commands.value!;
    const commands = registry.besides(change.id);
    registry.keyMap.choose(keysAfter(commands, change));
    this.clash = undefined;
    const label = commands.find(({ id }) => id === change.id)?.label;
    announce(msg(str`${label}: ${sayKeys(change.keys, registry)}`));
    void this.#focus(change.id);
  }

  /** Takes the key that was to be given anew away. */
  #drop = (): void => {
    const { waiting } = this;
    this.#leave();
    if (!waiting) return;
    const registry = this.#commands.value!;
    const command = registry.besides(waiting.id).find(({ id }) => id === waiting.id);
    const keys = (command?.keys ?? []).filter((_keys, i) => i !== waiting.place);
    registry.keyMap.choose({ [waiting.id]: keys });
    void this.#focus(waiting.id);
  };

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.querySelector<HTMLElement>(`[data-command="${CSS.escape(id)}"] .stroke`)?.focus();
  }

  #resetAll = (): void => {
    this.#leave();
    this.#commands.value!.keyMap.reset();
    announce(msg('All keys are the usual ones again.'));
    this.querySelector('input')?.focus();
  };

  #leave = (): void => {
    this.#capture?.stop();
    this.waiting = undefined;
    this.clash = undefined;
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.clash) this.#leave();
    else this.#close();
  };

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('vr-close'));
  };
}

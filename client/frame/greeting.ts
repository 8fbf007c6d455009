import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Beginning } from '../../shared/api/routes/status.ts';
import type { Draft } from '../../shared/change/draft.ts';
import type { IconName } from '../elements/icons.ts';
import { LightElement } from '../elements/light-element.ts';
import { toast } from '../elements/toasts.ts';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import { StoreController } from '../store/context.ts';
import type { Store } from '../store/store.ts';
import { attempt } from './commands.ts';
import { rememberedSignature, rememberSignature } from './signature.ts';
import { whyOf } from './why.ts';
import '../elements/icon.ts';
import './greeting.css';

const LONGEST = 120;

/**
 * The first thing that is seen in this browser: asks for the name to sign with, and what to begin with. Nothing has to
 * be answered. Fires `vr-greeted`.
 */
@customElement('vr-greeting')
export class VrGreeting extends LightElement {
  @state() private beginning: Beginning | undefined;
  @state() private failed = false;
  @state() private busy = false;
  #desk = new StoreController(this, 'documents', 'conflicts', 'signature');

  protected override firstUpdated(): void {
    void this.#look();
    this.querySelector('input')?.focus();
  }

  async #look(): Promise<void> {
    try {
      const { store } = this.#desk;
      const [{ beginning }] = await Promise.all([store.client.getBeginning(), store.loadDocuments()]);
      this.beginning = beginning;
    } catch {
      this.failed = true;
    }
  }

  protected override render() {
    return html`<div class="work" data-scroller>
      <form class="greeting" aria-label=${msg('Welcome')} @submit=${this.#submit}>
        <h1>${msg('Check what texts assert')}</h1>
        <p class="lead"
          >${msg('Read a text as it is, mark what it claims, tie each claim to evidence, and settle where claims disagree. Everything stays on this machine.')}</p
        >
        <label class="fld"
          >${msg('Your name')}
          <input
            name="name"
            maxlength=${LONGEST}
            autocomplete="name"
            .value=${rememberedSignature() ?? ''}
            placeholder=${this.#desk.store.signature}
          />
          <span class="says"
            >${msg('What you do here is signed with it. It is kept in this browser, and can be changed at any time.')}</span
          >
        </label>
        <div class="ways" aria-busy=${this.beginning === undefined && !this.failed}>${this.#ways()}</div>
        <p class="skip-it"
          ><button type="button" class="btn quiet" @click=${() => this.#over()}>${msg('Skip this')}</button></p
        >
      </form>
    </div>`;
  }

  #ways() {
    const { beginning } = this;
    if (this.failed)
      return this.#way('go-on', 'arrow-right', msg('Go on'), msg('The server does not answer now.'));
    switch (beginning) {
      case undefined:
        return nothing;
      case 'example':
        return html`${this.#way('go-on', 'book-open', msg('Look at a worked example'), this.#sayExample())}
        ${this.#way('clean', 'file', msg('Begin with a clean desk'), msg('The example is taken away. One undo brings it back.'))}`;
      case 'seeds':
        return html`${this.#way('go-on', 'book-open', msg('Begin with the texts that are here'), this.#sayTexts())}
        ${this.#way('clean', 'file', msg('Begin with a clean desk'), msg('The texts are taken away. One undo brings them back.'))}`;
      case 'empty':
        return this.#way(
          'go-on',
          'file',
          msg('Begin with a clean desk'),
          msg('Add texts of your own, or choose among short ones that come with the program.'),
        );
      case 'own':
        return this.#way('go-on', 'arrow-right', msg('To the desk'), this.#sayTexts());
    }
  }

  #way(id: string, icon: IconName, label: string, says: string) {
    return html`<button class="way" value=${id} aria-disabled=${this.busy ? 'true' : nothing}>
      <vr-icon name=${icon}></vr-icon>
      <span><strong>${label}</strong> <span class="muted">${says}</span></span>
    </button>`;
  }

  #sayTexts(): string {
    const count = this.#desk.store.objects.all('document').length;
    return plural(count, msg(str`${sayNumber(count)} {text is¦texts are} on it.`));
  }

  #sayExample(): string {
    const { store } = this.#desk;
    const texts = store.objects.all('document').length;
    const claims = [...store.summaries.values()].reduce((sum, summary) => sum + summary.claims, 0);
    return plural(
      claims,
      msg(
        str`${sayNumber(texts)} texts that disagree with one another, ${sayNumber(claims)} {claim¦claims} marked in them.`,
      ),
    );
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target as HTMLFormElement;
    const name = String(new FormData(form).get('name')).trim();
    if (name) {
      this.#desk.store.signature = name;
      rememberSignature(name);
    }
    const way = (event.submitter as HTMLButtonElement | null)?.value;
    if (way === 'clean') void this.#clean();
    else this.#over();
  };

  /** Takes away what came with the program, unless somebody has begun to work on it meanwhile. */
  async #clean(): Promise<void> {
    const { store } = this.#desk;
    this.busy = true;
    try {
      const [{ beginning }] = await Promise.all([
        store.client.getBeginning(),
        store.loadDocuments(),
        store.loadConflicts(),
        store.loadSources(),
        store.loadEntities(),
      ]);
      this.beginning = beginning;
      if (beginning !== 'example' && beginning !== 'seeds') return;
      const gesture = attempt(() => store.do(msg('Clean the desk'), removals(store)));
      if (!gesture) return;
      this.#over();
      toast(msg('The desk is clean.'), {
        action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
      });
    } catch (error) {
      toast(msg(str`The desk could not be cleaned: ${whyOf(error)}`), { tone: 'error' });
    } finally {
      this.busy = false;
    }
  }

  #over(): void {
    this.dispatchEvent(new CustomEvent('vr-greeted'));
  }
}

/** Takes documents away, and what would otherwise stay behind without them. */
function removals({ objects }: Store): Draft[] {
  return (['conflict', 'source', 'entity', 'document'] as const).flatMap(kind =>
    objects.all(kind).map(({ id }): Draft => ({ kind, objectId: id, operation: { op: 'remove' } })),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-greeting': VrGreeting;
  }
}

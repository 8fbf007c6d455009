import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { announce } from '../../../elements/announcer.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { sayInstant } from '../../../panels/say-instant.ts';
import { AwayError, type DeskClient } from '../../../store/client.ts';
import { ReadPanel } from '../panel.ts';
import '../../../elements/icon.ts';
import '../../../elements/progress.ts';

/** Milliseconds after a decision until it is asked what there is to learn from. */
const RESTS = 1500;

type Status = Awaited<ReturnType<DeskClient['getFindingsStatus']>>;

/** Learning from what was accepted and refused: a step that a person takes, with what it was taken from. */
@customElement('vr-learning')
export class VrLearning extends ReadPanel {
  @state() private status: Pick<Status, 'tagger' | 'examples'> | undefined;
  @state() private isLearning = false;
  /** Why the last attempt brought nothing. */
  @state() private problem: 'away' | 'failed' | 'nothing' | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #seen: number | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
  }

  protected override render() {
    const { status } = this;
    const { accepted = 0, refused = 0 } = status?.examples ?? {};
    const count = accepted + refused;
    return html`<div class="sg-learn" role="group" aria-label=${msg('Learning')}>
      <span class="small grow" role="status"
        >${this.#says()}
        ${
          status && count > 0
            ? html`<span class="muted"
                >${plural(accepted, msg(str`${sayNumber(accepted)} accepted`))}, ${plural(refused, msg(str`${sayNumber(refused)} refused`))}</span
              >`
            : nothing
        }</span
      >
      ${
        this.isLearning
          ? html`<vr-progress label=${msg('Learning')}></vr-progress>`
          : html`<button class="btn low" aria-disabled=${count === 0 ? 'true' : 'false'} @click=${this.#learn}>
              ${msg('Learn from my decisions')}
            </button>`
      }
    </div>`;
  }

  protected override updated(): void {
    const { version } = this.reading.suggesting;
    if (version === this.#seen) return;
    const isFirst = this.#seen === undefined;
    this.#seen = version;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => void this.#look(), isFirst ? 0 : RESTS);
  }

  #says() {
    if (this.isLearning) return msg('Learning …');
    if (this.problem === 'away') return msg('The server is away: nothing can be learned now.');
    if (this.problem === 'failed') return msg('Learning did not succeed. Try again.');
    if (this.problem === 'nothing') return msg('There is too little to learn from yet, or nothing new.');
    const { tagger } = this.status ?? {};
    if (tagger)
      return msg(
        str`Learned ${sayInstant(tagger.trainedAt)} from ${sayNumber(tagger.accepted + tagger.refused)} decisions.`,
      );
    return msg('Nothing learned yet.');
  }

  async #look(): Promise<void> {
    try {
      this.status = await this.reading.store.client.getFindingsStatus();
    } catch {
      // What was known stays; the step itself says what is wrong.
    }
  }

  #learn = async (): Promise<void> => {
    const { accepted = 0, refused = 0 } = this.status?.examples ?? {};
    if (accepted + refused === 0) {
      this.problem = 'nothing';
      return;
    }
    this.isLearning = true;
    this.problem = undefined;
    try {
      const { changed } = await this.reading.store.client.trainTagger({ body: {} });
      if (!changed) this.problem = 'nothing';
      await this.#look();
    } catch (error) {
      this.problem = error instanceof AwayError ? 'away' : 'failed';
    }
    this.isLearning = false;
    announce(String(this.#says()));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-learning': VrLearning;
  }
}

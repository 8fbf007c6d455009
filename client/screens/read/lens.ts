import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Markup } from '../../../shared/markup/markup.ts';
import type { Revision } from '../../../shared/model/document.ts';
import { remember, remembered } from '../../frame/memory.ts';
import { whenIdle } from '../../reader/idle.ts';
import { PLAIN, WholeSetting } from '../../reader/setting.ts';
import type { Face, TextSetting } from '../../reader/types.ts';
import type { DeskClient } from '../../store/client.ts';
import { derivationsOf } from '../../store/derivations/derivations.ts';
import { closeRows, foldsOf } from './lens-folds.ts';
import { hasScanner, loadScanner, scannerAtHand } from './lens-scanners.ts';
import type { Reading } from './reading.ts';
import type { TextPieces } from './text-pieces.ts';

/** How a text with markup is shown. */
export type LensMode = 'reading' | 'source';

/** Longer texts, in UTF-16 code units, are shown as they are. */
const LONGEST = 1_100_000;
/** Up to so long a text is folded before it is first seen. */
const QUICK = 100_000;

/** The text that is folded, and the revision of the document that it is of. */
type Opened = Pick<Reading, 'document' | 'documentId' | 'revision' | 'text' | 'client'>;

type DerivedSettings = typeof import('./derived/settings.ts');
/** What sets derived texts, once one of them has been opened. */
let derived: DerivedSettings | undefined;

/** The lens on the open document: raw text, or markup folded for reading. The text itself never changes. */
export class Lens {
  readonly #readingNow: () => Opened;
  readonly #changed: () => void;
  #made: { text: TextPieces; setting: TextSetting | undefined } | undefined;

  /** @param changed is called when there is something else to be shown */
  constructor(reading: () => Opened, changed: () => void) {
    this.#readingNow = reading;
    this.#changed = changed;
  }

  get #reading(): Opened {
    return this.#readingNow();
  }

  /** Whether the open text has markup that can be folded. */
  get isOffered(): boolean {
    const { document, text } = this.#reading;
    if (this.#isDerived) return text !== undefined;
    return (
      document !== undefined &&
      text !== undefined &&
      text.map.length <= LONGEST &&
      hasScanner(document.mediaType)
    );
  }

  get mode(): LensMode {
    if (!this.isOffered) return 'source';
    return remembered(this.#key) === 'source' ? 'source' : 'reading';
  }

  set mode(mode: LensMode) {
    if (!this.isOffered || mode === this.mode) return;
    remember(this.#key, mode === 'source' ? mode : undefined);
    this.#changed();
  }

  /** Markup is set like code where it is shown. */
  get face(): Face {
    const { document } = this.#reading;
    return this.mode === 'source' && document && hasScanner(document.mediaType) ? 'src' : 'txt';
  }

  /** Goes from one way of showing to the other. */
  turn(): void {
    this.mode = this.mode === 'source' ? 'reading' : 'source';
  }

  /** How the text is set; as it is until a long one has been looked through. */
  get setting(): TextSetting {
    const { text } = this.#reading;
    if (!text || this.mode === 'source') return PLAIN;
    if (this.#made?.text !== text) {
      this.#made = { text, setting: undefined };
      if (this.#isDerived) this.#made.setting = this.#derivedAtHand(text);
      else {
        const scan = this.#scannerAtHand;
        const words = scan && wordsAtHand(text);
        if (scan && words !== undefined) this.#made.setting = this.#fold(words, scan(words));
      }
      if (!this.#made.setting) void (this.#isDerived ? this.#deriveLater(text) : this.#foldLater(text));
    }
    return this.#made.setting ?? PLAIN;
  }

  /** The switch between the two, where there is a choice. */
  switch() {
    if (!this.isOffered) return nothing;
    const button = (mode: LensMode, label: string) =>
      html`<button
        aria-pressed=${this.mode === mode ? 'true' : 'false'}
        @click=${() => {
          this.mode = mode;
        }}
      >
        ${label}
      </button>`;
    return html`<div class="seg" role="group" aria-label=${msg('Lens')} title=${msg('Change with r')}>
      ${button('reading', msg('Reading'))}${button('source', msg('Source'))}
    </div>`;
  }

  /** Whether the text was derived, and has no markup of its own that is folded. */
  get #isDerived(): boolean {
    const { document, revision } = this.#reading;
    return (
      document !== undefined && !hasScanner(document.mediaType) && revision?.reading.extraction !== undefined
    );
  }

  get #scannerAtHand() {
    const { document } = this.#reading;
    return document && scannerAtHand(document.mediaType);
  }

  #fold(text: string, markup: readonly Markup[]): TextSetting {
    const { folds, styles } = foldsOf(text, markup);
    if (this.#reading.document?.mediaType !== 'text/markdown') return new WholeSetting({ folds, styles });
    const closed = [...styles, ...closeRows(text)].sort((a, b) => a.start - b.start || b.end - a.end);
    return new WholeSetting({ folds, styles: closed });
  }

  /** How a derived text of moderate length is set, where all that is needed is at hand. */
  #derivedAtHand(text: TextPieces): TextSetting | undefined {
    const { revision, client } = this.#reading;
    const excerpt = derivationsOf(client).peek(revision!)?.peek({ start: 0, end: text.map.length });
    const words = wordsAtHand(text);
    return excerpt && words !== undefined ? derived?.settingOf(words, 0, excerpt, true) : undefined;
  }

  async #deriveLater(text: TextPieces): Promise<void> {
    const { documentId, revision, client } = this.#reading;
    try {
      const [{ PieceSettings }, derivation] = await Promise.all([
        bringDerived(),
        derivationsOf(client).load(documentId!, revision!, text),
      ]);
      if (!derivation || this.#made?.text !== text || this.#reading.text !== text) return;
      this.#made.setting = new PieceSettings(text, derivation);
      this.#changed();
    } catch {
      // The text stands as it is; it is set anew when it is next opened.
    }
  }

  get #key(): string {
    return `lens-${this.#reading.documentId}`;
  }

  /** Folds a long text, or one whose scanner is not here yet, when it has been fetched, in two steps for which nothing else has to wait long. */
  async #foldLater(text: TextPieces): Promise<void> {
    const isOpen = () => this.#made?.text === text && this.#reading.text === text;
    try {
      const scan = await loadScanner(this.#reading.document!.mediaType);
      const whole = (await text.around(0, text.map.length)).slice(0, text.map.length);
      const markup = await idly(() => (isOpen() ? scan(whole) : []));
      const setting = await idly(() => (isOpen() ? this.#fold(whole, markup) : PLAIN));
      if (!isOpen()) return;
      this.#made!.setting = setting;
      this.#changed();
    } catch {
      // The reader says what could not be fetched; folding is tried again when the text is next drawn.
      if (this.#made?.text === text) this.#made = undefined;
    }
  }
}

/** All of a text that is quickly looked through, where it is at hand. */
const wordsAtHand = (text: TextPieces): string | undefined =>
  text.map.length <= QUICK ? text.atHand(0, text.map.length)?.slice(0, text.map.length) : undefined;

/** Fetches what a derived text of moderate length needs so that it is drawn as it is to be read from the first. */
export async function readyToDraw(
  client: DeskClient,
  documentId: string,
  revision: Revision,
  text: TextPieces,
): Promise<void> {
  if (!revision.reading.extraction || revision.length > QUICK) return;
  // Should something be missing, the text stands plain until it comes.
  await Promise.allSettled([bringDerived(), derivationsOf(client).load(documentId, revision, text)]);
}

/** Fetches what sets derived texts. */
async function bringDerived(): Promise<DerivedSettings> {
  derived ??= await import('./derived/settings.ts');
  return derived;
}

/** Does something when nothing else is to be done. */
const idly = <T>(run: () => T): Promise<T> =>
  new Promise((resolve, reject) => {
    whenIdle(() => {
      try {
        resolve(run());
      } catch (error) {
        reject(error);
      }
    });
  });

import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Markup } from '../../../shared/markup/markup.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';
import type { Revision } from '../../../shared/model/document.ts';
import { remember, remembered } from '../../frame/memory.ts';
import { whenIdle } from '../../reader/idle.ts';
import type { Face } from '../../reader/types.ts';
import type { DeskClient } from '../../store/client.ts';
import { derivationsOf } from '../../store/derivations.ts';
import { closeRows, foldsOf, type LensView } from './lens-folds.ts';
import { hasScanner, loadScanner, scannerAtHand } from './lens-scanners.ts';
import type { Reading } from './reading.ts';
import type { TextPieces } from './text-pieces.ts';

/** How a text with markup is shown. */
export type LensMode = 'reading' | 'source';

/** Longer texts, in UTF-16 code units, are shown as they are. */
const LONGEST = 1_100_000;
/** Up to so long a text is folded before it is first seen. */
const QUICK = 100_000;
const NO_FOLDS: LensView = { folds: [], styles: [] };

/** The text that is folded, and the revision of the document that it is of. */
type Opened = Pick<Reading, 'document' | 'documentId' | 'revision' | 'text' | 'client'>;

type ViewOfDerived = (text: string, derivation: Derivation) => Generator<void, LensView>;
/** What draws derived texts, once one of them has been opened. */
let derivedView: ViewOfDerived | undefined;

/** The lens on the open document: raw text, or markup folded for reading. The text itself never changes. */
export class Lens {
  readonly #readingNow: () => Opened;
  readonly #changed: () => void;
  #made: { text: TextPieces; view: LensView | undefined } | undefined;

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

  /** What is folded; nothing until a long text has been looked through. */
  get view(): LensView {
    const { text } = this.#reading;
    if (!text || this.mode === 'source') return NO_FOLDS;
    if (this.#made?.text !== text) {
      this.#made = { text, view: undefined };
      if (this.#isDerived) {
        this.#derive(text);
        return this.#made.view ?? NO_FOLDS;
      }
      const scan = this.#scannerAtHand;
      const whole = scan && text.map.length <= QUICK ? text.atHand(0, text.map.length) : undefined;
      if (scan && whole) {
        const words = whole.slice(0, text.map.length);
        this.#made.view = this.#fold(words, scan(words));
      } else void this.#foldLater(text);
    }
    return this.#made.view ?? NO_FOLDS;
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

  #fold(text: string, markup: readonly Markup[]): LensView {
    const view = foldsOf(text, markup);
    if (this.#reading.document?.mediaType !== 'text/markdown') return view;
    const styles = [...view.styles, ...closeRows(text)].sort((a, b) => a.start - b.start || b.end - a.end);
    return { ...view, styles };
  }

  /** Sets a derived text at once where all that is needed is at hand, else when it has come. */
  #derive(text: TextPieces): void {
    const { revision, client } = this.#reading;
    const derivation = derivationsOf(client).peek(revision!);
    const whole = text.map.length <= QUICK ? text.atHand(0, text.map.length) : undefined;
    if (derivedView && derivation && whole) {
      const drawing = derivedView(whole.slice(0, text.map.length), derivation);
      let step = drawing.next();
      while (!step.done) step = drawing.next();
      this.#made!.view = step.value;
    } else void this.#deriveLater(text);
  }

  async #deriveLater(text: TextPieces): Promise<void> {
    const { documentId, revision, client } = this.#reading;
    const isOpen = () => this.#made?.text === text && this.#reading.text === text;
    try {
      const [draw, derivation, whole] = await Promise.all([
        loadDerivedView(),
        derivationsOf(client).load(documentId!, revision!),
        text.whole(),
      ]);
      if (!derivation) return;
      const drawing = draw(whole, derivation);
      let step = await idly(() => drawing.next());
      while (!step.done && isOpen()) step = await idly(() => drawing.next());
      if (!step.done || !isOpen()) return;
      this.#made!.view = step.value;
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
      const view = await idly(() => (isOpen() ? this.#fold(whole, markup) : NO_FOLDS));
      if (!isOpen()) return;
      this.#made!.view = view;
      this.#changed();
    } catch {
      // The reader says what could not be fetched; folding is tried again when the text is next drawn.
      if (this.#made?.text === text) this.#made = undefined;
    }
  }
}

/** Fetches what a derived text of moderate length needs so that it is drawn as it is to be read from the first. */
export async function readyToDraw(client: DeskClient, documentId: string, revision: Revision): Promise<void> {
  if (!revision.reading.extraction || revision.length > QUICK) return;
  // Should something be missing, the text stands plain until it comes.
  await Promise.allSettled([loadDerivedView(), derivationsOf(client).load(documentId, revision)]);
}

/** Fetches what draws derived texts. */
async function loadDerivedView(): Promise<ViewOfDerived> {
  derivedView ??= (await import('./derived/view.ts')).derivedView;
  return derivedView;
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

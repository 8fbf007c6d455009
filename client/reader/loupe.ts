import type { TextLike } from '../../shared/text/text-like.ts';
import type { Folded } from './folded.ts';
import type { Place } from './hidden-place.ts';
import type { Span } from './types.ts';

/** How many UTF-16 code units are looked at on either side of an edge, and how many of them are shown. */
const REACH = 60;
const SHOWN = 14;
/** Pixels between the loupe and the line it shows. */
const GAP = 14;

/** What a finger hides while it moves an edge, shown above it: the words on either side, and the edge between them. */
export class Loupe {
  readonly #dom = document.createElement('div');
  readonly #before = document.createElement('span');
  readonly #after = document.createElement('span');

  constructor(parent: HTMLElement) {
    this.#dom.className = 'reader-loupe';
    this.#dom.hidden = true;
    const edge = document.createElement('i');
    this.#dom.append(this.#before, edge, this.#after);
    parent.append(this.#dom);
  }

  /** Shows the surroundings of `offset`, which stands at `place`; both places in client coordinates. */
  show(text: TextLike, folded: Folded, offset: number, place: Place, view: DOMRect): void {
    const words = (span: Span) =>
      folded
        .cut([span])
        .map(({ start, end }) => text.slice(start, end))
        .join('')
        .replace(/\s+/g, ' ');
    this.#before.textContent = words({ start: Math.max(0, offset - REACH), end: offset }).slice(-SHOWN);
    this.#after.textContent = words({ start: offset, end: Math.min(text.length, offset + REACH) }).slice(
      0,
      SHOWN,
    );
    this.#dom.hidden = false;
    const { width, height } = this.#dom.getBoundingClientRect();
    const left = Math.min(Math.max(view.left + 4, place.left - width / 2), view.right - width - 4);
    const above = place.top - height - GAP;
    this.#dom.style.left = `${left}px`;
    this.#dom.style.top = `${above >= view.top ? above : place.bottom + GAP * 4}px`;
  }

  hide(): void {
    this.#dom.hidden = true;
  }
}

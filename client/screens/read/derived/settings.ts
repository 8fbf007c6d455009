import { pieceAt, pieceSpan } from '../../../../shared/text/layout.ts';
import type { WholeSetting } from '../../../reader/setting.ts';
import type { Fold, Style, TableRow, TextSetting } from '../../../reader/types.ts';
import type { KnownDerivation } from '../../../store/derivations/known-derivation.ts';
import type { TextPieces } from '../text-pieces.ts';
import { LOOK, settingOf } from './view.ts';

export { settingOf };

/** How a long derived text is set, piece by piece as they are asked for. */
export class PieceSettings implements TextSetting {
  readonly isPlain = false;
  readonly look = LOOK;
  readonly #text: TextPieces;
  readonly #derivation: KnownDerivation;
  readonly #pieces = new Map<number, WholeSetting>();
  readonly #coming = new Map<number, Promise<void>>();

  constructor(text: TextPieces, derivation: KnownDerivation) {
    this.#text = text;
    this.#derivation = derivation;
  }

  has(start: number, end: number): boolean {
    return this.#numbers(start, end).every(piece => this.#pieces.has(piece));
  }

  async load(start: number, end: number): Promise<void> {
    await Promise.all(this.#numbers(start, end).map(piece => this.#load(piece)));
  }

  *folds(start: number, end: number): Generator<Fold> {
    for (const setting of this.#touching(start, end)) yield* setting.folds(start, end);
  }

  *styles(start: number, end: number): Generator<Style> {
    for (const setting of this.#touching(start, end)) yield* setting.styles(start, end);
  }

  *cuts(start: number, end: number): Generator<number> {
    for (const setting of this.#touching(start, end)) yield* setting.cuts(start, end);
  }

  row(start: number): TableRow | undefined {
    return this.#pieces.get(pieceAt(this.#text.map, start))?.row(start);
  }

  #numbers(start: number, end: number): number[] {
    const { map } = this.#text;
    const first = pieceAt(map, start);
    const last = Math.max(first, pieceAt(map, Math.max(start, end - 1)));
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  #touching(start: number, end: number): WholeSetting[] {
    return this.#numbers(start, end).flatMap(piece => this.#pieces.get(piece) ?? []);
  }

  #load(piece: number): Promise<void> {
    if (this.#pieces.has(piece)) return Promise.resolve();
    let coming = this.#coming.get(piece);
    if (!coming) {
      coming = this.#make(piece).finally(() => this.#coming.delete(piece));
      this.#coming.set(piece, coming);
    }
    return coming;
  }

  async #make(piece: number): Promise<void> {
    const span = pieceSpan(this.#text.map, piece);
    const [words, excerpt] = await Promise.all([this.#text.load(piece), this.#derivation.excerpt(span)]);
    this.#pieces.set(piece, settingOf(words, span.start, excerpt, span.end === this.#text.map.length));
  }
}

import type { Span } from '../../text/text-like.ts';
import { shownPieces } from '../markup.ts';

/** A text as a reader sees it, and where each of its characters stands in the raw text. */
export class Sight {
  readonly text: string;
  /** Links and bold words, as spans of what is seen. */
  readonly links: readonly Span[];
  readonly bold: readonly Span[];
  readonly #origins: readonly number[];
  readonly #length: number;

  constructor(raw: string) {
    const origins: number[] = [];
    const links: Span[] = [];
    const bold: Span[] = [];
    let seen = '';
    let boldFrom = -1;
    for (const { shown, start, end } of shownPieces(raw)) {
      const piece = raw.slice(start, end);
      const at = Math.max(0, piece.lastIndexOf(shown));
      const from = seen.length;
      for (let i = 0; i < shown.length; i++) origins.push(start + at + i);
      seen += shown;
      if (piece.startsWith('[[') && shown !== '') links.push({ start: from, end: seen.length });
      if (piece !== "'''" && piece !== "'''''") continue;
      // A text may be cut inside bold words: what stands beside a marker says whether it begins or ends them.
      if (/^[\s<]|^$/.test(raw.slice(end, end + 1))) {
        bold.push({ start: Math.max(0, boldFrom), end: from });
        boldFrom = -1;
      } else if (boldFrom < 0) boldFrom = from;
      else {
        bold.push({ start: boldFrom, end: from });
        boldFrom = -1;
      }
    }
    this.text = seen;
    this.links = links;
    this.bold = bold;
    this.#origins = origins;
    this.#length = raw.length;
  }

  /** @returns where a stretch of what is seen stands in the raw text, without the mark-up at its ends */
  raw({ start, end }: Span): Span {
    return { start: this.#origins[start]!, end: this.#origins[end - 1]! + 1 };
  }

  /** @returns the raw text that a stretch of what is seen lies in, up to what is seen beside it: with all mark-up */
  rawAround({ start, end }: Span): Span {
    const before = this.#origins[start - 1];
    return { start: before === undefined ? 0 : before + 1, end: this.#origins[end] ?? this.#length };
  }
}

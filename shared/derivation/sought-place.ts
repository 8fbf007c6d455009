import type { Derivation, Stretch } from '../model/derivation.ts';
import { pagesOf } from './landmarks.ts';

/** A place of the original that somebody asks for. */
export type SoughtPlace =
  | { readonly kind: 'page'; readonly name: string }
  /** Milliseconds. */
  | { readonly kind: 'time'; readonly at: number }
  | { readonly kind: 'row' | 'paragraph'; readonly number: number };

// In the languages of the interface, with and without a stop.
const PAGE = /^(?:p|pp|page|pág|página|с|стр|страница)(?:\.\s*|\s+|(?=\d))(\S{1,40})$/iu;
const ROW = /^(?:row|fila|строка|ligne)\.?\s*(\d{1,9})$/iu;
const PARAGRAPH = /^(?:¶|para|paragraph|párrafo|абзац|paragraphe)\.?\s*(\d{1,9})$/iu;
const TIME = /^(?:(\d{1,3}):)?([0-5]?\d):([0-5]\d)(?:[.,]\d{1,3})?$/;

/** Reads `p. 12`, `01:02:03`, `row 5` or `¶ 7`; undefined where words ask for no place. */
export function soughtPlace(words: string): SoughtPlace | undefined {
  const asked = words.trim();
  const page = PAGE.exec(asked)?.[1];
  if (page !== undefined) return { kind: 'page', name: page };
  const row = ROW.exec(asked)?.[1];
  if (row !== undefined) return { kind: 'row', number: Number(row) };
  const paragraph = PARAGRAPH.exec(asked)?.[1];
  if (paragraph !== undefined) return { kind: 'paragraph', number: Number(paragraph) };
  const time = TIME.exec(asked);
  if (!time) return undefined;
  const [, hours = '0', minutes, seconds] = time;
  return { kind: 'time', at: ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 };
}

/**
 * Finds a place in a derived text. A page is sought by what is printed on it, then by its count; a time is where it is
 * said, or what is said next.
 * @returns the offset where it begins, UTF-16 code units; undefined where there is no such place
 */
export function offsetOf(derivation: Derivation, sought: SoughtPlace): number | undefined {
  const stretch = (fits: (stretch: Stretch) => boolean) => derivation.stretches.find(fits)?.start;
  switch (sought.kind) {
    case 'page': {
      const pages = pagesOf(derivation);
      const name = sought.name.toLowerCase();
      const found =
        pages.find(({ page }) => page.label?.toLowerCase() === name) ??
        pages.find(({ page }) => String(page.page) === name);
      return found?.start;
    }
    case 'time':
      return stretch(({ at }) => at.time !== undefined && at.time[1] > sought.at);
    case 'row':
      return stretch(({ at }) => at.row === sought.number);
    case 'paragraph':
      return stretch(({ at }) => at.paragraph === sought.number);
  }
}

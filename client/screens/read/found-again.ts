import type { Span } from '../../../shared/text/text-like.ts';
import type { TextPieces } from './text-pieces.ts';

/** So far on either side of where it stood a stretch is looked for, in UTF-16 code units. */
const NEAR = 30_000;
/** Of a long stretch, so much is looked for. */
const MOST = 400;
/** So much of what stands around words is looked for with them at first. */
const AROUND = 24;

/** Stands where the hand and the eye were in a text, so that another text can be shown at the same words. */
export interface Kept {
  readonly top: Span & { readonly words: string };
  readonly selected:
    | (Span & { readonly words: string; readonly before: string; readonly after: string })
    | undefined;
}

/** @returns what is to be found again, as far as it is at hand */
export function keep(text: TextPieces, top: number, selection: Span): Kept {
  const end = Math.min(text.map.length, top + 120);
  const words = text.atHand(top, end)?.slice(top, end) ?? '';
  return { top: { start: top, end, words }, selected: keepSelection(text, selection) };
}

function keepSelection(text: TextPieces, { start, end }: Span): Kept['selected'] {
  const seen = end > start && end - start <= MOST ? text.atHand(start - AROUND, end + AROUND) : undefined;
  if (!seen) return undefined;
  return {
    start,
    end,
    words: seen.slice(start, end),
    before: seen.slice(Math.max(0, start - AROUND), start),
    after: seen.slice(end, end + AROUND),
  };
}

/**
 * Finds in another text where the view and the selection were, by their words and near where they stood. It is for the
 * eye only: no claim is placed by it.
 * @returns where to begin, and what to select; nothing where the selected words are not found beside the same words
 */
export async function foundAgain(
  text: TextPieces,
  kept: Kept,
): Promise<{ top: number; selection: Span | undefined }> {
  const { length } = text.map;
  const from = Math.max(0, kept.top.start - NEAR);
  const near = await text.around(from, Math.min(length, kept.top.start + NEAR));
  const words = near.slice(from, Math.min(length, kept.top.start + NEAR));
  const at = nearest(words, kept.top.words, kept.top.start - from);
  const top = at < 0 ? Math.min(kept.top.start, Math.max(0, length - 1)) : from + at;
  const { selected } = kept;
  if (!selected) return { top, selection: undefined };
  const whole = nearest(words, selected.before + selected.words + selected.after, selected.start - from);
  if (whole < 0) return { top, selection: undefined };
  const start = from + whole + selected.before.length;
  return { top, selection: { start, end: start + selected.words.length } };
}

/** @returns where words begin in a text, the nearest such place to an offset, or -1 */
function nearest(text: string, words: string, to: number): number {
  if (words === '') return -1;
  const after = text.indexOf(words, Math.max(0, to));
  const before = text.lastIndexOf(words, Math.max(0, to));
  if (after < 0 || before < 0) return Math.max(after, before);
  return after - to < to - before ? after : before;
}

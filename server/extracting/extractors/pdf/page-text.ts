import { regionsOf } from './columns.ts';
import { joinOf } from './hyphens.ts';
import { isOfCells, linesOf } from './lines.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import type { Turned } from './piece.ts';

/** More pieces are no page to read but a drawing; they are read from top to bottom without looking for columns. */
const MOST_PIECES = 20_000;

/** @returns the paragraphs of a page in reading order; text at other angles comes after the page's own */
export function paragraphsOfPage(angles: readonly Turned[]): Paragraph[] {
  return angles.flatMap(({ pieces }) => {
    const regions = pieces.length > MOST_PIECES ? [pieces] : regionsOf(pieces);
    const paragraphs: Paragraph[] = [];
    for (const region of regions) {
      const [first, ...rest] = paragraphsOf(linesOf(region));
      const last = paragraphs.at(-1);
      if (last && first && goesOn(last, first))
        paragraphs[paragraphs.length - 1] = { ...last, lines: [...last.lines, ...first.lines] };
      else if (first) paragraphs.push(first);
      paragraphs.push(...rest);
    }
    return paragraphs;
  });
}

/** Whether a paragraph at the foot of a column or page goes on at the top of the next one: with a word in lower case. */
export function goesOn(last: Paragraph, next: Paragraph): boolean {
  const [end, begin] = [last.lines.at(-1)!, next.lines[0]!];
  const isOne = Math.abs(last.size - next.size) < 0.1 * last.size;
  return (
    isOne &&
    !isOfCells(end) &&
    !isOfCells(begin) &&
    /^\p{Ll}/u.test(begin.text) &&
    (/[\p{L}\p{M},]$/u.test(end.text) || joinOf(end.text, begin.text).drop === 1)
  );
}

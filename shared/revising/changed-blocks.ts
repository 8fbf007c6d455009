import { splitsPair } from '../text/text-like.ts';
import type { Alignment, Gap } from './alignment.ts';

/** A run of text within a changed block: what both texts have, what went, or what came. */
export interface Part {
  readonly is: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Lines within which something differs. Lines are counted from 1, in the former and in the new text. */
export interface ChangedBlock {
  readonly beforeLine: number;
  readonly line: number;
  readonly parts: readonly Part[];
}

/** Longest run that is shown whole, in UTF-16 code units. */
const LONGEST_SAME = 80;
const LONGEST_OTHER = 2000;
const LEFT_OUT = ' … ';

/**
 * The blocks of an alignment as they are shown to people: what went before what came, long runs with their middle left
 * out.
 * @param most blocks from the beginning
 */
export function changedBlocks(alignment: Alignment, most: number): ChangedBlock[] {
  const { before, after, blocks, gaps } = alignment;
  const lines = { before: new LineCounter(before), after: new LineCounter(after) };
  let next = 0;
  return blocks.slice(0, most).map(block => {
    const within: Gap[] = [];
    while (next < gaps.length && isWithin(gaps[next]!, block)) within.push(gaps[next++]!);
    return {
      beforeLine: lines.before.lineAt(block.before.start),
      line: lines.after.lineAt(block.after.start),
      parts: partsOf(alignment, block, within),
    };
  });
}

const isWithin = (gap: Gap, block: Gap): boolean =>
  gap.before.end <= block.before.end && gap.after.end <= block.after.end;

function partsOf({ before, after }: Alignment, block: Gap, gaps: readonly Gap[]): Part[] {
  const parts: Part[] = [];
  const add = (is: Part['is'], text: string, longest: number) => {
    if (text !== '') parts.push({ is, text: shortened(text, longest) });
  };
  let at = block.after.start;
  for (const gap of gaps) {
    add('same', after.slice(at, gap.after.start), LONGEST_SAME);
    add('gone', before.slice(gap.before.start, gap.before.end), LONGEST_OTHER);
    add('come', after.slice(gap.after.start, gap.after.end), LONGEST_OTHER);
    at = gap.after.end;
  }
  add('same', after.slice(at, block.after.end), LONGEST_SAME);
  return parts;
}

/** Leaves out the middle, from the end of one word to the beginning of another where there are any. */
function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const half = longest >> 1;
  const head = text.slice(0, splitsPair(text, half) ? half - 1 : half);
  const tail = text.slice(text.length - (splitsPair(text, text.length - half) ? half - 1 : half));
  const wholeHead = head.replace(/\S{1,24}$/u, '');
  const wholeTail = tail.replace(/^\S{1,24}/u, '');
  return (wholeHead || head).trimEnd() + LEFT_OUT + (wholeTail || tail).trimStart();
}

/** Counts lines forward through a text, asked for offsets in order. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  lineAt(offset: number): number {
    for (let end = this.#text.indexOf('\n', this.#at); end >= 0 && end < offset; ) {
      this.#line++;
      this.#at = end + 1;
      end = this.#text.indexOf('\n', this.#at);
    }
    return this.#line;
  }
}

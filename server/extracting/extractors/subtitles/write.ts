import { addPieces, type Piece } from '../../pieces.ts';
import { TextBuilder } from '../../text-builder.ts';
import type { Cue, SubtitleFormat } from './read-cues.ts';
import { readWords, type Said, type Words } from './read-words.ts';

/** How cues become lines: sentences that run over several joined as they are spoken, or each as it is shown. */
export type Join = 'paragraphs' | 'cues';

/** A silence after which somebody begins anew, in milliseconds. */
const PAUSE = 2000;
/** A paragraph of this length ends with its sentence; one of the second ends with any cue. */
const LONG = 500;
const TOO_LONG = 2000;
const SENTENCE_ENDS = /[.!?…。！？।؟][\s"'”’»)\]]*$/u;
/** Writing that has no spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}、。！？]/u;

/** Something said in one cue by one voice. */
interface Saying extends Said {
  readonly time: readonly [number, number];
}

/** Writes cues as text; each is a stretch with its times. */
export function writeCues(
  cues: readonly Cue[],
  format: SubtitleFormat,
  join: Join,
): { builder: TextBuilder; repeated: number } {
  const builder = new TextBuilder();
  const said = cues.flatMap(({ time, lines }) =>
    readWords(lines, format).map((one): Saying => ({ ...one, time, words: trimmed(one.words) })),
  );
  const { sayings, repeated } = join === 'paragraphs' ? withoutRepeats(said) : { sayings: said, repeated: 0 };
  let paragraph: Saying[] = [];
  let length = 0;
  for (const saying of sayings) {
    const last = paragraph.at(-1);
    if (last && (join === 'cues' || begins(saying, last, length))) {
      write(builder, paragraph, join);
      paragraph = [];
      length = 0;
    }
    paragraph.push(saying);
    length += textOf(saying).length;
  }
  if (paragraph.length > 0) write(builder, paragraph, join);
  return { builder, repeated };
}

/** Whether something said begins a paragraph of its own. */
function begins(saying: Saying, last: Saying, length: number): boolean {
  if (saying.speaker !== last.speaker) return true;
  if (saying.time[0] - last.time[1] >= PAUSE) return true;
  // Two people in one cue are told apart by dashes.
  if (/^[-–—]\s?\S/.test(textOf(saying))) return true;
  return length >= TOO_LONG || (length >= LONG && SENTENCE_ENDS.test(textOf(last)));
}

function write(builder: TextBuilder, paragraph: readonly Saying[], join: Join): void {
  const { speaker } = paragraph[0]!;
  builder.lines(join === 'cues' ? 1 : 2);
  builder.open({ kind: 'cue', ...(speaker === undefined ? {} : { speaker }) });
  let before = '';
  for (const { words, time } of paragraph) {
    const first = words[0]?.text ?? '';
    if (before !== '' && !(UNSPACED.test(before) && UNSPACED.test(first[0] ?? ''))) builder.mark(' ');
    addPieces(
      builder,
      words
        .filter((word, i) => !endsLineOnly(word, words[i - 1], words[i + 1]))
        .map(word => pieceOf(word, time)),
    );
    before = words.at(-1)?.text.slice(-1) ?? '';
  }
  builder.close();
}

/** Whether a line feed is nothing that is said, since there would be no space between the words. */
const endsLineOnly = ({ text }: Words, before: Words | undefined, after: Words | undefined): boolean =>
  text === '\n' && UNSPACED.test(before?.text.at(-1) ?? '') && UNSPACED.test(after?.text[0] ?? '');

function pieceOf({ text, from, to, strong, emphasis }: Words, [begin, end]: Saying['time']): Piece {
  return {
    // Where a line of a cue ends is of the screen, not of what is said.
    text: text.replaceAll('\n', ' '),
    at: { from, to, time: [begin, end] },
    inlines: [
      ...(strong ? [{ kind: 'strong' } as const] : []),
      ...(emphasis ? [{ kind: 'emphasis' } as const] : []),
    ],
  };
}

const textOf = ({ words }: Said): string => words.map(({ text }) => text).join('');

/** Words without white space at the beginning and end of them all. */
function trimmed(words: readonly Words[]): Words[] {
  const kept = [...words];
  while (kept[0]) {
    const first = kept[0];
    const text = first.text.trimStart();
    if (text === '') {
      kept.shift();
      continue;
    }
    // An entity stands for its source as a whole; there is no white space to take from it.
    if (text.length < first.text.length) kept[0] = { ...first, text, from: first.to - text.length };
    break;
  }
  while (kept.length > 0) {
    const last = kept.at(-1)!;
    const text = last.text.trimEnd();
    if (text === '') {
      kept.pop();
      continue;
    }
    if (text.length < last.text.length)
      kept[kept.length - 1] = { ...last, text, to: last.from + text.length };
    break;
  }
  return kept;
}

/** Captions that roll up show each line again below the next; so many of the cues do so where a file has such captions. */
const ROLLING = 0.25;
const FEWEST = 5;
/** Cues that follow one another at once, in milliseconds. */
const TOUCHING = 100;

/** Leaves out lines that captions only show again. */
function withoutRepeats(sayings: readonly Saying[]): { sayings: readonly Saying[]; repeated: number } {
  let repeated = 0;
  let shown: string | undefined;
  let until = Number.NEGATIVE_INFINITY;
  const kept: Saying[] = [];
  for (const saying of sayings) {
    const lines = splitLines(saying.words);
    const again = saying.time[0] - until <= TOUCHING && lines[0] !== undefined && textIn(lines[0]) === shown;
    if (again) repeated++;
    const left = again ? lines.slice(1) : lines;
    until = saying.time[1];
    shown = textIn(lines.at(-1) ?? []);
    if (left.length > 0) kept.push({ ...saying, words: trimmed(left.flat()) });
  }
  const rolls = repeated >= FEWEST && repeated >= sayings.length * ROLLING;
  return rolls ? { sayings: kept, repeated } : { sayings, repeated: 0 };
}

const textIn = (words: readonly Words[]): string =>
  words
    .map(({ text }) => text)
    .join('')
    .trim();

/** Words line by line, each line but the first with the line feed before it. */
function splitLines(words: readonly Words[]): Words[][] {
  const lines: Words[][] = [[]];
  for (const word of words) {
    if (word.text === '\n') lines.push([]);
    lines.at(-1)!.push(word);
  }
  return lines.filter(line => textIn(line) !== '');
}

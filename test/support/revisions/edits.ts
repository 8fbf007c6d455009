/** A text under edit, which knows of every UTF-16 unit where it stood at first; -1 for what was put in. */
export interface Edited {
  readonly text: string;
  readonly origins: Int32Array;
}

/** One edit; `at` and `other` say where, as shares of the text from 0 to 1, `pick` which of several ways. */
export interface Edit {
  readonly kind: keyof typeof kinds;
  readonly at: number;
  readonly other: number;
  readonly pick: number;
}

export const unedited = (text: string): Edited => ({
  text,
  origins: Int32Array.from({ length: text.length }, (_, i) => i),
});

export const applyEdits = (text: string, edits: readonly Edit[]): Edited =>
  edits.reduce((edited, edit) => kinds[edit.kind](edited, edit), unedited(text));

interface Part {
  readonly start: number;
  readonly end: number;
}

const put = [
  'not',
  'never',
  'allegedly',
  'не',
  'no',
  'ne pas',
  'according to critics',
  '12',
  'more than',
  'the former',
  'Moscow',
  'Ivanov',
  'и другие',
  '👩‍👩‍👧',
  'Zürich',
];

const spliced = ({ text, origins }: Edited, { start, end }: Part, words: string): Edited => {
  const made = new Int32Array(origins.length - (end - start) + words.length).fill(-1);
  made.set(origins.subarray(0, start));
  made.set(origins.subarray(end), start + words.length);
  return { text: text.slice(0, start) + words + text.slice(end), origins: made };
};

/** Takes a part out and puts it in before `to`, which lies outside of it. */
const moved = ({ text, origins }: Edited, { start, end }: Part, to: number): Edited => {
  const order =
    to <= start
      ? [
          [0, to],
          [start, end],
          [to, start],
          [end, text.length],
        ]
      : [
          [0, start],
          [end, to],
          [start, end],
          [to, text.length],
        ];
  const made = new Int32Array(origins.length);
  let at = 0;
  for (const [from, until] of order) {
    made.set(origins.subarray(from!, until!), at);
    at += until! - from!;
  }
  return { text: order.map(([from, until]) => text.slice(from!, until!)).join(''), origins: made };
};

const partsOf = (text: string, pattern: RegExp): Part[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
const chosen = (parts: readonly Part[], share: number): Part | undefined =>
  parts[Math.min(parts.length - 1, Math.floor(share * parts.length))];

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const NAMES = /\p{Lu}[\p{Ll}\p{M}]{2,}/gu;
const NUMBERS = /\p{N}+/gu;
const LINES = /[^\r\n]*(?:\r\n|[\r\n])|[^\r\n]+$/g;
const PARAGRAPHS = /(?:[^\r\n]+(?:\r\n|[\r\n]|$))+(?:\r\n|[\r\n])*/g;
const SENTENCES = /[^.!?\r\n]+[.!?]+ */g;

const onOne =
  (pattern: RegExp, change: (words: string, edit: Edit) => string) =>
  (edited: Edited, edit: Edit): Edited => {
    const part = chosen(partsOf(edited.text, pattern), edit.at);
    if (!part) return edited;
    const words = edited.text.slice(part.start, part.end);
    const made = change(words, edit);
    return made === words ? edited : spliced(edited, part, made);
  };

/** Changes letters one by one, so that what stays the same keeps its place. */
const onLetters =
  (pattern: RegExp, letters: RegExp, change: (letter: string, pick: number) => string) =>
  (edited: Edited, edit: Edit): Edited => {
    const line = chosen(partsOf(edited.text, pattern), edit.at);
    if (!line) return edited;
    const within = partsOf(edited.text.slice(line.start, line.end), letters).reverse();
    return within.reduce((now, { start, end }) => {
      const part = { start: line.start + start, end: line.start + end };
      const letter = now.text.slice(part.start, part.end);
      const made = change(letter, edit.pick);
      return made === letter ? now : spliced(now, part, made);
    }, edited);
  };

const movedPart =
  (pattern: RegExp) =>
  (edited: Edited, { at, other }: Edit): Edited => {
    const parts = partsOf(edited.text, pattern);
    const part = chosen(parts, at);
    const target = chosen(parts, other);
    if (!part || !target || part === target) return edited;
    return moved(edited, part, target.start);
  };

const swapped =
  (pattern: RegExp) =>
  (edited: Edited, { at, other }: Edit): Edited => {
    const parts = partsOf(edited.text, pattern);
    const [one, two] = [chosen(parts, Math.min(at, other)), chosen(parts, Math.max(at, other))];
    if (!one || !two || one === two) return edited;
    const [first, second] = [one, two].map(({ start, end }) => edited.text.slice(start, end));
    return spliced(spliced(edited, two, first!), one, second!);
  };

const curly = (quote: string, pick: number): string =>
  quote === '"' ? ['“', '”', '«', '„'][pick % 4]! : quote === "'" ? '’' : '"';

/** A name or word with one letter changed: another person's, or another word. */
function lookAlike(word: string, { pick }: Edit): string {
  const letters = [...word];
  const at = 1 + (pick % Math.max(1, letters.length - 1));
  const vowels = 'aeiouаеиоу';
  const found = vowels.indexOf((letters[at] ?? '').toLowerCase());
  letters[Math.min(at, letters.length - 1)] = found >= 0 ? vowels[(found + 1) % vowels.length]! : 'n';
  return letters.join('');
}

/** Every kind of edit that the corpus makes. */
export const kinds = {
  insert: onOne(WORDS, (word, { pick }) =>
    pick % 2 ? `${word} ${put[pick % put.length]}` : `${put[pick % put.length]} ${word}`,
  ),
  delete: onOne(/[\p{L}\p{N}\p{M}]+ ?/gu, () => ''),
  replace: onOne(WORDS, (_, { pick }) => put[pick % put.length]!),
  lookAlike: onOne(NAMES, lookAlike),
  number: onOne(NUMBERS, (digits, { pick }) => String((Number(digits.slice(0, 9)) || 0) + 1 + (pick % 30))),
  deleteLine: onOne(LINES, () => ''),
  deleteSentence: onOne(SENTENCES, () => ''),
  duplicateLine: onOne(LINES, line => line + line),
  duplicateElsewhere: (edited: Edited, { at, other }: Edit): Edited => {
    const lines = partsOf(edited.text, LINES);
    const line = chosen(lines, at);
    const target = chosen(lines, other);
    if (!line || !target) return edited;
    return spliced(
      edited,
      { start: target.start, end: target.start },
      edited.text.slice(line.start, line.end),
    );
  },
  /** A line goes, and one like it comes elsewhere. */
  impostor: (edited: Edited, edit: Edit): Edited => {
    const line = chosen(partsOf(edited.text, LINES), edit.at);
    if (!line) return edited;
    const words = edited.text.slice(line.start, line.end).replace(NAMES, name => lookAlike(name, edit));
    const without = spliced(edited, line, '');
    const target = chosen(partsOf(without.text, LINES), edit.other);
    return target ? spliced(without, { start: target.start, end: target.start }, words) : without;
  },
  moveLine: movedPart(LINES),
  moveParagraph: movedPart(PARAGRAPHS),
  moveSentence: movedPart(SENTENCES),
  swapNames: swapped(NAMES),
  swapNumbers: swapped(NUMBERS),
  swapLines: swapped(LINES),
  quotes: onLetters(PARAGRAPHS, /["'“”«»’]/g, curly),
  spaces: onLetters(LINES, / /g, (_, pick) => ['  ', '\u00a0', '\u2009'][pick % 3]!),
  decompose: onLetters(PARAGRAPHS, /[^\p{ASCII}]/gu, letter => letter.normalize('NFD')),
  upper: onLetters(LINES, /\p{Ll}/gu, letter => letter.toUpperCase()),
  ends: (edited: Edited): Edited =>
    partsOf(edited.text, /\r?\n/g)
      .reverse()
      .reduce((now, part) => (part.end - part.start === 2 ? now : spliced(now, part, '\r\n')), edited),
} satisfies Record<string, (edited: Edited, edit: Edit) => Edited>;

export const editKinds = Object.keys(kinds) as (keyof typeof kinds)[];

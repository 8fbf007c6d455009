import { ownChoice } from '../../shared/derivation/own-values.ts';
import { type Remark, remark } from '../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../shared/model/derivation.ts';
import { type Choice, Unextractable } from './extractor.ts';
import { MOST_PARTS } from './limits.ts';
import type { TextBuilder } from './text-builder.ts';

const LONGEST_LABEL = 60;

/** One of the texts that a file holds. */
export interface PartText {
  /** Counted from 1: a row, or the text itself among others. */
  readonly number: number;
  /** How it begins. */
  readonly beginning: string;
}

/** Which texts of a file are wanted: all of them together, or one. */
export interface ChosenTexts<T extends PartText> {
  readonly texts: readonly T[];
  /** Whether it is one of several. */
  readonly isOne: boolean;
  readonly options: ExtractionOptions;
  readonly choices: readonly Choice[];
  readonly remarks: readonly Remark[];
}

/** The choice among the texts of a file; it is the same for each of them. */
const partChoices = new WeakMap<readonly PartText[], Choice>();

/**
 * Takes all texts of a file together or one of them, as the options say: `rows` is `together` or `each`, and then
 * `part` the number of one.
 * @throws Unextractable where there is no text of that number
 */
export function chooseTexts<T extends PartText>(
  texts: readonly T[],
  { rows, part }: ExtractionOptions,
): ChosenTexts<T> {
  if (texts.length < 2) return { texts, isOne: false, options: {}, choices: [], remarks: [] };
  const isEach = rows === 'each';
  const isFew = texts.length <= MOST_PARTS;
  const choice = ownChoice('rows', ['together', 'each']);
  const offered = isEach || isFew ? [choice] : [];
  const remarks = isFew ? [] : [remark('too-many-texts', { count: texts.length, most: MOST_PARTS })];
  if (!isEach) return { texts, isOne: false, options: { rows: 'together' }, choices: offered, remarks };
  const one = part === undefined ? texts[0] : texts.find(({ number }) => number === Number(part));
  if (!one) throw new Unextractable(`There is no text number ${part} in this file.`);
  let parts = partChoices.get(texts);
  if (!parts) {
    const values = texts.slice(0, MOST_PARTS).map(({ number, beginning }) => ({
      value: number,
      label: `${number}. ${shortened(beginning)}`,
    }));
    parts = { name: 'part', values };
    partChoices.set(texts, parts);
  }
  return {
    texts: [one],
    isOne: true,
    options: { rows: 'each', part: one.number },
    choices: [choice, parts],
    remarks,
  };
}

/** @returns a title from a file's name: what is between folder and ending; the texts themselves tell none of them all */
export function titleFrom(name: string | undefined): { title?: string } {
  const title = (name ?? '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.\w{1,8}$/, '')
    .replaceAll('_', ' ')
    .trim();
  return title === '' ? {} : { title };
}

function shortened(text: string): string {
  const plain = text
    .slice(0, 4 * LONGEST_LABEL)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...plain];
  return characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…` : plain;
}

/** A run of a text; a line break is `\n`. `from` and `to` are units of the file. */
export interface Segment {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** @returns segments without white space at the beginning and end of them all */
export function trimSegments(segments: readonly Segment[]): Segment[] {
  let first = 0;
  let last = segments.length;
  while (first < last && segments[first]!.text.trim() === '') first++;
  while (last > first && segments[last - 1]!.text.trim() === '') last--;
  const kept = segments.slice(first, last);
  if (kept[0]) {
    const { text, to } = kept[0];
    const rest = text.trimStart();
    if (rest.length < text.length) kept[0] = { text: rest, from: to - rest.length, to };
    const end = kept.at(-1)!;
    const until = end.text.trimEnd();
    if (until.length < end.text.length)
      kept[kept.length - 1] = { text: until, from: end.from, to: end.from + until.length };
  }
  return kept;
}

/** Adds a text whose lines are paragraphs, with a blank line before it. */
export function addText(
  builder: TextBuilder,
  segments: readonly Segment[],
  at: Readonly<Parameters<TextBuilder['add']>[1]>,
): void {
  let open = false;
  builder.lines(2);
  for (const { text, from, to } of segments) {
    if (text === '\n' && open) {
      builder.close();
      open = false;
    } else if (text !== '\n' && !open) {
      builder.open({ kind: 'paragraph' });
      open = true;
    }
    builder.add(text, { ...at, from, to });
  }
  if (open) builder.close();
}

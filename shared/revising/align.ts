import type { Alignment, Gap, Stretch } from './alignment.ts';
import { LineReader, type Lines } from './lines.ts';
import { Matcher, matchSequences } from './match-sequences.ts';
import { Tokenizer, Vocabulary } from './tokens.ts';

/**
 * Lays two texts beside each other: lines first, then the words of lines that differ. Words that differ in form alone
 * (case, kind of quotation marks, dashes or spaces, Unicode form) face each other as a gap of their own. No edge cuts a
 * grapheme cluster. Time and memory grow nearly linearly with the length of the texts, whatever they are.
 */
export function align(before: string, after: string): Alignment {
  if (before === after) return whole(before, after);
  const reader = new LineReader();
  const a = reader.read(before);
  const b = reader.read(after);
  const seams = new Seams(before, after);
  const words = new Words(before, after, a, b);
  let fromA = 0;
  let fromB = 0;
  matchSequences(a.ids, b.ids, reader.size, (atA, atB, length) => {
    words.add(fromA, atA, fromB, atB);
    for (let i = 0; i < length; i++) words.same(atA + i, atB + i);
    fromA = atA + length;
    fromB = atB + length;
  });
  words.add(fromA, a.ids.length, fromB, b.ids.length);
  words.match(seams);
  return { before, after, ...seams.close(), blocks: words.blocks };
}

function whole(before: string, after: string): Alignment {
  const stretches = before === '' ? [] : [{ before: 0, after: 0, length: before.length }];
  return { before, after, stretches, gaps: [], blocks: [] };
}

/** Collects stretches in order, joins those that meet, and finds the gaps between them. */
class Seams {
  readonly #before: string;
  readonly #after: string;
  readonly #stretches: Stretch[] = [];
  #at = { before: 0, after: 0, length: 0 };

  constructor(before: string, after: string) {
    this.#before = before;
    this.#after = after;
  }

  add(before: number, after: number, length: number): void {
    if (length === 0) return;
    const { before: b, after: a, length: l } = this.#at;
    if (b + l === before && a + l === after) this.#at.length += length;
    else {
      if (l > 0) this.#stretches.push(this.#at);
      this.#at = { before, after, length };
    }
  }

  close(): { stretches: Stretch[]; gaps: Gap[] } {
    if (this.#at.length > 0) this.#stretches.push(this.#at);
    const gaps: Gap[] = [];
    let b = 0;
    let a = 0;
    const upTo = (before: number, after: number) => {
      if (before > b || after > a)
        gaps.push({ before: { start: b, end: before }, after: { start: a, end: after } });
    };
    for (const { before, after, length } of this.#stretches) {
      upTo(before, after);
      b = before + length;
      a = after + length;
    }
    upTo(this.#before.length, this.#after.length);
    return { stretches: this.#stretches, gaps };
  }
}

/** The lines that differ, and the words in them. */
class Words {
  readonly #before: string;
  readonly #after: string;
  readonly #a: Lines;
  readonly #b: Lines;
  readonly #inA: Tokenizer;
  readonly #inB: Tokenizer;
  readonly #vocabulary = new Vocabulary();
  /** For runs of lines: start in both and length where they are the same; else tokens from and to in both. */
  readonly #steps: { readonly same: boolean; readonly of: readonly [number, number, number, number] }[] = [];
  readonly blocks: Gap[] = [];

  constructor(before: string, after: string, a: Lines, b: Lines) {
    this.#before = before;
    this.#after = after;
    this.#a = a;
    this.#b = b;
    this.#inA = new Tokenizer(before, this.#vocabulary);
    this.#inB = new Tokenizer(after, this.#vocabulary);
  }

  /** A pair of lines that say the same; their terminators may yet differ. */
  same(lineA: number, lineB: number): void {
    const start = this.#a.starts[lineA]!;
    const end = this.#a.starts[lineA + 1]!;
    const other = this.#b.starts[lineB]!;
    const otherEnd = this.#b.starts[lineB + 1]!;
    const words = this.#a.ends[lineA]! - start;
    const terminator = this.#before.slice(start + words, end);
    const alike = terminator === this.#after.slice(other + words, otherEnd);
    this.#step(start, other, alike ? end - start : words);
    if (!alike) this.#block(start, end, other, otherEnd);
  }

  #step(before: number, after: number, length: number): void {
    const last = this.#steps.at(-1);
    if (last?.same && last.of[0] + last.of[2] === before && last.of[1] + last.of[2] === after)
      this.#steps[this.#steps.length - 1] = {
        same: true,
        of: [last.of[0], last.of[1], last.of[2] + length, 0],
      };
    else this.#steps.push({ same: true, of: [before, after, length, 0] });
  }

  /** Lines of both texts that no line of the other faces. */
  add(fromA: number, toA: number, fromB: number, toB: number): void {
    if (fromA === toA && fromB === toB) return;
    this.#block(this.#a.starts[fromA]!, this.#a.starts[toA]!, this.#b.starts[fromB]!, this.#b.starts[toB]!);
    if (fromA === toA || fromB === toB) return;
    const [a, b] = [this.#inA.length, this.#inB.length];
    for (let i = fromA; i < toA; i++) this.#inA.add(this.#a.starts[i]!, this.#a.starts[i + 1]!);
    for (let i = fromB; i < toB; i++) this.#inB.add(this.#b.starts[i]!, this.#b.starts[i + 1]!);
    this.#steps.push({ same: false, of: [a, this.#inA.length, b, this.#inB.length] });
  }

  #block(start: number, end: number, otherStart: number, otherEnd: number): void {
    const last = this.blocks.at(-1);
    const joins = last && last.before.end === start && last.after.end === otherStart;
    const block = {
      before: { start: joins ? last.before.start : start, end },
      after: { start: joins ? last.after.start : otherStart, end: otherEnd },
    };
    if (joins) this.blocks[this.blocks.length - 1] = block;
    else this.blocks.push(block);
  }

  match(seams: Seams): void {
    const a = this.#inA.tokens;
    const b = this.#inB.tokens;
    const matcher = new Matcher(a.form, b.form, this.#vocabulary.size, (atA, atB, length) => {
      for (let i = 0; i < length; i++)
        if (a.exact[atA + i] === b.exact[atB + i])
          seams.add(a.starts[atA + i]!, b.starts[atB + i]!, a.ends[atA + i]! - a.starts[atA + i]!);
    });
    for (const { same, of } of this.#steps)
      if (same) seams.add(of[0], of[1], of[2]);
      else matcher.within(of[0], of[1], of[2], of[3], 0);
  }
}

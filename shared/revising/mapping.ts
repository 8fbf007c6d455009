import { formOf } from '../text/form.ts';
import type { Span } from '../text/text-like.ts';
import type { Alignment, Gap, Stretch } from './alignment.ts';

/** Finds in an alignment what lies at an offset of the former text. Stretch and gap numbers count from 0. */
export class Mapping {
  readonly alignment: Alignment;
  /** 1 where the texts begin with a gap, so that gap `i` precedes stretch `i`; else gap `i` follows it. */
  readonly #lead: number;
  readonly #formOnly: Int8Array;

  constructor(alignment: Alignment) {
    this.alignment = alignment;
    const first = alignment.stretches[0];
    this.#lead = !first || first.before > 0 || first.after > 0 ? 1 : 0;
    this.#formOnly = new Int8Array(alignment.gaps.length);
  }

  /** The number of the last stretch that begins at or before an offset; -1 where none does. */
  stretchAt(offset: number): number {
    const { stretches } = this.alignment;
    let low = -1;
    let high = stretches.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (stretches[middle]!.before <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  stretch(number: number): Stretch | undefined {
    return this.alignment.stretches[number];
  }

  gap(number: number): Gap | undefined {
    return this.alignment.gaps[number];
  }

  /** The number of the gap right before a stretch; there is none where `gap` has none under it. */
  gapBefore(stretch: number): number {
    return stretch - 1 + this.#lead;
  }

  gapAfter(stretch: number): number {
    return stretch + this.#lead;
  }

  /** The number of the stretch right before a gap. */
  stretchBefore(gap: number): number {
    return gap - this.#lead;
  }

  /** Whether both sides of a gap say the same and differ in form alone: case, spaces, quotation marks, dashes. */
  isFormOnly(number: number): boolean {
    const known = this.#formOnly[number]!;
    if (known !== 0) return known === 1;
    const { before, after } = this.alignment.gaps[number]!;
    const short = before.end - before.start <= 2000 && after.end - after.start <= 2000;
    const is = short && this.#sameForm(before, after);
    this.#formOnly[number] = is ? 1 : 2;
    return is;
  }

  #sameForm(before: Span, after: Span): boolean {
    const gone = formOf(this.alignment.before.slice(before.start, before.end));
    const come = formOf(this.alignment.after.slice(after.start, after.end));
    if (gone === come) return true;
    // A space more or less says nothing beside another space.
    return gone.trim() === '' && come.trim() === '' && touchesSpace(this.alignment.after, after);
  }

  /** Where the texts face a range of the former: from what faces its first unit to what faces its last. */
  facing(range: Span): Span {
    return { start: this.#faces(range.start, 0), end: this.#faces(range.end - 1, 1) };
  }

  /** What faces a unit's beginning (`side` 0) or end (1): its own unit, or the same side of the gap that it is in. */
  #faces(offset: number, side: 0 | 1): number {
    const number = this.stretchAt(offset);
    const stretch = this.stretch(number);
    if (stretch && offset < stretch.before + stretch.length)
      return stretch.after + offset - stretch.before + side;
    const { before, after } = this.gap(this.gapAfter(number))!;
    const isEven =
      before.end - before.start === after.end - after.start && this.isFormOnly(this.gapAfter(number));
    if (isEven) return after.start + offset - before.start + side;
    return side === 0 ? after.start : after.end;
  }
}

function touchesSpace(text: string, { start, end }: Span): boolean {
  const before = start === 0 ? ' ' : text[start - 1]!;
  const after = end >= text.length ? ' ' : text[end]!;
  return /\s/.test(before) || /\s/.test(after);
}

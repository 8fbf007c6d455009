import type { Derivation } from '../model/derivation.ts';
import { type Landmark, landmarksOf } from './landmarks.ts';

/** An entry of a text's contents: where it stands (UTF-16 code units), how deep it is (from 1) and its words. */
export interface Content {
  readonly start: number;
  readonly level: number;
  readonly title: string;
  /** What it is where it is no heading: a page, a time, a row of the original. */
  readonly landmark?: Exclude<Landmark, { kind: 'heading' }>;
}

/**
 * The contents of a derived text: its headings, else pages, times or rows of its original.
 * @param text all of it
 */
export function contentsOf(text: string, derivation: Derivation): Content[] {
  const landmarks = landmarksOf(derivation);
  const top = landmarks.reduce(
    (least, one) => (one.kind === 'heading' ? Math.min(least, one.level) : least),
    6,
  );
  return landmarks.map((one, i): Content => {
    if (one.kind !== 'heading')
      // What stands before the first of them belongs to it.
      return { start: i === 0 ? 0 : one.start, level: 1, title: '', landmark: one };
    const title = text.slice(one.words.start, one.words.end).replace(/\s+/g, ' ').trim();
    return { start: one.start, level: one.level - top + 1, title };
  });
}

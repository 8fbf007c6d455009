import { diffArrays } from 'diff';

/** A stretch of two compared texts: in both, only in the first, or only in the second. */
export interface Stretch {
  readonly text: string;
  readonly in: 'both' | 'first' | 'second';
}

/**
 * Compares two short texts character by character (user-perceived characters, so that a letter keeps its accents).
 * Myers' algorithm, through `diff`.
 * @param a up to a few thousand characters; longer texts are compared by word
 * @returns stretches in reading order; those of `both` and `first` joined give `a`, of `both` and `second` give `b`
 */
export function difference(a: string, b: string): Stretch[] {
  const split = a.length + b.length > 4000 ? words : characters;
  return diffArrays(split(a), split(b)).map(part => ({
    text: part.value.join(''),
    in: part.added ? 'second' : part.removed ? 'first' : 'both',
  }));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function characters(text: string): string[] {
  return Array.from(graphemes.segment(text), segment => segment.segment);
}

function words(text: string): string[] {
  return text.split(/(\s+)/).filter(Boolean);
}

/**
 * Says in a sentence how two forms differ, for the grounds of a conflict.
 * @returns for instance `“Luis” and “Lois” differ in one letter: u, o; “Pérez Leira” is in both`
 */
export function sayDifference(a: string, b: string): string {
  if (a === b) return 'The forms are the same.';
  const left = a.split(/\s+/).filter(Boolean);
  const right = b.split(/\s+/).filter(Boolean);
  const shared = left.filter(word => right.includes(word));
  const onlyLeft = left.filter(word => !right.includes(word));
  const onlyRight = right.filter(word => !left.includes(word));
  const both = shared.length > 0 ? `; “${shared.join(' ')}” is in both` : '';
  if (onlyLeft.length === 0) return `“${onlyRight.join(' ')}” is only in the second form${both}`;
  if (onlyRight.length === 0) return `“${onlyLeft.join(' ')}” is only in the first form${both}`;
  const parts = difference(onlyLeft.join(' '), onlyRight.join(' '));
  const first = parts.filter(part => part.in === 'first').map(part => part.text);
  const second = parts.filter(part => part.in === 'second').map(part => part.text);
  const letters = Math.max(characters(first.join('')).length, characters(second.join('')).length);
  const words = `“${onlyLeft.join(' ')}” and “${onlyRight.join(' ')}”`;
  if (letters <= 2) {
    const which = [first.join(''), second.join('')].filter(Boolean).join(', ');
    return `${words} differ in ${letters === 1 ? 'one letter' : 'two letters'}: ${which}${both}`;
  }
  return `${words} differ${both}`;
}

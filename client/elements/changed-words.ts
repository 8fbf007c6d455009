import { diffArrays } from 'diff';
import { html, type TemplateResult } from 'lit';
import { differing } from '../../shared/text/differing.ts';
import { align, areStrangers } from './aligned.ts';

/** Beyond so many UTF-16 code units, both together, only the one stretch in which texts differ is marked. */
const SHORT = 1200;
const words = new Intl.Segmenter('und', { granularity: 'word' });

/** The end at which a text was cut, where what differs says nothing about it. */
export type CutAt = 'start' | 'end';

interface Part {
  readonly words: string;
  readonly same: boolean;
}

/** @returns the words as they were, with what went from them struck through */
export const wentWords = (was: string, is: string, cut?: CutAt): (TemplateResult | string)[] =>
  partsOf(was, is, cut).map(({ words, same }) => (same ? words : html`<del>${words}</del>`));

/** @returns the words as they are, with what came into them underlined */
export const cameWords = (was: string, is: string, cut?: CutAt): (TemplateResult | string)[] =>
  partsOf(is, was, cut).map(({ words, same }) => (same ? words : html`<ins>${words}</ins>`));

/** What of a text another has not; beyond where a cut text reaches nothing is marked in the other. */
function partsOf(text: string, other: string, cut: CutAt | undefined): readonly Part[] {
  if (!cut) return joined(compared(text, other));
  const { near, beyond } = reaching(text, other, cut);
  const parts = compared(near, reaching(other, text, cut).near);
  // Cut as they are, the outermost words seldom begin at the same letter.
  const edge = parts.length > 1 ? (cut === 'start' ? 0 : parts.length - 1) : -1;
  const seen = parts.map((part, i) => (i === edge ? { ...part, same: true } : part));
  const rest: Part[] = beyond === '' ? [] : [{ words: beyond, same: true }];
  return joined(cut === 'start' ? [...rest, ...seen] : [...seen, ...rest]);
}

/** What of a text stands as far from where it was not cut as another reaches, and what stands beyond. */
function reaching(text: string, other: string, cut: CutAt): { near: string; beyond: string } {
  const reach = Math.min(text.length, other.length);
  return cut === 'start'
    ? { near: text.slice(text.length - reach), beyond: text.slice(0, text.length - reach) }
    : { near: text.slice(0, reach), beyond: text.slice(reach) };
}

/** By words first, then by letters in words that have much in common. */
function compared(text: string, other: string): Part[] {
  if (text === other) return text === '' ? [] : [{ words: text, same: true }];
  if (text.length + other.length > SHORT) return stretch(text, other);
  const parts: Part[] = [];
  const runs = diffArrays(wordsOf(other), wordsOf(text));
  runs.forEach(({ added, removed, value }, i) => {
    const own = value.join('');
    const before = runs[i - 1];
    if (removed) return;
    if (!added) parts.push({ words: own, same: true });
    else parts.push(...letters(own, before?.removed ? before.value.join('') : ''));
  });
  return parts;
}

function letters(own: string, other: string): Part[] {
  const columns = align(own, other);
  if (other === '' || areStrangers(columns)) return [{ words: own, same: false }];
  return columns.filter(({ a }) => a !== '').map(({ a, same }) => ({ words: a, same }));
}

/** The one stretch of a text that another does not have. */
function stretch(text: string, other: string): Part[] {
  const [{ head, own, tail }] = differing(text, other);
  return [
    { words: head, same: true },
    { words: own, same: false },
    { words: tail, same: true },
  ];
}

const wordsOf = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

function joined(parts: readonly Part[]): Part[] {
  const all: { words: string; same: boolean }[] = [];
  for (const { words, same } of parts) {
    const last = all[all.length - 1];
    if (last?.same === same) last.words += words;
    else if (words !== '') all.push({ words, same });
  }
  return all;
}

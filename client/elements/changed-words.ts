import { html, type TemplateResult } from 'lit';
import { differing } from '../../shared/text/differing.ts';
import { align, areStrangers } from './aligned.ts';

/** Beyond so many UTF-16 code units, both together, only the one stretch in which texts differ is marked. */
const SHORT = 600;

/** The end at which a text was cut, where what differs says nothing about it. */
export type CutAt = 'start' | 'end';

interface Part {
  readonly words: string;
  readonly same: boolean;
}

function partsOf(text: string, other: string, cut: CutAt | undefined): readonly Part[] {
  if (text === other) return [{ words: text, same: true }];
  if (text.length + other.length > SHORT) {
    const [{ head, own, tail }] = differing(text, other);
    const parts = [
      { words: head, same: true },
      { words: own, same: false },
      { words: tail, same: true },
    ];
    return parts.filter(({ words }) => words !== '');
  }
  const columns = align(text, other);
  if (areStrangers(columns)) return [{ words: text, same: false }];
  const parts: { words: string; same: boolean }[] = [];
  for (const { a, same } of columns) {
    if (a === '') continue;
    const last = parts[parts.length - 1];
    if (last?.same === same) last.words += a;
    else parts.push({ words: a, same });
  }
  const edge = cut && parts.length > 1 ? parts[cut === 'start' ? 0 : parts.length - 1] : undefined;
  if (edge) edge.same = true;
  return parts;
}

/** @returns the words as they were, with what went from them struck through */
export const wentWords = (was: string, is: string, cut?: CutAt): (TemplateResult | string)[] =>
  partsOf(was, is, cut).map(({ words, same }) => (same ? words : html`<del>${words}</del>`));

/** @returns the words as they are, with what came into them underlined */
export const cameWords = (was: string, is: string, cut?: CutAt): (TemplateResult | string)[] =>
  partsOf(is, was, cut).map(({ words, same }) => (same ? words : html`<ins>${words}</ins>`));

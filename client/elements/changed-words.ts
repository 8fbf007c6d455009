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

/** What of a text stands as far from where it was not cut as another reaches, and what stands beyond. */
function reaching(text: string, other: string, cut: CutAt): { near: string; beyond: string } {
  const reach = Math.min(text.length, other.length);
  return cut === 'start'
    ? { near: text.slice(text.length - reach), beyond: text.slice(0, text.length - reach) }
    : { near: text.slice(0, reach), beyond: text.slice(reach) };
}

function partsOf(text: string, other: string, cut: CutAt | undefined): readonly Part[] {
  if (!cut) return partsOfWhole(text, other);
  const { near, beyond } = reaching(text, other, cut);
  const parts = partsOfWhole(near, reaching(other, text, cut).near, cut);
  const rest: Part[] = beyond === '' ? [] : [{ words: beyond, same: true }];
  return cut === 'start' ? [...rest, ...parts] : [...parts, ...rest];
}

function partsOfWhole(text: string, other: string, cut?: CutAt): readonly Part[] {
  if (text === other) return [{ words: text, same: true }];
  if (text.length + other.length > SHORT) return stretch(text, other);
  const columns = align(text, other);
  if (areStrangers(columns)) return stretch(text, other);
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

/** The one stretch of a text that another does not have. */
function stretch(text: string, other: string): Part[] {
  const [{ head, own, tail }] = differing(text, other);
  const parts = [
    { words: head, same: true },
    { words: own, same: false },
    { words: tail, same: true },
  ];
  return parts.filter(({ words }) => words !== '');
}

/** @returns the words as they were, with what went from them struck through */
export const wentWords = (was: string, is: string, cut?: CutAt): (TemplateResult | string)[] =>
  partsOf(was, is, cut).map(({ words, same }) => (same ? words : html`<del>${words}</del>`));

/** @returns the words as they are, with what came into them underlined */
export const cameWords = (was: string, is: string, cut?: CutAt): (TemplateResult | string)[] =>
  partsOf(is, was, cut).map(({ words, same }) => (same ? words : html`<ins>${words}</ins>`));

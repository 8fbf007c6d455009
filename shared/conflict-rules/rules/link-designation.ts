import { wordKey } from '../../values/folded.ts';
import type { Finding } from '../finding.ts';
import { found, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { designation } from '../text/designations.ts';

const WORDS = /[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu;

/** What a name calls itself and what else is in it; brackets at its end only tell it apart from others. */
function partsOf(name: string): { designations: Map<number, string>; rest: Set<string> } {
  const designations = new Map<number, string>();
  const rest = new Set<string>();
  for (const [word] of name.replace(/\([^()]*\)\s*$/, '').matchAll(WORDS)) {
    const row = designation(word);
    if (row === undefined) rest.add(wordKey(word).replace(/(?<=..)s$/, ''));
    else designations.set(row, word);
  }
  return { designations, rest };
}

/** The label of a link calls the page's subject something else: a party is a movement there. */
export const linkDesignation: TextRule = {
  id: 'link-designation',
  version: 1,
  kind: 'name-variant',
  severity: 'warning',
  label: 'Links whose label calls their subject something else than the page they lead to',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    for (const span of text.markup) {
      if (span.kind !== 'link' || span.to !== 'page') continue;
      const target = span.target.replace(/#.*$/s, '').replaceAll('_', ' ').trim();
      const label = text.text.slice(span.label.start, span.label.end);
      if (span.label.start <= span.start + 2 || label.length > 300 || target.length > 300) continue;
      const [ours, theirs] = [partsOf(label), partsOf(target)];
      const here = [...ours.designations].filter(([row]) => !theirs.designations.has(row));
      const there = [...theirs.designations].filter(([row]) => !ours.designations.has(row));
      const shared = [...ours.rest].filter(word => theirs.rest.has(word));
      if (here.length === 0 || there.length === 0 || shared.length === 0) continue;
      const [a, b] = [here[0]![1], there[0]![1]];
      const targetStart = text.text.indexOf(span.target, span.start);
      yield found(linkDesignation, {
        message: `The link says “${label}”, the page it leads to is “${target}”`,
        given: { label, target, a, b },
        sides: [
          { value: label, spans: [spanAt(text, span.label.start, span.label.end)] },
          { value: target, spans: [spanAt(text, targetStart, targetStart + span.target.length)] },
        ],
        grounds: [
          speaksFor('link-designation.differs', `One says “${a}”, the other “${b}”`, { a, b }),
          speaksFor('link-designation.shares', `Both say “${shared.join(' ')}”`, { words: shared.join(' ') }),
        ],
        key: `link-designation|${wordsKey(label)}|${wordsKey(target)}`,
      });
    }
  },
};

const wordsKey = (name: string): string => [...name.matchAll(WORDS)].map(([word]) => wordKey(word)).join(' ');

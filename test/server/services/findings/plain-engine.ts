import type { Engine } from '../../../../server/services/findings/engine.ts';
import type { Finding } from '../../../../shared/conflict-rules/finding.ts';
import type { Mention } from '../../../../shared/conflict-rules/mention.ts';
import { spansOf } from '../../../../shared/conflict-rules/place.ts';
import type { ConflictRule } from '../../../../shared/conflict-rules/rule.ts';
import { suggestionKey, wordsBeside } from '../../../../shared/detectors/suggestion-key.ts';
import { readText } from '../../../../shared/values/texts/text.ts';

/**
 * Proposes two capitalised words as a person. A text with SLOW in it takes longer than any test; one with THROW cannot be
 * gone through; with VARIORUM_IDLE set none can. What was learned is proposed wherever it stands.
 */
export const suggest: Engine['suggest'] = (text, learned) => {
  if (process.env.VARIORUM_IDLE || text.text.includes('THROW')) throw new Error('It cannot be gone through.');
  const until = text.text.includes('SLOW') ? performance.now() + 120_000 : 0;
  while (performance.now() < until);
  const times = new Map<string, number>();
  const more = ((learned?.model ?? []) as string[]).map(word => `|${word}`).join('');
  return [...text.text.matchAll(new RegExp(`\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+${more}`, 'gu'))].map(
    ({ index, 0: quote }) => {
      const ranges = [{ start: index, end: index + quote.length }];
      const basis = wordsBeside(text.text, ranges);
      const count = (times.get(`${quote} ${basis}`) ?? 0) + 1;
      times.set(`${quote} ${basis}`, count);
      return {
        documentId: text.documentId,
        detector: 'plain',
        type: 'person',
        ranges,
        quote,
        value: readText(quote),
        fields: {},
        grounds: [{ rule: 'plain', says: 'Two capitalised words.', given: {}, for: true }],
        worth: 1 / (1 + (quote.codePointAt(0)! % 7)),
        basis,
        key: suggestionKey(text.documentId, 'person', quote, basis, count),
      };
    },
  );
};

const lastWord = ({ quote }: Mention): string => quote.split(' ').at(-1)!.toLowerCase();

/** People with one family name and several given names. */
const givenNames: ConflictRule = {
  id: 'given-names',
  version: 1,
  kind: 'name-variant',
  severity: 'warning',
  label: 'One family name, several given names',
  compares: 'groups',
  keys: mention => (mention.type === 'person' ? [lastWord(mention)] : []),
  *examine(key, group, known): Iterable<Finding> {
    const sides = new Map<string, Mention[]>();
    for (const mention of group) sides.set(mention.quote, [...(sides.get(mention.quote) ?? []), mention]);
    const isOne = known.entities.some(({ variants }) =>
      [...sides.keys()].every(quote => variants.some(({ form }) => form === quote)),
    );
    if (sides.size < 2 || isOne) return;
    yield {
      rule: 'given-names',
      kind: 'name-variant',
      severity: sides.size > 2 ? 'error' : 'warning',
      message: `${key} has ${sides.size} given names`,
      given: { key },
      sides: [...sides].sort().map(([value, mentions]) => ({
        value,
        spans: mentions.flatMap(mention => spansOf(mention, known.texts.get(mention.documentId))),
      })),
      grounds: [],
      key: `given-names ${key}`,
    };
  },
};

export const rules: readonly ConflictRule[] = [givenNames];

/** Learns single words that were accepted. */
export const learn: Engine['learn'] = texts => {
  const words = texts.flatMap(({ text, accepted }) =>
    accepted.map(({ start, end }) => text.text.slice(start, end)).filter(word => !word.includes(' ')),
  );
  return [...new Set(words)].sort();
};

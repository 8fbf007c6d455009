import { findLists } from '../../detectors/structure/lists.ts';
import { tokensOf } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { countryName, countryNamed, countryOfAdjective } from '../text/countries.ts';

const MOST_WORDS = 20;

/** An entry has the flag of one country and the name of another. */
export const flagName: TextRule = {
  id: 'flag-name',
  version: 1,
  kind: 'classification-mismatch',
  severity: 'warning',
  label: 'Entries whose flag is not that of the country in their name',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    for (const list of text.once(findLists)) {
      if (list.of === 'sentences') continue;
      for (const { start, end, whole, name, country } of list.items) {
        const flags = (country ?? '').split(/;\s*/).flatMap(one => countryNamed(one) ?? []);
        const named = countriesIn(name);
        if (flags.length === 0 || named.length === 0 || named.some(code => flags.includes(code))) continue;
        const given = { name, flag: countryName(flags[0]!), named: countryName(named[0]!) };
        const flagEnd = Math.max(whole.start + 1, start);
        yield found(flagName, {
          message: `“${name}” stands under the country ${given.flag}, but its name says ${given.named}`,
          given,
          sides: [
            { value: given.named, spans: [spanAt(text, start, end)] },
            {
              value: given.flag,
              spans: [
                whole.start < start
                  ? spanAt(text, whole.start, flagEnd)
                  : spanAt(text, whole.start, whole.end),
              ],
            },
          ],
          grounds: [
            speaksFor('flag-name.named', `The name says ${given.named}`, given),
            speaksFor('flag-name.flag', `The entry says ${given.flag}`, given),
          ],
          key: `flag-name|${name.toLowerCase()}|${flags.join()}`,
        });
      }
    }
  },
};

/** Countries in a name: by their own names of one to four words, or by an adjective. */
function countriesIn(name: string): string[] {
  const words = tokensOf(name.replace(/\([^()]*\)\s*$/, ''))
    .filter(({ kind }) => kind === 'word')
    .slice(0, MOST_WORDS);
  const found: string[] = [];
  for (let i = 0; i < words.length; i++) {
    if (!/^\p{Lu}/u.test(words[i]!.text)) continue;
    let length = Math.min(4, words.length - i);
    for (; length > 0; length--) {
      const code = countryNamed(
        words
          .slice(i, i + length)
          .map(({ text }) => text)
          .join(' '),
      );
      if (code && words[i]!.text.length > 3) {
        found.push(code);
        break;
      }
    }
    if (length > 0) i += length - 1;
    else found.push(...[countryOfAdjective(words[i]!.text)].filter(code => code !== undefined));
  }
  return found;
}

import type { Finding } from '../finding.ts';
import { found, speaksFor } from '../found.ts';
import type { Mention } from '../mention.ts';
import { spansOf } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { nameOf, preparedName } from '../text/names.ts';

const FEWEST = 3;
/** So many of those beside must be named in full. */
const IN_FULL = 0.6;

/** Somebody who signed or spoke is named by initials among others who are named in full. */
export const onlyInitials: TextRule = {
  id: 'only-initials',
  version: 1,
  kind: 'incomplete-identification',
  severity: 'info',
  label: 'Signatories and speakers named by initials among others named in full',
  compares: 'texts',
  reads: 'mentions',
  *examine(text, mentions): Iterable<Finding> {
    for (const type of ['signatory', 'speaker']) {
      const people = mentions.filter(mention => mention.type === type && nameOf(mention));
      const initials = people.filter(isShort);
      if (people.length < FEWEST || people.length - initials.length < people.length * IN_FULL) continue;
      for (const mention of initials) {
        const name = nameOf(mention)!.full;
        yield found(onlyInitials, {
          message: `${name} is named by initials alone`,
          given: { name },
          sides: [{ value: name, spans: spansOf(mention, text) }],
          grounds: [
            speaksFor('only-initials.others', `${people.length - initials.length} others are named in full`, {
              others: String(people.length - initials.length),
            }),
          ],
          key: `only-initials|${type}|${name.toLowerCase()}`,
        });
      }
    }
  },
};

function isShort(mention: Mention): boolean {
  const { tokens } = preparedName(nameOf(mention)!);
  return (
    tokens.some(({ role }) => role === 'initial') && tokens.filter(({ role }) => role === 'word').length === 1
  );
}

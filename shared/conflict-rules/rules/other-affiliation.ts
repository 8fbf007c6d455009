import { compareNames } from '../../values/names/compare/compare.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import type { Mention } from '../mention.ts';
import { spansOf } from '../place.ts';
import type { GroupRule } from '../rule.ts';
import { isTelling, nameOf, preparedName } from '../text/names.ts';

const MOST = 60;

/** One person belongs to one body in one passage and to another in another. */
export const otherAffiliation: GroupRule = {
  id: 'other-affiliation',
  version: 1,
  kind: 'affiliation-mismatch',
  severity: 'info',
  label: 'People whose affiliation differs between passages',
  compares: 'groups',
  keys(mention) {
    const name = nameOf(mention);
    if (name?.bearer !== 'person' || !mention.fields.affiliation) return [];
    const { form, tokens } = preparedName(name);
    return tokens.filter(isTelling).length >= 2 ? [form] : [];
  },
  *examine(key, group, known): Iterable<Finding> {
    if (group.length > MOST) return;
    for (const [i, one] of group.entries()) {
      for (const other of group.slice(i + 1)) {
        const [a, b] = [affiliationOf(one), affiliationOf(other)];
        if (agree(a, b)) continue;
        const name = nameOf(one)!.full;
        const isNear = one.documentId === other.documentId;
        yield found(otherAffiliation, {
          severity: isNear && one.type === other.type ? 'warning' : 'info',
          message: `${name} belongs to “${a}” and to “${b}”`,
          given: { name, a, b },
          sides: [one, other].map(mention => ({
            value: affiliationOf(mention),
            spans: spansOf(mention, known.texts.get(mention.documentId)),
          })),
          grounds: [
            speaksFor('other-affiliation.differ', 'The affiliations have too little in common', { a, b }),
            speaksAgainst('other-affiliation.both', 'Somebody can belong to both'),
          ],
          key: `other-affiliation|${key}|${[a, b]
            .map(words => words.toLowerCase())
            .sort()
            .join('|')}`,
        });
      }
    }
  },
};

const affiliationOf = ({ fields }: Mention): string => fields.affiliation!.trim().slice(0, 200);

/** Whether one affiliation is the other in other words, shorter or by its letters. */
function agree(a: string, b: string): boolean {
  const { relation } = compareNames(a, b, { bearer: 'organization' });
  if (relation !== 'different') return true;
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one.includes(other) || other.includes(one);
}

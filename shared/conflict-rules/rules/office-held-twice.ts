import { compareDates } from '../../values/dates/compare-dates.ts';
import { compareNames } from '../../values/names/compare/compare.ts';
import { tokensOf } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import type { Mention } from '../mention.ts';
import { hullOf, spanAt, spansOf } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { designation } from '../text/designations.ts';
import { nameOf, preparedName } from '../text/names.ts';
import { officeIn } from '../text/offices.ts';
import { functionWords } from '../text/small-words.ts';
import { nameKey, statementAt } from '../text/statement.ts';
import { findSubject } from '../text/subject.ts';

interface Holder extends Passage {
  readonly mention: Mention;
  readonly role: string;
  /** Dates in the same sentence. */
  readonly dates: readonly string[];
}

const REACH = 120;
const MOST = 40;

const rule = {
  id: 'office-held-twice',
  version: 1,
  kind: 'role-mismatch',
  severity: 'info',
  label: 'Two people in one office',
} as const;

/** Two people hold an office of which there is one. */
export const officeHeldTwice = passageRule<Holder>({
  ...rule,
  compares: 'passages',
  reads: 'mentions',
  most: MOST,
  *find(text, mentions): Iterable<Holder> {
    const dates = mentions.filter(({ value }) => value.kind === 'date');
    for (const mention of mentions) {
      const name = nameOf(mention);
      if (name?.bearer !== 'person') continue;
      const { start, end } = hullOf(mention);
      const beside = /^,\s*([^,;.()\n]{3,100})/u.exec(text.text.slice(end, end + REACH))?.[1];
      const role = mention.fields.role ?? beside;
      const office = role === undefined ? undefined : officeIn(tokensOf(role.slice(0, REACH)));
      if (role === undefined || !office) continue;
      const subject = text.once(findSubject);
      const of = [...office.of, ...tokensOf(mention.fields.affiliation ?? '')]
        .filter(
          ({ kind, key, text: word }) => kind === 'word' && /^\p{Lu}/u.test(word) && !functionWords.has(key),
        )
        .map(nameKey);
      const named = of.filter(word => designation(word) === undefined);
      const isOwn = named.length === 0 || named.every(word => subject.has(word));
      const whose = isOwn ? `own ${text.documentId}` : [...new Set(named)].sort().join(' ');
      const { raw } = statementAt(text, { start, end });
      const said = dates.filter(date => hullOf(date).start >= raw.start && hullOf(date).end <= raw.end);
      yield {
        documentId: text.documentId,
        start,
        mention,
        role,
        dates: said.flatMap(({ value }) => (value.kind === 'date' ? value.edtf : [])),
        keys: [`${office.row}|${whose}`],
      };
    }
  },
  *examine(key, holders, known): Iterable<Finding> {
    for (const [i, one] of holders.entries()) {
      for (const other of holders.slice(i + 1)) {
        const [a, b] = [nameOf(one.mention)!, nameOf(other.mention)!];
        const comparison = compareNames(preparedName(a), preparedName(b));
        // Only where no word of one name is like a word of the other are they surely two.
        if (comparison.relation !== 'different' || comparison.tokens.some(({ by }) => by !== 'initial'))
          continue;
        const areApart = one.dates.some(date =>
          other.dates.some(each => compareDates(date, each).relation === 'disjoint'),
        );
        if (areApart) continue;
        const text = (holder: Holder) => known.texts.get(holder.documentId);
        const given = { a: a.full, b: b.full, role: one.role.slice(0, 100) };
        yield found(rule, {
          message: `${a.full} and ${b.full} hold one office: ${given.role}`,
          given,
          sides: [one, other].map(holder => ({
            value: nameOf(holder.mention)!.full,
            spans: [...spansOf(holder.mention, text(holder)), ...roleSpan(holder, text(holder))],
          })),
          grounds: [
            speaksFor('office-held-twice.one', 'There is one holder of such an office at a time'),
            speaksFor('office-held-twice.names', 'The names have nothing in common', given),
            speaksAgainst('office-held-twice.time', 'They may have held it at different times'),
          ],
          key: `${rule.id}|${key.replace(/own .*/, 'own')}|${[a.full, b.full].sort().join('|')}`,
        });
      }
    }
  },
});

function roleSpan({ mention, role }: Holder, text: Parameters<typeof spanAt>[0] | undefined) {
  const { end } = hullOf(mention);
  const at = text?.text.slice(end, end + REACH).indexOf(role) ?? -1;
  return text && at >= 0 ? [spanAt(text, end + at, end + at + role.length)] : [];
}

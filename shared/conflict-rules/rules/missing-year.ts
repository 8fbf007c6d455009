import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { hullOf, spanAt, spansOf } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { findSentences, sentenceOf } from '../text/sentences.ts';
import { statementAt } from '../text/statement.ts';

const NEAR = 400;

/** A day or month stands without its year. */
export const missingYear: TextRule = {
  id: 'missing-year',
  version: 1,
  kind: 'date-incomplete',
  severity: 'info',
  label: 'Dates without a year',
  compares: 'texts',
  reads: 'mentions',
  *examine(text, mentions): Iterable<Finding> {
    const dates = mentions.filter(({ value }) => value.kind === 'date');
    for (const [i, mention] of dates.entries()) {
      const { value } = mention;
      if (value.kind !== 'date' || !value.edtf.includes('XXXX')) continue;
      const { start, end } = hullOf(mention);
      const statement = statementAt(text, { start, end });
      if (statement.inReference) continue;
      const before = dates
        .slice(0, i)
        .findLast(other => other.value.kind === 'date' && /\d{4}/.test(other.value.edtf));
      const near = before && start - hullOf(before).end < NEAR ? before : undefined;
      // Where the year stands in the same sentence, nothing is missing.
      if (near && hullOf(near).start >= statement.raw.start) continue;
      const words = whatHappened(text, end);
      yield found(missingYear, {
        message: `“${mention.quote}” has no year`,
        given: { date: mention.quote },
        sides: [{ value: value.edtf, spans: [...spansOf(mention, text), ...words] }],
        grounds: [
          speaksFor('missing-year.none', 'No year stands in its sentence'),
          ...(near
            ? [
                speaksAgainst('missing-year.before', `The date before it is “${near.quote}”`, {
                  date: near.quote,
                }),
              ]
            : []),
          ...(text.context.documentDate
            ? [
                speaksAgainst('missing-year.document', `The document is of ${text.context.documentDate}`, {
                  date: text.context.documentDate,
                }),
              ]
            : []),
        ],
        key: `missing-year|${value.edtf}|${words.map(({ quote }) => quote.slice(0, 60).toLowerCase()).join()}`,
      });
    }
  },
};

/** The words that follow a date up to the end of their sentence: what is dated. */
function whatHappened(text: Parameters<TextRule['examine']>[0], end: number) {
  const { view, starts } = text.once(findSentences);
  const from = view.at(end);
  const sentence = sentenceOf({ view, starts }, Math.max(0, from - 1));
  const words = view.text.slice(from, Math.min(sentence.end, from + 300));
  const lead = /^[\s,;:.–—-]*/u.exec(words)![0].length;
  const length = words.trimEnd().length;
  if (length - lead < 10) return [];
  const { start, end: last } = view.raw({ start: from + lead, end: from + length });
  return [spanAt(text, start, last)];
}

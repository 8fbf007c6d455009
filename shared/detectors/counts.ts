import type { CountValue } from '../values/counts/count.ts';
import { type FoundCount, findCounts } from '../values/counts/find-counts.ts';
import type { CheckedText } from './checked-text.ts';
import { citedSpans, liesIn } from './cited.ts';
import { clauseAround, firstName } from './clauses.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { propose } from './propose.ts';
import { seenDates, seenTokens } from './seen-dates.ts';
import { findSeen } from './structure/seen.ts';
import type { View } from './structure/view.ts';

/** Proposes counts of things in running text. */
export const counts: Detector = {
  id: 'counts',
  version: 1,
  types: ['count'],
  *detect(text) {
    const view = text.once(findSeen);
    const cited = text.once(citedSpans);
    for (const found of findCounts(view.text, text.context, text.once(seenTokens), text.once(seenDates))) {
      const raw = view.raw(found);
      const isInterrupted = raw.end - raw.start > (found.end - found.start) * 3 + 20;
      if (!isInterrupted && !liesIn(cited, raw)) yield proposalOf(text, view, found);
    }
  },
};

function proposalOf(text: CheckedText, view: View, found: FoundCount): Proposal {
  const { value } = found;
  const { before } = clauseAround(view.text, found);
  const proposal = propose(text, {
    type: 'count',
    span: view.raw(found),
    fields: { of: value.unit, subject: firstName(before) ?? text.title },
    grounds: [
      ground('number-of-things', 'A number stands before what is counted.', {
        number: String(value.number),
        ...(value.unit === undefined ? {} : { unit: value.unit }),
      }),
      ...(isSmall(value)
        ? [ground('small-number', 'Small numbers are seldom worth a check.', {}, false)]
        : []),
    ],
    worth: worthOf(value),
  });
  return { ...proposal, value };
}

const isSmall = ({ number, comparator }: CountValue) => number <= 3 && comparator === 'exactly';

function worthOf(value: CountValue): number {
  if (isSmall(value)) return 0.25;
  const size = value.number >= 10 ? 0.1 : 0;
  return (value.comparator === 'exactly' ? 0.55 : 0.65) + size;
}

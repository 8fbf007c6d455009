import { findSeen } from '../../detectors/structure/seen.ts';
import { findImpossibleDates } from '../../values/dates/find-dates.ts';
import type { Finding } from '../finding.ts';
import { found, speaksFor } from '../found.ts';
import { hullOf, spanAt, spansOf } from '../place.ts';
import type { TextRule } from '../rule.ts';

/** A date that no calendar has. */
export const impossibleDate: TextRule = {
  id: 'impossible-date',
  version: 1,
  kind: 'implausible-value',
  severity: 'error',
  label: 'Dates that no calendar has',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    const view = text.once(findSeen);
    for (const found_ of findImpossibleDates(view.text, text.context)) {
      const { start, end } = view.raw(found_);
      const span = spanAt(text, start, end);
      yield found(impossibleDate, {
        message: `“${span.quote}” is a date that no calendar has`,
        given: { date: span.quote },
        sides: [{ value: span.quote, spans: [span] }],
        grounds: [
          speaksFor(
            'impossible-date.none',
            'The month has no such day, there is no such month, or the weekday is another',
          ),
        ],
        key: `impossible-date|${span.quote.toLowerCase()}`,
      });
    }
  },
};

/** A date in figures of which day and month may change places. */
export const ambiguousDate: TextRule = {
  id: 'ambiguous-date',
  version: 1,
  kind: 'date-incomplete',
  severity: 'info',
  label: 'Dates in figures that can be read in two ways',
  compares: 'texts',
  reads: 'mentions',
  *examine(text, mentions): Iterable<Finding> {
    for (const mention of mentions) {
      const { value } = mention;
      const meanings = value.kind === 'date' ? /^\[([^\]]+)\]$/.exec(value.edtf)?.[1]?.split(',') : undefined;
      if (meanings?.length !== 2 || mention.type !== 'date') continue;
      const [a, b] = meanings as [string, string];
      yield found(ambiguousDate, {
        message: `“${mention.quote}” can be ${a} or ${b}`,
        given: { date: mention.quote, a, b },
        sides: [{ value: `${a} / ${b}`, spans: spansOf(mention, text) }],
        grounds: [speaksFor('ambiguous-date.both', 'Day and month can change places', { a, b })],
        key: `ambiguous-date|${mention.quote}|${text.text.slice(Math.max(0, hullOf(mention).start - 30), hullOf(mention).start)}`,
      });
    }
  },
};

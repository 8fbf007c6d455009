import type { FoundGround } from '../conflicts/found-ground.ts';
import type { DateValue } from '../values/dates/date.ts';
import { aboutWords, sinceWords, untilWords } from '../values/dates/words.ts';
import { wordKey } from '../values/folded.ts';
import type { CheckedText } from './checked-text.ts';
import { type DatedPlace, datesOf } from './dated.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { propose } from './propose.ts';

/** Proposes dates in running text, in boxes and categories, and days that titles of cited works speak of. */
export const dates: Detector = {
  id: 'dates',
  version: 1,
  types: ['date'],
  *detect(text) {
    for (const place of text.once(datesOf)) if (!isCentury(place.value.edtf)) yield proposalOf(text, place);
  },
};

/** "The 21st century" dates nothing. */
const isCentury = (edtf: string) => /^\d\d$/.test(edtf);

function proposalOf(text: CheckedText, place: DatedPlace): Proposal {
  const { start, end, value, event, where } = place;
  const proposal = propose(text, {
    type: 'date',
    span: { start, end },
    fields: { event, precision: precisionOf(place) },
    grounds: groundsOf(place),
    worth: worthOf(value, where),
  });
  // The order of a template's numbers is its own, and markup within the words is none of the date's.
  return where === 'field' || proposal.value.kind !== 'date' ? { ...proposal, value } : proposal;
}

/** What the word before the date makes of it. */
function precisionOf({ before, value }: DatedPlace): string | undefined {
  if (/[~%]$/.test(value.edtf)) return 'approximate';
  const word = wordKey(/(\p{L}+)\s*$/u.exec(before.slice(-30))?.[1] ?? '');
  if (aboutWords.has(word)) return 'approximate';
  if (value.edtf.includes('/')) return undefined;
  if (FIRM_SINCE.has(word) && sinceWords.has(word)) return 'not-before';
  return FIRM_UNTIL.has(word) && untilWords.has(word) ? 'not-after' : undefined;
}

/** Of the words that can open or close a span these mean nothing else. */
const FIRM_SINCE = new Set(['since', 'depuis', 'desde', 'seit', 'od', 'од']);
const FIRM_UNTIL = new Set(['until', 'till', 'до', 'hasta', 'bis', 'fino', 'ate', 'do']);

const SAYS: Readonly<Record<DatedPlace['where'], string>> = {
  prose: 'These words are a date.',
  field: 'It is the date in a field of a box.',
  category: 'It is a date in the name of a category.',
  title: 'The title of a source speaks of this day.',
};

function groundsOf({ where, value }: DatedPlace): readonly FoundGround[] {
  const grounds = [ground(`date-in-${where}`, SAYS[where])];
  if (value.edtf.startsWith('['))
    grounds.push(ground('date-ambiguous', 'Day and month could change places.', { edtf: value.edtf }, false));
  if (value.edtf.includes('XXXX'))
    grounds.push(ground('date-without-year', 'No year is written.', {}, false));
  return grounds;
}

function worthOf({ edtf }: DateValue, where: DatedPlace['where']): number {
  const place = where === 'prose' ? 0 : where === 'field' ? 0.1 : -0.2;
  if (edtf.startsWith('[')) return 0.7 + place;
  if (edtf.includes('XXXX')) return 0.5 + place;
  if (/^\d{4}-\d\d-\d\d/.test(edtf)) return 0.65 + place;
  return (/^\d{4}-\d\d/.test(edtf) ? 0.6 : 0.5) + place;
}

import { readCount } from '../values/counts/read-count.ts';
import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** How many of something. */
export const count: ClaimType = claimTypeOf({
  id: 'count',
  label: 'Count',
  plural: 'Counts',
  hue: 'amber',
  digit: '7',
  valueKind: 'count',
  fields: [
    { name: 'of', label: 'Of what', kind: 'text', hint: 'Member organizations, countries, people …' },
    { name: 'subject', label: 'Subject', kind: 'text', hint: 'Whose members, where' },
    { name: 'date', label: 'As of', kind: 'date' },
  ],
  normalise: (quote, context) => readCount(quote, context) ?? readText(quote),
});

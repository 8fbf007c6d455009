import { readDate } from '../values/dates/read-date.ts';
import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** When something was. */
export const date: ClaimType = claimTypeOf({
  id: 'date',
  label: 'Date',
  plural: 'Dates',
  hue: 'amber',
  digit: '6',
  valueKind: 'date',
  fields: [
    { name: 'event', label: 'Event', kind: 'text', hint: 'What happened then' },
    {
      name: 'precision',
      label: 'Meant as',
      kind: 'choice',
      options: [
        { value: 'exact', label: 'Exact' },
        { value: 'approximate', label: 'Approximate' },
        { value: 'not-before', label: 'Not before' },
        { value: 'not-after', label: 'Not after' },
      ],
    },
  ],
  normalise: (quote, context) => readDate(quote, context) ?? readText(quote),
});

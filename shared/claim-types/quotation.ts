import { readQuotation } from '../values/quotations/read-quotation.ts';
import { readText } from '../values/texts/text.ts';
import { type ClaimType, claimTypeOf } from './claim-type.ts';

/** Words given as somebody's own. */
export const quotation: ClaimType = claimTypeOf({
  id: 'quotation',
  label: 'Quotation',
  plural: 'Quotations',
  hue: 'rose',
  digit: '8',
  valueKind: 'quotation',
  fields: [
    { name: 'speaker', label: 'Speaker', kind: 'text' },
    { name: 'language', label: 'Language', kind: 'text', hint: 'The language it was said in' },
    { name: 'original', label: 'Original words', kind: 'text', hint: 'Where the quotation is translated' },
    { name: 'date', label: 'Date', kind: 'date' },
  ],
  normalise: quote => readQuotation(quote) ?? readText(quote),
});

import { z } from 'zod';
import { CitationValue } from '../citations/citation.ts';
import { sayCitation } from '../citations/say-citation.ts';
import { CountValue } from './counts/count.ts';
import { sayCount } from './counts/say-count.ts';
import { DateValue } from './dates/date.ts';
import { sayDate } from './dates/say-date.ts';
import { ListValue } from './lists/list.ts';
import { sayList } from './lists/say-list.ts';
import { NameValue } from './names/name.ts';
import { sayName } from './names/say-name.ts';
import { QuotationValue } from './quotations/quotation.ts';
import { sayQuotation } from './quotations/say-quotation.ts';
import { TextValue } from './texts/text.ts';

/** A claim's normalised value: what comparison uses. Told apart by `kind`. */
export const Value = z.discriminatedUnion('kind', [
  DateValue,
  CountValue,
  NameValue,
  ListValue,
  QuotationValue,
  CitationValue,
  TextValue,
]);
export type Value = z.infer<typeof Value>;
export type ValueKind = Value['kind'];

/**
 * Says a value in one line for a reader.
 * @param locale BCP 47 tag of the interface's language
 */
export function sayValue(value: Value, locale: string): string {
  switch (value.kind) {
    case 'date':
      return sayDate(value, locale);
    case 'count':
      return sayCount(value, locale);
    case 'name':
      return sayName(value);
    case 'list':
      return sayList(value);
    case 'quotation':
      return sayQuotation(value, locale);
    case 'citation':
      return sayCitation(value, locale);
    case 'text':
      return value.text;
  }
}

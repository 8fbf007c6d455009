import type { FindingSeverity } from '../../model/scales.ts';
import type { FieldName } from '../cite-fields.ts';
import { citationsOf } from '../found-citation.ts';
import { type CitationCheck, checkOf, sideOf } from './check.ts';

interface Wanted {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly label: string;
  readonly message: string;
  /** Any of these will do. */
  readonly fields: readonly FieldName[];
  /** The templates of which it is wanted; all where it is absent. */
  readonly of?: RegExp;
}

const OF_PAGES = /^(?:cite|cita|citar)[ _-](?:web|news|noticia|nuevo)|^(?:lien web|internetquelle)/iu;

const wanted: readonly Wanted[] = [
  {
    id: 'cite-title-missing',
    severity: 'warning',
    label: 'Citations without a title',
    message: 'The citation has no title.',
    fields: ['title', 'translatedTitle'],
    of: /^(?:cite|cita|citar|lien|internetquelle)[ _-]?/iu,
  },
  {
    id: 'cite-url-missing',
    severity: 'info',
    label: 'Citations of web pages without an address',
    message: 'A web page is cited without its address.',
    fields: ['url', 'identifier', 'archiveUrl'],
    of: /^(?:cite|cita|citar)[ _-]web|^(?:lien web|internetquelle)/iu,
  },
  {
    id: 'cite-site-missing',
    severity: 'style',
    label: 'Citations of pages without a site or publisher',
    message: 'The citation does not say where the page appeared.',
    fields: ['site', 'publisher'],
    of: OF_PAGES,
  },
  {
    id: 'cite-date-missing',
    severity: 'info',
    label: 'Citations without a date',
    message: 'The citation does not say when its source appeared.',
    fields: ['date'],
    of: OF_PAGES,
  },
];

export const missingChecks: readonly CitationCheck[] = wanted.map(
  ({ id, severity, label, message, fields, of }) =>
    checkOf({
      id,
      severity,
      label,
      *find(checked) {
        for (const citation of checked.once(citationsOf)) {
          const { template } = citation;
          if (!template || (of && !of.test(template.name)) || fields.some(name => citation.field(name)))
            continue;
          yield {
            message,
            given: {},
            about: [citation.address?.text ?? citation.field('title')?.text ?? citation.name ?? ''],
            sides: [sideOf(checked.text, { start: template.start, end: template.end })],
          };
        }
      },
    }),
);

import type { CslItem } from '../../../shared/citations/csl.ts';
import { edtfOfCsl } from '../../../shared/citations/csl-date.ts';
import type { CitationForm } from '../../../shared/citations/csl-from-form.ts';
import { sayCslName } from '../../../shared/citations/short-citation.ts';
import type { Operation } from '../../../shared/model/change.ts';

export type Field = keyof CitationForm;

/** @returns what a person would have typed to describe the source */
export function formOf(item: CslItem): Record<Field, string> {
  const date = (value: CslItem['issued']) =>
    value ? (edtfOfCsl(value) ?? value.raw ?? value.literal ?? '') : '';
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    type: item.type,
    title: item.title ?? '',
    author: (item.author ?? []).map(sayCslName).join('; '),
    website: item['container-title'] ?? '',
    date: date(item.issued),
    publisher: item.publisher ?? '',
    language: item.language ?? '',
    url: item.URL ?? '',
    accessed: date(item.accessed),
    archiveUrl: text(item.custom?.archive),
    archiveDate: text(item.custom?.['archive-date']),
  };
}

/** The CSL variable that a field fills. */
const VARIABLES: Readonly<Record<Field, string>> = {
  type: 'type',
  title: 'title',
  author: 'author',
  website: 'container-title',
  date: 'issued',
  publisher: 'publisher',
  language: 'language',
  url: 'URL',
  accessed: 'accessed',
  archiveUrl: 'custom',
  archiveDate: 'custom',
};

/** The change that gives one field of a source what a form now says; the other fields stay untouched. */
export function setField(field: Field, before: CslItem, now: CslItem): Extract<Operation, { op: 'set' }> {
  const variable = VARIABLES[field];
  if (variable !== 'custom') return set(variable, now[variable]);
  const { archive: _a, 'archive-date': _d, ...others } = before.custom ?? {};
  const custom = { ...others, ...now.custom };
  return set('custom', Object.keys(custom).length > 0 ? custom : undefined);
}

function set(variable: string, value: unknown): Extract<Operation, { op: 'set' }> {
  return { op: 'set', values: { [`csl.${variable}`]: (value ?? null) as never } };
}

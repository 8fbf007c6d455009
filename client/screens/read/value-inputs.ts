import { msg } from '@lit/localize';
import { cslDateFrom, edtfOfCsl } from '../../../shared/citations/csl-date.ts';
import { authorsFrom } from '../../../shared/citations/csl-from-form.ts';
import { sayCslName } from '../../../shared/citations/short-citation.ts';
import type { ReadingContext } from '../../../shared/values/context.ts';
import { Comparator } from '../../../shared/values/counts/count.ts';
import { readDate } from '../../../shared/values/dates/read-date.ts';
import type { NameValue } from '../../../shared/values/names/name.ts';
import { scriptOf } from '../../../shared/values/names/script.ts';
import { present } from '../../../shared/values/present.ts';
import type { Value, ValueKind } from '../../../shared/values/value.ts';

/** One field in which part of a value is written. `path` is where a problem with it is reported. */
export interface ValueInput {
  readonly name: string;
  readonly label: () => string;
  readonly path: string;
  readonly options?: readonly string[];
  readonly lines?: true;
}

const input = (name: string, label: () => string, more: Partial<ValueInput> = {}): ValueInput => ({
  name,
  label,
  path: `value.${name}`,
  ...more,
});

const PERSON = [
  input('title', () => msg('Title', { id: 'name.title' })),
  input('given', () => msg('Given name')),
  input('patronymic', () => msg('Patronymic')),
  input('family', () => msg('Family name')),
  input('suffix', () => msg('Suffix')),
];
const PROPER = [
  input('full', () => msg('Name')),
  input('acronym', () => msg('Acronym')),
  input('qualifier', () => msg('In brackets')),
];

const INPUTS: Readonly<Record<Exclude<ValueKind, 'name'>, readonly ValueInput[]>> = {
  date: [input('date', () => msg('Date'), { path: 'value.edtf' })],
  count: [
    input('comparator', () => msg('How many'), { options: Comparator.options }),
    input('number', () => msg('Number')),
    input('upper', () => msg('Up to')),
    input('unit', () => msg('Unit, as written')),
  ],
  list: [
    input('heading', () => msg('Heading')),
    input('items', () => msg('Items, one a line'), { lines: true }),
  ],
  quotation: [input('words', () => msg('Words'), { lines: true }), input('speaker', () => msg('Said by'))],
  citation: [
    input('ref', () => msg('Reference')),
    input('title', () => msg('Title'), { path: 'value.csl.title' }),
    input('author', () => msg('Authors, apart by ;'), { path: 'value.csl.author' }),
    input('website', () => msg('Appeared in'), { path: 'value.csl.container-title' }),
    input('date', () => msg('Date'), { path: 'value.csl.issued' }),
    input('URL', () => msg('Address'), { path: 'value.csl.URL' }),
  ],
  text: [input('text', () => msg('Words'), { lines: true })],
};

/** The fields in which a value of a kind is written; people have other parts than organizations and places. */
export function inputsFor(kind: ValueKind, bearer: string): readonly ValueInput[] {
  return kind === 'name' ? (bearer === 'person' ? PERSON : PROPER) : INPUTS[kind];
}

/** What stands in the fields for a value; empty where the value is of another kind. */
export function fillInputs(value: Value | undefined, kind: ValueKind): Record<string, string> {
  if (!value) return {};
  if (value.kind !== kind) return value.kind === 'text' ? firstFilled(kind, value.text) : {};
  const words = (members: object): Record<string, string> =>
    Object.fromEntries(
      Object.entries(members)
        .filter(([, member]) => typeof member === 'string' || typeof member === 'number')
        .map(([name, member]) => [name, String(member)]),
    );
  switch (value.kind) {
    case 'date':
      return { date: value.edtf };
    case 'list':
      return { heading: value.heading ?? '', items: value.items.join('\n') };
    case 'citation': {
      const { csl = { type: 'webpage' } } = value;
      return {
        ...words({ ref: value.ref, title: csl.title, URL: csl.URL, website: csl['container-title'] }),
        author: (csl.author ?? []).map(sayCslName).join('; '),
        date: csl.issued ? (edtfOfCsl(csl.issued) ?? csl.issued.raw ?? '') : '',
      };
    }
    default:
      return words(value);
  }
}

const firstFilled = (kind: ValueKind, text: string): Record<string, string> => {
  const first = {
    name: 'full',
    date: 'date',
    quotation: 'words',
    list: 'items',
    citation: 'ref',
    text: 'text',
  };
  return kind in first ? { [first[kind as keyof typeof first]]: text, family: text } : {};
};

/**
 * Makes a value of what stands in the fields; `before` itself where nothing in them was changed. What cannot be read is given as it stands, for `check` to say why.
 * @param before the value that is being edited
 */
export function valueFromInputs(
  kind: ValueKind,
  bearer: string,
  fields: Readonly<Record<string, string>>,
  before: Value | undefined,
  words: string,
  context: ReadingContext,
): unknown {
  if (before?.kind === kind && isUntouched(fields, fillInputs(before, kind))) return before;
  const filled = (name: string) => fields[name]?.trim() || undefined;
  const number = (name: string) =>
    filled(name) === undefined ? undefined : Number(filled(name)!.replace(',', '.'));
  switch (kind) {
    case 'date': {
      const text = filled('date') ?? '';
      const edtf = readDate(text, context)?.edtf ?? text;
      return { kind, edtf, text: before?.kind === 'date' ? before.text : words };
    }
    case 'count':
      return present({
        kind,
        number: number('number') ?? Number.NaN,
        upper: number('upper'),
        comparator: filled('comparator') ?? 'exactly',
        unit: filled('unit'),
        text: before?.kind === 'count' ? before.text : words,
      });
    case 'name':
      return nameFrom(bearer, fields, before?.kind === 'name' ? before : undefined);
    case 'list': {
      const items = (fields.items ?? '').split('\n').map(item => item.trim());
      return present({ kind, heading: filled('heading'), items: items.filter(Boolean) });
    }
    case 'quotation':
      return present({ kind, words: filled('words') ?? '', speaker: filled('speaker') });
    case 'citation': {
      const csl = present({
        ...(before?.kind === 'citation' ? before.csl : {}),
        type: (before?.kind === 'citation' && before.csl?.type) || 'webpage',
        title: filled('title'),
        author: authorsFrom(filled('author'), context),
        'container-title': filled('website'),
        issued: filled('date') ? cslDateFrom(filled('date')!, context) : undefined,
        URL: filled('URL'),
      });
      return present({
        ...(before?.kind === 'citation' ? before : {}),
        kind,
        ref: filled('ref'),
        csl: Object.keys(csl).length > 1 ? csl : undefined,
      });
    }
    case 'text':
      return { kind, text: filled('text') ?? '' };
  }
}

const isUntouched = (
  fields: Readonly<Record<string, string>>,
  filled: Readonly<Record<string, string>>,
): boolean => Object.entries(fields).every(([name, text]) => text.trim() === (filled[name] ?? '').trim());

function nameFrom(
  bearer: string,
  fields: Readonly<Record<string, string>>,
  before: NameValue | undefined,
): unknown {
  const part = (name: string) => fields[name]?.trim() || undefined;
  const kept = before && present({ ...before, assumed: undefined });
  if (bearer !== 'person') {
    const full = part('full') ?? '';
    return present({
      kind: 'name',
      script: scriptOf(full),
      ...kept,
      bearer,
      full,
      acronym: part('acronym'),
      qualifier: part('qualifier'),
    });
  }
  const parts = {
    title: part('title'),
    given: part('given'),
    patronymic: part('patronymic'),
    family: part('family'),
    suffix: part('suffix'),
  };
  const untouched =
    before && Object.entries(parts).every(([name, text]) => before[name as keyof typeof parts] === text);
  const full = untouched
    ? before.full
    : [parts.given, parts.patronymic, parts.family].filter(Boolean).join(' ');
  const particles =
    before?.particles && parts.family?.startsWith(`${before.particles} `) ? before.particles : undefined;
  const initials = before?.given === parts.given ? before?.initials : undefined;
  return present({
    kind: 'name',
    script: scriptOf(full),
    ...kept,
    bearer,
    ...parts,
    full,
    particles,
    initials,
  });
}

/**
 * What may be chosen about how files become text, and the values that extractors name themselves, in English; other
 * values (columns, parts, pages) are called what the file calls them.
 */
export const ownValues = {
  content: {
    main: 'The main content',
    whole: 'The whole page',
    column: 'The texts of one column',
    table: 'The table itself',
  },
  column: {},
  rows: { together: 'All together in one document', each: 'Each a document' },
  lines: { joined: 'Lines joined to paragraphs', 'as-printed': 'A line each, as printed' },
  running: {
    'left-out': 'Without heads, feet and page numbers that return on every page',
    kept: 'With heads, feet and page numbers',
  },
  header: { true: 'The first row names the columns', false: 'The first row is one like the others' },
  delimiter: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' },
  changes: {
    accepted: 'As changed: what was put in stands, what was deleted is gone',
    before: 'As it was before the changes',
  },
  join: { paragraphs: 'Sentences joined into paragraphs', cues: 'Each subtitle a line' },
  path: { '$..*': 'All texts' },
  part: { '': 'The whole book' },
  revision: {},
} as const;

export type ChoiceName = keyof typeof ownValues;
export type OwnValues = typeof ownValues;

/** A value of a choice that extractors name themselves, as it stands in options. */
export type OwnValue<Name extends ChoiceName> = AsValue<keyof OwnValues[Name]>;
type AsValue<Key> = Key extends 'true' | 'false' ? boolean : Key;

/** @returns a value that an extractor names itself, with what it is called in English */
export function own<Name extends ChoiceName, Value extends OwnValue<Name> & (string | boolean)>(
  name: Name,
  value: Value,
): { readonly value: Value; readonly label: string } {
  return { value, label: (ownValues[name] as Readonly<Record<string, string>>)[String(value)]! };
}

/** @returns a choice among values that an extractor names itself, the first of which is taken where nothing is said */
export function ownChoice<Name extends ChoiceName, Value extends OwnValue<Name> & (string | boolean)>(
  name: Name,
  values: readonly Value[],
): { readonly name: Name; readonly values: readonly { readonly value: Value; readonly label: string }[] } {
  return { name, values: values.map(value => own(name, value)) };
}

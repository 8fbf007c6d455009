import type { NameValue } from './name.ts';

/** Says a name in one line: title, name, and what brackets add. */
export function sayName(value: NameValue): string {
  const bracket = value.acronym ?? value.qualifier ?? value.affiliation;
  const name = [value.title, value.full, value.suffix].filter(Boolean).join(' ');
  return bracket === undefined ? name : `${name} (${bracket})`;
}

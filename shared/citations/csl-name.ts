import type { ReadingContext } from '../values/context.ts';
import { readPerson } from '../values/names/read-person.ts';
import { present } from '../values/present.ts';
import type { CslName } from './csl.ts';

/** @returns a person's name as CSL name, parts where they can be told, else as `literal`. */
export function cslName(text: string, context: ReadingContext): CslName {
  const name = readPerson(text, context);
  const given = [name?.given, name?.patronymic, name?.initials].filter(Boolean).join(' ');
  if (!name?.family || !given) return { literal: text };
  return present({ family: name.family, given, suffix: name.suffix });
}

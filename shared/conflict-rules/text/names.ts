import type { Entity } from '../../model/entity.ts';
import type { LearnedNames } from '../../values/names/compare/compare.ts';
import type { NameToken } from '../../values/names/compare/name-token.ts';
import { type PreparedName, prepareName } from '../../values/names/compare/prepare.ts';
import type { NameValue } from '../../values/names/name.ts';
import type { Known } from '../known.ts';
import type { Mention } from '../mention.ts';
import { byCode } from '../place.ts';
import type { Form } from '../rule.ts';
import { functionWords } from './small-words.ts';

const ready = new WeakMap<NameValue, PreparedName>();
const learned = new WeakMap<readonly Entity[], LearnedNames>();

/** @returns a name made ready for comparing, worked out once for each value */
export function preparedName(name: NameValue): PreparedName {
  let prepared = ready.get(name);
  if (!prepared) {
    prepared = prepareName(name);
    ready.set(name, prepared);
  }
  return prepared;
}

/** @returns the name that a mention gives, or undefined */
export function nameOf({ value }: Mention): NameValue | undefined {
  return value.kind === 'name' ? value : undefined;
}

/** @returns what the project's entities teach of names */
export function learnedNames({ entities }: Known): LearnedNames {
  const kept = learned.get(entities);
  if (kept) return kept;
  const entityOf = new Map<string, string>();
  const apart = new Set<string>();
  for (const { id, kind, preferred, variants, distinctFrom } of entities) {
    for (const form of [preferred, ...variants.map(variant => variant.form)])
      entityOf.set(prepareName(form, { bearer: kind }).form, id);
    for (const other of distinctFrom) apart.add([id, other].sort(byCode).join(' '));
  }
  const result = { entityOf, apart };
  learned.set(entities, result);
  return result;
}

/** Whether people have settled who is meant by two forms: one entity, or two that differ. */
export function areSettled(one: Form, other: Form, known: Known): boolean {
  const ids = (form: Form) => new Set(form.mentions.map(({ entityId }) => entityId));
  const [ours, theirs] = [ids(one), ids(other)];
  const { apart } = learnedNames(known);
  if (ours.has(undefined) || theirs.has(undefined)) return false;
  return [...ours].every(a => [...theirs].every(b => a === b || apart.has([a!, b!].sort(byCode).join(' '))));
}

/** Whether a word says something by itself: not "of", not a title, not "Ltd". */
export function isTelling({ role, plain }: NameToken): boolean {
  return (role === 'word' || role === 'acronym' || role === 'number') && !functionWords.has(plain);
}

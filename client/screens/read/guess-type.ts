import { msg, str } from '@lit/localize';
import { claimType } from '../../../shared/claim-types/registry.ts';
import type { ReadingContext } from '../../../shared/values/context.ts';
import type { Value } from '../../../shared/values/value.ts';
import { quoted } from '../../localize/locale.ts';

/** A type that words look like, what they say as that type, and by which sign it was told. */
export interface Guess {
  readonly type: string;
  readonly value: Value;
  readonly sign: string;
}

const ORGANIZATION =
  /(?<!\p{L})(party|movement|front|union|association|institute|alliance|committee|network|international|platform|foundation|council|congress|academy|university|league|society|group|agency|partido|movimiento|frente|alianza|партия|движение|союз|институт)(?!\p{L})/iu;
const QUOTED = /^["“„«‹‘'].*["”“»›’']$/su;
const CITED = /^(<ref|\{\{\s*cite|\[\d+\]|https?:)/i;
const PLACED = /(?:^|\s)(in|at|from|near|to)\s+\p{Ps}*$/iu;

/**
 * Guesses which type of claim words are, from the words and those just before them.
 * @param before the text before the words, some dozen characters are enough
 */
export function guessType(words: string, before: string, context: ReadingContext): Guess | undefined {
  const text = words.trim();
  if (text === '') return undefined;
  const as = (type: string, sign: string): Guess => ({
    type,
    value: claimType(type)!.normalise(text, context),
    sign,
  });
  if (CITED.test(text)) return as('citation', msg('mark-up'));
  if (QUOTED.test(text)) return as('quotation', msg('quotation marks'));
  const date = as('date', msg('its form'));
  if (date.value.kind === 'date') return date;
  const count = as('count', msg('its number'));
  if (count.value.kind === 'count' && text.split(/\s+/).length <= 8) return count;
  const wordCount = text.split(/\s+/).length;
  if (wordCount > 9 || !/\p{Lu}/u.test(text)) return as('statement', msg('its length'));
  const organization = ORGANIZATION.exec(text)?.[0];
  if (organization) return as('organization', quoted(organization));
  const region = regionIn(text, context.language);
  if (region) return as('place', quoted(region));
  const preposition = PLACED.exec(before)?.[1];
  if (preposition && wordCount <= 4) return as('place', msg(str`“${preposition}” before it`));
  const person = as('person', msg('its capitals'));
  if (person.value.kind === 'name' && person.value.given && person.value.family && wordCount <= 5)
    return person;
  return as('organization', msg('its capitals'));
}

const regions = new Map<string, ReadonlySet<string>>();

/** @returns the country that words are or end in after a comma ("Moscow, Russia"), as they write it. */
function regionIn(text: string, language = 'en'): string | undefined {
  const last = text.split(',').at(-1)!.trim();
  return regionNames(language).has(last) || regionNames('en').has(last) ? last : undefined;
}

/** Names of countries in a language, as the platform knows them. */
function regionNames(language: string): ReadonlySet<string> {
  let names = regions.get(language);
  if (!names) {
    const known = Intl.DisplayNames.supportedLocalesOf(language).length > 0 ? language : 'en';
    const say = new Intl.DisplayNames(known, { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap(first => letters.map(second => first + second));
    names = new Set(codes.map(code => say.of(code)).filter(name => name !== undefined));
    regions.set(language, names);
  }
  return names;
}

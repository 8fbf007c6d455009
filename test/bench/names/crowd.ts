import { Chance } from './chance.ts';
import { inCyrillic, otherwiseRomanised } from './respell.ts';

const GIVEN =
  `John Maria Alexander Anna Sergei Elena Ivan Olga Carlos Juan José Luis Miguel Ana Peter Michael David Thomas
  Vladimir Dmitri Nikolai Andrei Mikhail Natalia Tatiana Irina Svetlana Aleksandar Jovan Milan Zoran Dragan Marko Nikola
  Stefan Petar Marija Jelena Katarina Pierre Jean Marie Claire Antoine François Giulia Marco Paolo Chiara Hans Klaus
  Ursula Ingrid Piotr Krzysztof Agnieszka Zofia Oleksandr Volodymyr Yulia Oksana Taras Ahmed Mohammed Fatima Hassan
  Yusuf Khadija Omar Leila Rashid Samira Fernando Rodrigo Beatriz Pedro João Tiago Inês Rui Ricardo Sofia Emma Oliver
  Jack Harry Charlotte Amelia George Edward Henry Alice Viktor Boris Pavel Yuri Galina Lyudmila Vera Nina Tamara`
    .split(/\s+/)
    .filter(Boolean);

const STARTS = 'b v g d zh z k l m n p r s t f kh ch sh st kr br gr tr dr sk pl bl vl'.split(' ');
const VOWELS = 'a e i o u a o e'.split(' ');
const MIDDLES = 'b v g d z k l m n p r s t rn ld nk st rt lm nd sh ch'.split(' ');
const ENDINGS = 'ov ev in sky enko ich ez son man i a er o uk ak as is ic ski ou'.split(' ');

/** A name in the crowd. `of` is the place of the entry that it is another form of. */
export interface CrowdName {
  readonly name: string;
  readonly of?: number;
  readonly form?: Form;
}

export const forms = [
  'order',
  'typing error',
  'initial',
  'cyrillic',
  'romanisation',
  'middle name',
  'capitals',
] as const;
export type Form = (typeof forms)[number];

/**
 * Makes up persons' names, three in ten of them another form of an earlier one. Six in ten
 * given names are common ones, as unevenly spread as in life; the others, one for fifty persons, and the family names,
 * one for some five, are made of syllables.
 * @param seed the same gives the same names
 */
export function* crowd(count: number, seed: number): Generator<CrowdName> {
  const chance = new Chance(seed);
  const families = Array.from({ length: Math.ceil(count / 5) }, () => made(chance) + chance.pick(ENDINGS));
  const givens = Array.from({ length: Math.ceil(count / 50) }, () => made(chance));
  const given = () =>
    chance.one(0.6) ? GIVEN[Math.floor(GIVEN.length * chance.next() ** 1.7)]! : chance.pick(givens);
  const whole: { place: number; given: string; middle: string; family: string }[] = [];
  for (let place = 0; place < count; place++) {
    if (whole.length > 10 && chance.one(0.3)) {
      const person = whole[chance.below(whole.length)]!;
      const form = chance.pick(forms);
      yield { name: formOf(person, form, chance), of: person.place, form };
      continue;
    }
    const person = {
      place,
      given: given(),
      middle: chance.one(0.3) ? given() : '',
      family: families[Math.floor(families.length * chance.next() ** 1.5)]!,
    };
    whole.push(person);
    yield { name: [person.given, person.middle, person.family].filter(Boolean).join(' ') };
  }
}

/** A name of two to four syllables, the last without its vowel. */
function made(chance: Chance): string {
  const middles = chance.below(3);
  let name = chance.pick(STARTS) + chance.pick(VOWELS);
  for (let i = 0; i < middles; i++) name += chance.pick(MIDDLES) + chance.pick(VOWELS);
  name += chance.pick(MIDDLES);
  return name[0]!.toUpperCase() + name.slice(1);
}

function formOf(
  { given, middle, family }: { given: string; middle: string; family: string },
  form: Form,
  chance: Chance,
): string {
  const name = [given, middle, family].filter(Boolean).join(' ');
  switch (form) {
    case 'order':
      return `${family}, ${[given, middle].filter(Boolean).join(' ')}`;
    case 'typing error':
      return chance.one(0.7)
        ? [given, middle, mistyped(family, chance)].filter(Boolean).join(' ')
        : mistyped(name, chance);
    case 'initial':
      return `${given[0]}. ${family}`;
    case 'cyrillic':
      return inCyrillic(name);
    case 'romanisation':
      return otherwiseRomanised(name);
    case 'middle name':
      return middle ? `${given} ${family}` : `${given} ${chance.pick(GIVEN)} ${family}`;
    case 'capitals':
      return `${family.toUpperCase()} ${given}`;
  }
}

/** Two letters swapped, one left out, doubled or replaced, never the first. */
function mistyped(word: string, chance: Chance): string {
  const at = 1 + chance.below(word.length - 2);
  const [before, here, next, after] = [word.slice(0, at), word[at]!, word[at + 1]!, word.slice(at + 2)];
  const kind = chance.below(4);
  if (kind === 0) return before + next + here + after;
  if (kind === 1) return before + next + after;
  if (kind === 2) return before + here + here + next + after;
  return before + chance.pick(VOWELS) + next + after;
}

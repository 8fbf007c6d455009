import type { FieldSpec } from '../claim-types/claim-type.ts';
import { claimType } from '../claim-types/registry.ts';
import { fromTo, type Locator, nameOfPage, writeTime } from '../derivation/locator.ts';
import { words as foundEs } from '../found-words/es.ts';
import { words as foundFr } from '../found-words/fr.ts';
import { words as foundRu } from '../found-words/ru.ts';
import { type FoundWords, sayFound } from '../found-words/say-found.ts';
import type { Conflict, Ground } from '../model/conflict.ts';
import { sayEdtf } from '../values/dates/say-date.ts';
import { dateFormat, numberFormat } from '../values/formatters.ts';
import { type Language, tagOf } from './languages.ts';
import { pluralIn } from './plural.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { ru } from './words/ru.ts';
import type { Words } from './words/words.ts';

/** The words of the model in each language. */
export const words: Readonly<Record<Language, Words>> = { en, es, ru, fr };

/** What rules find; English is what they say themselves. */
const found: Readonly<Record<Language, FoundWords>> = { en: {}, es: foundEs, ru: foundRu, fr: foundFr };

/** What is put into a message where it has the name in braces; a number is written as the language does. */
export type Given = Readonly<Record<string, string | number>>;

/**
 * One language, for what is written outside the interface: messages of one's own, and the words that the interface has
 * for the model. A message names in braces what is put into it, and the form that goes with `count`: "{count}
 * {claim¦claims}".
 */
export class Tongue<Key extends string = never> {
  readonly language: Language;
  /** BCP 47 tag by which dates and numbers are said. */
  readonly tag: string;
  readonly words: Words;
  readonly #messages: Readonly<Record<Key, string>>;

  /** @param messages of each language, by their keys */
  constructor(language: Language, messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>) {
    this.language = language;
    this.tag = tagOf(language);
    this.words = words[language];
    this.#messages = messages[language];
  }

  say(key: Key, given: Given = {}): string {
    return this.fill(this.#messages[key], given);
  }

  /** @returns a message with what its braces name, and the form that goes with `count` */
  fill(message: string, given: Given): string {
    const { count } = given;
    const chosen = count === undefined ? message : pluralIn(this.tag, Number(count), message);
    return chosen.replace(/\{(\w+)\}/g, (all, name: string) => {
      const value = given[name];
      return value === undefined ? all : typeof value === 'number' ? this.number(value) : value;
    });
  }

  number(value: number): string {
    return numberFormat(this.tag).format(value);
  }

  /** @returns an instant as day and time: "7 May 2026, 10:42 UTC"; as it is where it is none */
  instant(at: string): string {
    const date = new Date(at);
    if (Number.isNaN(date.getTime())) return at;
    const day = dateFormat(this.tag, { dateStyle: 'long' }).format(date);
    return `${day}, ${date.toISOString().slice(11, 16)} UTC`;
  }

  /** @returns a claim type's name; its id where it is not known */
  type(id: string): string {
    const label = claimType(id)?.label;
    return label === undefined ? id : this.#said(label);
  }

  /** @returns what a field of a claim type is called, and its value as it is chosen or written */
  field(type: string, name: string, value: string): readonly [label: string, value: string] {
    const field: FieldSpec | undefined = claimType(type)?.fields.find(one => one.name === name);
    if (!field) return [name, value];
    const option = field.options?.find(one => one.value === value);
    return [this.#said(field.label), option ? this.#said(option.label) : value];
  }

  /** @returns a ground by its rule and what that found; a person's own words as they were written */
  ground({ rule, says, given }: Pick<Ground, 'rule' | 'says' | 'given'>): string {
    const part = /^letters\.(\w+)$/.exec(rule)?.[1];
    const said = part === undefined ? undefined : this.words.grounds[part];
    if (given && part === undefined) return sayFound(found[this.language], rule, given) ?? says;
    if (!given || !said) return says;
    const shown = part === 'date' ? mapped(given, edtf => sayEdtf(edtf, this.tag)) : given;
    const { same, only, letters } = given;
    if (same !== undefined) return this.fill(said.equal, shown);
    if (only !== undefined && said.only !== undefined) return this.fill(said.only, shown);
    if (letters !== undefined && said.letters !== undefined)
      return this.fill(said.letters, { ...shown, count: Number(letters) });
    return this.fill(said.differ, shown);
  }

  /** @returns what a conflict is about: its title, or what a rule says where that is the title */
  conflict({ title, grounds }: Pick<Conflict, 'title' | 'grounds'>): string {
    const ground = grounds.find(({ says }) => says === title);
    return ground ? this.ground(ground) : title;
  }

  /** @returns where in the original something stands, or nothing where nothing can be said */
  locator({ pages, time, rows, column, paragraphs, pointer, part }: Locator, heading?: string): string {
    const { places } = this.words;
    const said: string[] = [];
    const numbered = (one: string, several: string, [first, last]: readonly [string, string]) =>
      said.push(this.fill(first === last ? one : several, { first, last }));
    const numbers = ([first, last]: readonly [number, number]) =>
      [this.number(first), this.number(last)] as const;
    if (pages) numbered(places.page, places.pages, [nameOfPage(pages[0]), nameOfPage(pages[1])]);
    if (time) said.push(fromTo(writeTime(time[0]), writeTime(time[1])));
    if (rows) numbered(places.row, places.rows, numbers(rows));
    if (column !== undefined) said.push(this.fill(places.column, { column }));
    if (paragraphs) numbered(places.paragraph, places.paragraphs, numbers(paragraphs));
    if (said.length === 0 && heading) said.push(this.fill(places.heading, { heading }));
    if (said.length === 0 && (pointer ?? part) !== undefined) said.push((pointer ?? part)!);
    return said.join(', ');
  }

  #said(english: string): string {
    return this.words.types[english] ?? english;
  }
}

const mapped = (given: Readonly<Record<string, string>>, map: (value: string) => string) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, map(value)]));

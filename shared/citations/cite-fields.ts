import type { Template } from '../markup/markup.ts';
import type { Span } from '../text/text-like.ts';

/** What a citation template says, whatever its parameters are called. */
export type FieldName =
  | 'title'
  | 'translatedTitle'
  | 'url'
  | 'site'
  | 'publisher'
  | 'author'
  | 'given'
  | 'date'
  | 'accessed'
  | 'language'
  | 'quote'
  | 'archiveUrl'
  | 'archiveDate'
  | 'identifier';

/** One field of a template, where it stands. */
export interface Field {
  /** The parameter's name as written. */
  readonly key: string;
  readonly text: string;
  readonly value: Span;
  /** From the parameter's name to the end of its value. */
  readonly whole: Span;
}

/** The names that parameters have in the templates of several wikis; the first is the preferred one. */
export const FIELD_KEYS: Readonly<Record<FieldName, readonly string[]>> = {
  title: [
    ...['title', 'script-title', 'título', 'titulo', 'titre', 'titolo', 'titel', 'заглавие', 'назва'],
    ...['tytuł', 'naslov', 'наслов', 'chapter'],
  ],
  translatedTitle: ['trans-title', 'trans_title', 'títulotrad', 'trad', 'traduction titre'],
  url: ['url', 'chapter-url', 'website-url', 'ссылка', 'посилання', 'lire en ligne'],
  site: [
    ...['website', 'work', 'newspaper', 'journal', 'magazine', 'periodical', 'site', 'sitioweb', 'obra'],
    ...['издание', 'сайт', 'видання', 'werk', 'périodique', 'sito', 'opublikowany', 'encyclopedia'],
  ],
  publisher: [
    'publisher',
    'publishing',
    'agency',
    'editorial',
    'éditeur',
    'editore',
    'издательство',
    'видавець',
    'hrsg',
  ],
  author: [
    ...[
      'author',
      'last',
      'author1',
      'last1',
      'surname',
      'authors',
      'autor',
      'autor1',
      'apellidos',
      'apellido',
    ],
    ...['auteur', 'auteur1', 'nom', 'nom1', 'autore', 'cognome', 'автор', 'nazwisko', 'prezime'],
  ],
  given: ['first', 'first1', 'given', 'nombre', 'prénom', 'prénom1', 'nome', 'imię', 'ime'],
  date: [
    ...['date', 'fecha', 'data', 'datum', 'дата', 'year', 'año', 'ano', 'année', 'anno', 'год', 'рік'],
    ...['publication-date'],
  ],
  accessed: [
    ...['access-date', 'accessdate', 'fechaacceso', 'acessodata', 'consulté le', 'accesso', 'дата обращения'],
    ...['дата звернення', 'abruf', 'zugriff', 'data dostępu', 'pristup'],
  ],
  language: [
    ...[
      'language',
      'lang',
      'idioma',
      'língua',
      'lingua',
      'langue',
      'sprache',
      'язык',
      'мова',
      'język',
      'jezik',
    ],
  ],
  quote: ['quote', 'quotation', 'cita', 'citação', 'citation', 'citazione', 'цитата', 'zitat', 'cytat'],
  archiveUrl: [
    ...['archive-url', 'archiveurl', 'urlarchivo', 'arquivourl', 'archive url', 'archivio', 'archiv-url'],
    ...['архив', 'archiwum'],
  ],
  archiveDate: [
    ...['archive-date', 'archivedate', 'fechaarchivo', 'arquivodata', 'archive-datum', 'дата архива'],
  ],
  identifier: ['doi', 'isbn', 'issn', 'pmid', 'pmc', 'jstor', 'oclc', 'arxiv', 'bibcode', 'id'],
};

const CITE =
  /^(?:cite|citation|cita|citar|lien web|article|ouvrage|статья|книга|публикация|cytuj|internetquelle|literatur)(?:$|[ _-])/iu;

const NO_CITE = /needed|necess|requer|required|requise|missing|нужна|not found/iu;
/** A template that has none of these cites nothing. */
const TELLING: readonly FieldName[] = ['title', 'url', 'author', 'site', 'publisher', 'identifier'];

/** @returns the fields of a template that gives the details of a source; undefined for any other template. */
export function citeFieldsOf(text: string, template: Template): CiteFields | undefined {
  if (!CITE.test(template.name) || NO_CITE.test(template.name)) return undefined;
  const fields = new CiteFields(text, template);
  return TELLING.some(name => fields.get(name)) ? fields : undefined;
}

/** Reads fields of a template; what is empty is not there. */
class CiteFields {
  readonly #fields = new Map<string, Field>();

  constructor(text: string, { parameters }: Template) {
    for (const { name, start, value } of parameters) {
      if (value.end <= value.start) continue;
      const key = name.toLowerCase();
      const words = text.slice(value.start, Math.min(value.end, value.start + LONGEST));
      this.#fields.set(key, { key: name, text: words, value, whole: { start, end: value.end } });
    }
  }

  get(name: FieldName): Field | undefined {
    for (const key of FIELD_KEYS[name]) if (this.#fields.has(key)) return this.#fields.get(key);
    return undefined;
  }
}

/** Longest value that is looked at. */
const LONGEST = 3_000;

import type { ReadingContext } from '../values/context.ts';
import { folded } from '../values/folded.ts';
import { withoutMarkup } from '../values/markup.ts';
import { present } from '../values/present.ts';
import { FIELD_KEYS } from './cite-fields.ts';
import type { CslItem, CslName } from './csl.ts';
import { cslDateFrom } from './csl-date.ts';
import { cslName } from './csl-name.ts';
import { readTemplate } from './template-parameters.ts';

/** CSL types by the word after "cite" in the template's name. */
const TYPES: Readonly<Record<string, string>> = {
  web: 'webpage',
  news: 'article-newspaper',
  newspaper: 'article-newspaper',
  journal: 'article-journal',
  magazine: 'article-magazine',
  book: 'book',
  libro: 'book',
  ouvrage: 'book',
  video: 'motion_picture',
  av: 'motion_picture',
  report: 'report',
  tweet: 'post',
  conference: 'paper-conference',
  thesis: 'thesis',
  'press release': 'article',
};
const NAMES =
  /^(cite|citation|citar?|lien|article|ouvrage|статья|книга|публикация|cytuj|internetquelle|literatur)(?![\p{L}\p{N}]) ?(.*)$/u;

/**
 * Reads a citation template into CSL-JSON, with the words it quotes.
 * @returns undefined where the text does not begin with such a template
 */
export function citeTemplate(
  text: string,
  context: ReadingContext,
): { csl: CslItem; quote?: string } | undefined {
  const template = text.trimStart().startsWith('{{') ? readTemplate(text) : undefined;
  const match = template && NAMES.exec(template.name);
  if (!template || !match) return undefined;
  const get = (...keys: string[]) => {
    const written = keys.map(key => template.parameters.get(key)).find(value => value !== undefined);
    return written === undefined ? undefined : folded(withoutMarkup(written)) || undefined;
  };
  const date = (...keys: string[]) => {
    const written = get(...keys);
    return written === undefined ? undefined : cslDateFrom(written, context);
  };
  const { title, url: urls, site, publisher, language, archiveUrl, archiveDate } = FIELD_KEYS;
  const url = get(...urls);
  const archive = present({
    archive: get(...archiveUrl),
    'archive-date': get(...archiveDate),
    'translated-title': get(...FIELD_KEYS.translatedTitle),
  });
  const csl = present({
    type: TYPES[match[2]!.trim()] ?? (url === undefined ? 'document' : 'webpage'),
    title: get(...title, '2'),
    'container-title': get(...site),
    publisher: get(...publisher),
    language: get(...language),
    URL: url,
    DOI: get('doi'),
    ISBN: get('isbn'),
    volume: get('volume'),
    issue: get('issue', 'number'),
    page: get('pages', 'page', 'p', 'pp'),
    author: authors(template.parameters, context),
    issued: date(...FIELD_KEYS.date),
    accessed: date(...FIELD_KEYS.accessed),
    custom: Object.keys(archive).length > 0 ? archive : undefined,
  });
  const quote = get(...FIELD_KEYS.quote);
  return quote === undefined ? { csl } : { csl, quote };
}

/** Authors in their order: last1/first1, author2, and the unnumbered forms. */
function authors(parameters: ReadonlyMap<string, string>, context: ReadingContext): CslName[] | undefined {
  const get = (...keys: string[]) => {
    const key = keys.find(one => parameters.has(one));
    return key === undefined ? undefined : folded(withoutMarkup(parameters.get(key)!)) || undefined;
  };
  const names: CslName[] = [];
  for (let i = 1; i <= 20; i++) {
    const bare = i === 1 ? '' : undefined;
    const keys = (word: string) => (bare === undefined ? [`${word}${i}`] : [`${word}1`, word]);
    const family = get(...keys('last'), ...keys('surname'), ...keys('apellidos'), ...keys('nom'));
    const given = get(...keys('first'), ...keys('given'), ...keys('nombre'), ...keys('prénom'));
    const author = get(
      ...keys('author'),
      ...keys('autor'),
      ...keys('auteur'),
      ...(i === 1 ? ['автор', 'authors'] : []),
    );
    if (family !== undefined) names.push(given === undefined ? { literal: family } : { family, given });
    else if (author !== undefined) names.push(cslName(author, context));
    else if (i > 1) break;
  }
  return names.length > 0 ? names : undefined;
}

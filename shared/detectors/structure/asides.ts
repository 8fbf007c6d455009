import type { CheckedText } from '../checked-text.ts';
import { type View, ViewMaker } from './view.ts';

/** Parameters of citation templates in which words stand that readers read. */
const READ =
  /^(?:title|quote|título|titulo|cita|titre|citation|titel|zitat|заголовок|название|цитата|назва|tytuł|cytat|naslov|citat|наслов|цитат)$/;
export const CITATION =
  /^(?:cite\b|cita\b|citation|ouvrage|article|lien web|literatur|internetquelle|статья|книга|публикация|cytuj|citiraj|cite_)/i;

/** What is read in footnotes: the titles and quotes of citations, each on lines of its own. */
export function findAsides(text: CheckedText): View {
  const maker = new ViewMaker(text.text);
  for (const span of text.markup) {
    if (span.kind !== 'template' || !CITATION.test(span.name)) continue;
    for (const { name, value } of span.parameters) {
      if (!READ.test(name.toLowerCase()) || value.end <= value.start) continue;
      maker.show(value.start, value.end);
      maker.put('\n\n', value.end);
    }
  }
  return maker.make();
}

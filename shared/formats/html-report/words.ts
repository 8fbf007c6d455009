import { safeUrl } from '../../citations/safe-url.ts';
import { shortCitation } from '../../citations/short-citation.ts';
import type { Source } from '../../model/source.ts';
import { escapeMarkup } from '../escape-markup.ts';
import type { ReportMessage } from './messages/en.ts';
import type { ReportTongue } from './report-tongue.ts';

export const esc = escapeMarkup;

/** @returns a message as HTML, with HTML put in where it has names in braces */
export const sayMarkup = (
  tongue: ReportTongue,
  key: ReportMessage,
  given: Readonly<Record<string, string>>,
): string => tongue.fill(esc(tongue.say(key)), given);

/** @returns words that somebody wrote, which may run from right to left, inside a line of the report's */
export const own = (words: string): string => `<bdi>${esc(words)}</bdi>`;

/** @returns a title; words for it where it has nothing that can be seen */
export const titleWords = (tongue: ReportTongue, title: string): string =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(title) ? title : tongue.say('untitled');

/** @returns a source by its title and short name, as a link where its address may be followed */
export function sourceLink(tongue: ReportTongue, { id, csl }: Source): string {
  const short = shortCitation(csl, tongue.tag);
  const name = own(csl.title ?? short);
  const where = csl.title === undefined ? '' : ` <span class="meta">${own(short)}</span>`;
  const safe = safeUrl(csl.URL ?? '');
  const linked = 'url' in safe ? `<a href="${esc(safe.url)}">${name}</a>` : name;
  return `<span data-source="${id}">${linked}${where}</span>`;
}

/** @returns words in paragraphs */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(part => `<p dir="auto">${esc(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

export const signed = (tongue: ReportTongue, by: string, at: string): string =>
  `<span class="meta">${own(by)}, ${esc(tongue.instant(at))}</span>`;

import { safeUrl } from '../../citations/safe-url.ts';
import { shortCitation } from '../../citations/short-citation.ts';
import type { Step } from '../../model/scales.ts';
import type { Source } from '../../model/source.ts';
import { escapeMarkup } from '../escape-markup.ts';

export const esc = escapeMarkup;

/** @returns the label of a code on a scale, as people read it */
export function labelOf(steps: readonly Step[], code: string): string {
  return steps.find(step => step.code === code)?.label ?? code;
}

/** @returns an instant as day and time in UTC: "7 May 2026, 10:42 UTC" */
export function sayAt(at: string): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  return `${day}, ${at.slice(11, 16)} UTC`;
}

/** @returns a source by its short name, as a link where its address may be followed */
export function sourceLink({ id, csl }: Source): string {
  const name = esc(csl.title ?? shortCitation(csl, 'en'));
  const where = csl.title === undefined ? '' : ` <span class="meta">${esc(shortCitation(csl, 'en'))}</span>`;
  const safe = safeUrl(csl.URL ?? '');
  const linked = 'url' in safe ? `<a href="${esc(safe.url)}">${name}</a>` : name;
  return `<span data-source="${id}">${linked}${where}</span>`;
}

/** @returns words in paragraphs */
export function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map(part => `<p>${esc(part).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

export const signed = (by: string, at: string): string =>
  `<span class="meta">${esc(by)}, ${esc(sayAt(at))}</span>`;

import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { Document, MediaType, Revision } from '../../../shared/model/document.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';

const TYPES: Record<MediaType, () => string> = {
  'text/plain': () => msg('Plain text'),
  'text/markdown': () => msg('Markdown'),
  'text/x-wiki': () => msg('Wikitext'),
};

/** The heading above the text: title, kind, language, revision and length. */
export function documentMeta(document: Document | undefined, revision: Revision) {
  const day = new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long' }).format(
    new Date(revision.addedAt),
  );
  const kind = document ? TYPES[document.mediaType]() : '';
  return html`<h1 lang=${document?.language ?? 'und'}>${document?.title ?? ''}</h1>
    <p class="meta">
      ${[kind, languageName(document?.language)].filter(Boolean).join(', ')}, ${msg('revision')}
      <span class="mono">${revision.sha256.slice(0, 8)}</span> ${msg(str`of ${day}`)},
      ${plural(revision.length, msg(str`${sayNumber(revision.length)} {character¦characters}`))}.
    </p>`;
}

/** @returns what a language is called in the page's language, or its tag. */
function languageName(tag: string | undefined): string {
  if (!tag) return '';
  try {
    return new Intl.DisplayNames([locale()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

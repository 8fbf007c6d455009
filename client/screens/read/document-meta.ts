import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { Document, MediaType, Revision } from '../../../shared/model/document.ts';
import { dateFormat, languageName } from '../../localize/formatters.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayTitle } from '../../localize/say-title.ts';

const TYPES: Record<MediaType, () => string> = {
  'text/plain': () => msg('Plain text'),
  'text/markdown': () => msg('Markdown'),
  'text/x-wiki': () => msg('Wikitext'),
};

/** The heading above the text: title, kind, language, revision and length. */
export function documentMeta(document: Document | undefined, revision: Revision) {
  const day = dateFormat({ day: 'numeric', month: 'long' }).format(new Date(revision.addedAt));
  const kind = document ? TYPES[document.mediaType]() : '';
  return html`<h1 lang=${document?.language ?? 'und'} dir="auto">${document ? sayTitle(document.title) : ''}</h1>
    <p class="meta">
      ${[kind, document?.language ? languageName(document.language) : ''].filter(Boolean).join(', ')}, ${msg('revision')}
      <span class="mono">${revision.sha256.slice(0, 8)}</span> ${msg(str`of ${day}`)},
      ${plural(revision.length, msg(str`${sayNumber(revision.length)} {character¦characters}`))}.
    </p>`;
}

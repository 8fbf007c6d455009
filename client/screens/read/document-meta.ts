import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { safeUrl } from '../../../shared/citations/safe-url.ts';
import type { DerivationSummary } from '../../../shared/derivation/derivation-index.ts';
import type { Retrieval } from '../../../shared/model/derivation.ts';
import type { Document, MediaType, Revision } from '../../../shared/model/document.ts';
import { dateFormat, languageName } from '../../localize/formatters.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayForm } from '../../localize/say-form.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { originalAddress, originalName, otherwiseAddress } from '../../panels/original.ts';

const TYPES: Record<MediaType, () => string> = {
  'text/plain': () => msg('Plain text'),
  'text/markdown': () => msg('Markdown'),
  'text/x-wiki': () => msg('Wikitext'),
};

/**
 * The heading above the text: title, kind of file, language, pages, revision and length, and where it was fetched.
 * @param summary what is known of a derived text, once that is here
 */
export function documentMeta(
  document: Document | undefined,
  revision: Revision,
  summary: DerivationSummary | undefined,
) {
  const day = dateFormat({ day: 'numeric', month: 'long' }).format(new Date(revision.addedAt));
  const { extraction } = revision.reading;
  const kind = extraction ? sayForm(extraction) : document ? TYPES[document.mediaType]() : '';
  const pages = summary?.pages.length ?? 0;
  const said = [
    kind,
    ...(pages > 0 ? [plural(pages, msg(str`${sayNumber(pages)} {page¦pages}`))] : []),
    document?.language ? languageName(document.language) : '',
  ];
  return html`<h1 lang=${document?.language ?? 'und'} dir="auto">${document ? sayTitle(document.title) : ''}</h1>
    <p class="meta">
      ${said.filter(Boolean).join(', ')}, ${msg('revision')}
      <span class="mono">${revision.sha256.slice(0, 8)}</span> ${msg(str`of ${day}`)},
      ${plural(revision.length, msg(str`${sayNumber(revision.length)} {character¦characters}`))}.
      ${revision.retrieved ? fetched(revision.retrieved) : nothing}
      ${document && extraction ? original(document, revision) : nothing}
    </p>`;
}

function fetched({ url, at }: Retrieval) {
  const day = dateFormat({ day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));
  const safe = safeUrl(url);
  if (!('url' in safe)) return nothing;
  return html`<a href=${safe.url} target="_blank" rel="noopener noreferrer">${msg(str`Fetched on ${day}`)}</a>`;
}

/** The file of which the text was made, and the way to make it otherwise. */
function original(document: Document, revision: Revision) {
  return html`<span class="original"
    ><a href=${originalAddress(document.id, revision.id)} download=${originalName(document, revision)}>${msg('Download the original')}</a>
    <a href=${otherwiseAddress(document.id, revision.id)}>${msg('Read it otherwise …')}</a></span
  >`;
}

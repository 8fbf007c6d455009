import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import type { DocumentSummary } from '../../../shared/api/routes/documents.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { languageName } from '../../localize/formatters.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { sayForm } from '../../localize/say-form.ts';
import { sayTitle } from '../../localize/say-title.ts';
import { sayClaims, sayMediaType, sayWhen } from './words.ts';
import '../../elements/icon.ts';
import '../../elements/progress.ts';

/** Whether a document can be read without the server: it can, it stays so, or it cannot and the server is away. */
export type Keeping = 'here' | 'pinned' | 'away' | 'unknown';

/**
 * @param box selects the row
 * @returns the cells of a document's row, up to the one with its menu
 */
export function documentCells(row: DocumentSummary, keeping: Keeping = 'unknown', box: unknown = nothing) {
  const { id, object } = row.held;
  const { length, addedAt, addedBy, reading } = currentRevision(object);
  const kind = reading.extraction ? sayForm(reading.extraction) : sayMediaType(object.mediaType);
  return html`<td class="full">
      ${box}<a class="tt" href="/read/${id}" lang=${object.language ?? nothing} dir="auto" title=${full(object.title)}>${sayTitle(object.title)}</a>
      <div class="small muted">
        ${waiting(row)}${kept(keeping)}${kind}${object.origin ? html`, <span class="origin">${object.origin}</span>` : nothing}
      </div>
    </td>
    <td class="dt">
      ${object.language ? html`<span title=${languageName(object.language)}>${object.language}</span>` : html`<span class="muted">–</span>`}
    </td>
    <td class="n dt">${sayNumber(length)}</td>
    <td class="n claims"><span class="dt">${sayNumber(row.claims)}</span><span class="ph">${sayClaims(row.claims)}</span></td>
    <td class="n">${conflicts(row.openConflicts)}</td>
    <td class="full">${share(row)}</td>
    <td class="small muted dt">${sayWhen(addedAt, new Date())}, ${isolated(addedBy)}</td>`;
}

/** How many claims and passages wait to be placed since the text was revised; leads to where they are. */
function waiting({ held, waiting }: DocumentSummary) {
  if (waiting === 0) return nothing;
  const says = msg(str`${sayNumber(waiting)} to place`);
  return html`<a
    class="tag red num to-place"
    href="/read/${held.id}?place="
    title=${msg('Since the text was revised, these wait to be placed')}
    ><vr-icon name="warning"></vr-icon>${says}</a
  > `;
}

function kept(keeping: Keeping) {
  if (keeping === 'here' || keeping === 'pinned') {
    const says = keeping === 'pinned' ? msg('Kept for reading offline') : msg('Can be read offline');
    return html`<span class="kept" title=${says}><vr-icon name="kept"></vr-icon><span class="vh">${says}. </span></span>`;
  }
  return keeping === 'away' ? html`<span class="tag">${msg('not kept here')}</span> ` : nothing;
}

/** Rows show the beginning of what is long; the whole of it is said by a tip. */
const full = (words: string) => (words.length > 150 ? words : nothing);

function conflicts(open: number) {
  if (open === 0) return html`<span class="muted dt">0</span>`;
  const says = plural(open, msg(str`${sayNumber(open)} open {conflict¦conflicts}`));
  return html`<a class="tag red num" href="/conflicts" title=${says}
    ><span aria-hidden="true">≠ ${open}</span><span class="vh">${says}</span></a
  >`;
}

/** How much of a document is ticked, as a bar and in words. */
function share({ claims, ticked }: DocumentSummary) {
  if (claims === 0) return html`<span class="small muted">${msg('No claims yet')}</span>`;
  const says = ticked === claims ? msg('All ticked') : msg(str`${sayNumber(ticked)} of ${sayNumber(claims)}`);
  const percent = Math.round((100 * ticked) / claims);
  return html`<span class="share"
    ><vr-progress measure .value=${ticked / claims} label=${msg(str`${percent} percent ticked`)}></vr-progress
    ><span class="num small">${says}</span></span
  >`;
}

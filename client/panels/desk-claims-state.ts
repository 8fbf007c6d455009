import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { sayNumber } from '../localize/locale.ts';
import { plural } from '../localize/plural.ts';
import type { DeskClaims } from './desk-claims.ts';
import '../elements/banner.ts';
import '../elements/skeleton.ts';

/**
 * What a screen says while the claims of all documents come, where they do not come, and where some are left out.
 * @param isEmpty whether there is nothing yet to be shown beside it
 */
export function deskClaimsState(claims: DeskClaims, isEmpty: boolean) {
  const { state, failed, progress, left, away } = claims;
  if (state === 'failed')
    return html`<vr-banner tone="error" icon="warning">
      <strong>${msg('The claims could not be loaded.')}</strong> ${failed}
      <button class="btn" slot="actions" @click=${() => void claims.load()}>${msg('Try again')}</button>
    </vr-banner>`;
  if (state === 'loading' && isEmpty)
    return html`<vr-skeleton
      label=${
        progress.total > 0
          ? msg(str`Loading claims: ${sayNumber(progress.done)} of ${sayNumber(progress.total)}`)
          : msg('Loading claims')
      }
    ></vr-skeleton>`;
  if (state === 'ready' && away > 0)
    return html`<vr-banner icon="offline">
      ${plural(away, msg(str`The server is away: ${sayNumber(away)} {document is¦documents are} not kept here, and {its¦their} claims are missing.`))}
      <button class="btn" slot="actions" @click=${() => void claims.load()}>${msg('Try again')}</button>
    </vr-banner>`;
  if (state === 'ready' && left > 0)
    return html`<vr-banner icon="info">
      ${plural(left, msg(str`${sayNumber(left)} {claim is¦claims are} left out: there are too many to be shown at once.`))}
    </vr-banner>`;
  return nothing;
}

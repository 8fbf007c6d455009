import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import { encodings, sayEncoding } from './candidate.ts';

/**
 * A menu of encodings, those that fit the bytes first.
 * @param chosen the encoding that the bytes are read in; empty where none was
 * @param placeholder stands there while none is chosen
 */
export function encodingMenu(
  chosen: string,
  fitting: Examination['encodings'],
  choose: (encoding: string) => void,
  placeholder?: string,
) {
  const fits = fitting.map(({ encoding }) => encoding);
  const others = encodings.filter(encoding => !fits.includes(encoding));
  if (chosen && !fits.includes(chosen) && !others.includes(chosen)) others.unshift(chosen);
  const option = (encoding: string, says = sayEncoding(encoding)) =>
    html`<option value=${encoding} ?selected=${encoding === chosen}>${says}</option>`;
  return html`<select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${placeholder && !chosen ? html`<option value="" selected disabled>${placeholder}</option>` : nothing}
    ${
      fitting.length > 0
        ? html`<optgroup label=${msg('Recognised')}>
            ${fitting.map(({ encoding, confidence }) =>
              option(encoding, `${sayEncoding(encoding)} (${Math.round(confidence)} %)`),
            )}
          </optgroup>`
        : nothing
    }
    <optgroup label=${msg('All')}>${others.map(encoding => option(encoding))}</optgroup>
  </select>`;
}

import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { FieldSpec } from '../../../shared/claim-types/claim-type.ts';
import { describe, type SayableClaim } from '../../../shared/claim-types/describe.ts';
import type { Value } from '../../../shared/values/value.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { optionLabel } from '../../localize/say-type.ts';

/** What stands in a field; of a choice its words, not its code. */
export function sayField(field: FieldSpec, text: string): string {
  const option = field.options?.find(option => option.value === text);
  return option ? optionLabel(option) : text;
}

/** A value in words, its parts told apart; the words themselves where there is none. */
export function sayParts(claim: SayableClaim) {
  const value = claim.value as Value | undefined;
  if (value?.kind === 'name' && value.bearer === 'person' && (value.given || value.family)) {
    const part = (label: string, text: string | undefined) =>
      text ? html`${label} <b>${text}</b>` : undefined;
    const parts = [
      part(msg('title'), value.title),
      part(msg('given'), [value.given, value.initials].filter(Boolean).join(' ') || undefined),
      part(msg('patronymic'), value.patronymic),
      part(msg('family'), value.family),
      value.suffix ? html`<b>${value.suffix}</b>` : undefined,
    ].filter(one => one !== undefined);
    return parts.map((one, i) => html`${i > 0 ? ', ' : ''}${one}`);
  }
  if (value?.kind === 'date')
    return html`<b>${describe(claim, locale())}</b> <span class="mono muted">${value.edtf}</span>`;
  if (value?.kind === 'list')
    return html`<b>${plural(value.items.length, msg(str`${sayNumber(value.items.length)} {item¦items}`))}</b>: ${value.items.slice(0, 6).join(' · ')}${value.items.length > 6 ? ' …' : ''}`;
  return html`<b>${describe(claim, locale())}</b>`;
}

import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FateTotals, ObjectDifference } from '../../../shared/api/routes/history.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { addressOfObject } from './object-address.ts';
import { sayDifference, sayFate } from './say-difference.ts';
import { type Names, nameOf, sayKind } from './say-line.ts';

/** Paths that are told of one object. */
const TOLD = 12;
const SIGN: Readonly<Record<ObjectDifference['fate'], string>> = {
  ...{ added: '+', removed: '−', 'brought-back': '↩', changed: '≈' },
};

/** Objects and what became of them: what came and went, and of what changed the old value and the new. */
@customElement('vr-differences')
export class VrDifferences extends LightElement {
  @property({ attribute: false }) objects: readonly ObjectDifference[] = [];
  @property({ attribute: false }) names: Names = {};

  protected override render() {
    return html`<ul class="diffs">${this.objects.map(object => this.#object(object))}</ul>`;
  }

  #named(id: string): string | undefined {
    const name = this.names[id];
    return name && nameOf(name.kind, name);
  }

  #object({ kind, id, fate, fields }: ObjectDifference) {
    const name = this.names[id];
    const address = addressOfObject(id, name);
    const words = nameOf(kind, name);
    return html`<li class=${fate}>
      <span class="sign" aria-hidden="true">${SIGN[fate]}</span>
      <div>
        <span class="fate">${sayFate(fate)}</span> <span class="muted">${sayKind(kind)}</span>
        ${address ? html`<a href=${address} dir="auto">${words}</a>` : html`<span dir="auto">${words}</span>`}
        ${
          fate === 'added' || fate === 'removed' || fields.length === 0
            ? nothing
            : html`<dl>${fields.slice(0, TOLD).map(field => {
                const { field: said, old, now } = sayDifference(kind, field, id => this.#named(id));
                return html`<div><dt>${said}</dt>
                  <dd>${old === undefined ? nothing : html`<del dir="auto">${old}</del>`}${old !== undefined && now !== undefined ? html` <span aria-hidden="true">→</span> ` : nothing}${now === undefined ? nothing : html`<ins dir="auto">${now}</ins>`}</dd></div>`;
              })}</dl>`
        }
      </div>
    </li>`;
  }
}

/** @returns how many came, changed and went: "2 are new · 1 is gone" */
export function sayTotals(totals: FateTotals): string {
  const n = sayNumber;
  const { added, removed, changed } = totals;
  const back = totals['brought-back'];
  const parts = [
    ...(added > 0 ? [plural(added, msg(str`${n(added)} {is new¦are new}`))] : []),
    ...(back > 0 ? [plural(back, msg(str`${n(back)} {is back¦are back}`))] : []),
    ...(changed > 0 ? [plural(changed, msg(str`${n(changed)} {is changed¦are changed}`))] : []),
    ...(removed > 0 ? [plural(removed, msg(str`${n(removed)} {is gone¦are gone}`))] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : msg('Nothing is different.');
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-differences': VrDifferences;
  }
}

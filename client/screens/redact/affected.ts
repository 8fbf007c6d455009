import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { RedactionReport } from '../../../shared/model/redaction.ts';
import { LightElement } from '../../elements/light-element.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { addressOf } from '../../router/routes.ts';
import '../../elements/banner.ts';

type Kind = RedactionReport['objects'][number]['kind'];

/** More of one kind are only counted. */
const MOST = 50;

/** What a redaction reaches: texts, lines of the history, and every object that changes. */
@customElement('vr-affected')
export class VrAffected extends LightElement {
  @property({ attribute: false }) report: RedactionReport | undefined;

  protected override render() {
    const { report } = this;
    if (!report) return nothing;
    const units = report.revisions.reduce((sum, { units: count }) => sum + count, 0);
    const revisions = report.revisions.length;
    const goes = new Set(report.files.flatMap(file => (file.goes ? [file.revision] : []))).size;
    const kept = report.files.length - goes;
    const kinds = [...new Set(report.objects.map(({ kind }) => kind))].filter(kind => kind !== 'document');
    return html`<section class="affected" aria-label=${msg('What it reaches')}>
      <h2>${msg('What it reaches')}</h2>
      <ul class="sums">
        <li>${plural(units, msg(str`${sayNumber(units)} {character¦characters}`))}, ${plural(revisions, msg(str`in ${sayNumber(revisions)} {revision¦revisions} of the text`))}</li>
        <li>${plural(report.lines, msg(str`${sayNumber(report.lines)} {line¦lines} of the history; tombstones stand for them, and everything still verifies`))}</li>
        ${goes > 0 ? html`<li>${plural(goes, msg(str`${sayNumber(goes)} {file¦files} from which {its text was¦texts were} extracted: {it is¦they are} destroyed, and pages, headings and places with {it¦them}`))}</li>` : nothing}
        ${kept > 0 ? html`<li class="muted">${plural(kept, msg(str`${sayNumber(kept)} other {file of this document stays: the words do not stand in its text¦files of this document stay: the words do not stand in their texts}`))}</li>` : nothing}
      </ul>
      ${kinds.map(kind => this.#objects(kind))}
      ${sharing(report).map(
        ([documentId, title]) =>
          html`<vr-banner icon="info">
            ${msg(str`The text of “${isolated(title)}” came from the same file, which goes. That text stays as it is.`)}
            <a slot="actions" class="btn" href=${addressOf({ screen: 'read', documentId })}>${msg('Look there')}</a>
          </vr-banner>`,
      )}
      ${report.elsewhere.map(
        ({ documentId, title }) =>
          html`<vr-banner icon="info">
            ${msg(str`The same words stand in “${isolated(title)}”, and stay there.`)}
            <a slot="actions" class="btn" href=${addressOf({ screen: 'read', documentId })}>${msg('Look there')}</a>
          </vr-banner>`,
      )}
    </section>`;
  }

  #objects(kind: Kind) {
    const all = this.report!.objects.filter(one => one.kind === kind);
    return html`<details>
      <summary>${counted(kind, all.length)}</summary>
      <ul class="names">
        ${all.slice(0, MOST).map(({ name }) => html`<li dir="auto">${name}</li>`)}
        ${all.length > MOST ? html`<li class="muted">${plural(all.length - MOST, msg(str`and ${sayNumber(all.length - MOST)} {other¦others}`))}</li>` : nothing}
      </ul>
    </details>`;
  }
}

/** Other documents that lose their file, by id, with their titles. */
const sharing = ({ files, documentId }: RedactionReport): [string, string][] => [
  ...new Map(
    files.flatMap(file =>
      file.goes && file.documentId !== documentId ? [[file.documentId, file.title] as const] : [],
    ),
  ),
];

/** What changes of a kind, in whole phrases, since languages inflect them. */
function counted(kind: Kind, count: number): string {
  const number = sayNumber(count);
  switch (kind) {
    case 'claim':
      return plural(count, msg(str`${number} {claim loses¦claims lose} words, values or quotes`));
    case 'source':
      return plural(count, msg(str`${number} {source loses¦sources lose} words`));
    case 'entity':
      return plural(count, msg(str`${number} {entity loses¦entities lose} a name`));
    case 'conflict':
      return plural(count, msg(str`${number} {conflict loses¦conflicts lose} words or values`));
    default:
      return plural(count, msg(str`${number} {other thing loses¦other things lose} words`));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-affected': VrAffected;
  }
}

import { msg, str } from '@lit/localize';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import { shortCitation } from '../../../shared/citations/short-citation.ts';
import { describe } from '../../../shared/claim-types/describe.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Evidence } from '../../../shared/model/source.ts';
import { toast } from '../../elements/toasts.ts';
import { locale, sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { stepLabel } from '../../localize/say-step.ts';
import { typeLabel } from '../../localize/say-type.ts';
import { inPieces } from '../../store/in-pieces.ts';
import type { ReadHost } from './read-host.ts';
import './printing.css';

/** Most claims that are listed after the text. */
const MOST = 2000;

/**
 * Prints the text as it is seen, its claims numbered in the text and in the margin, and after it what each claims and
 * what it rests on.
 */
export class Printing implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & ReadHost;
  readonly #numbers = new CSSStyleSheet();

  constructor(host: ReactiveControllerHost & HTMLElement & ReadHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('beforeprint', this.#before);
    window.addEventListener('afterprint', this.#after);
  }

  hostDisconnected(): void {
    window.removeEventListener('beforeprint', this.#before);
    window.removeEventListener('afterprint', this.#after);
  }

  /** Fetches what is printed of the claims, then prints. */
  async print(): Promise<void> {
    const { store } = this.#host.reading;
    try {
      await store.works.run(msg('Fetching the claims to be printed …'), hand =>
        inPieces(this.#ids(), 200, piece => store.loadClaims(piece), hand),
      );
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return;
      toast(msg('Some claims could not be fetched. They are printed without values and evidence.'));
    }
    window.print();
  }

  /** The claims that are shown, in text order. */
  #ids(): string[] {
    const { claims } = this.#host.reading;
    if (!claims) return [];
    const ids: string[] = [];
    for (const slot of claims.table.order) {
      if (ids.length >= MOST) break;
      if (claims.test(slot)) ids.push(claims.table.idAt(slot));
    }
    return ids;
  }

  #before = (): void => {
    const place = this.#host.querySelector<HTMLElement>('.print-notes');
    if (!place) return;
    const ids = this.#ids();
    render(this.#notes(ids), place);
    this.#numbers.replaceSync(`@media print { ${this.#rules(ids)} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#numbers];
  };

  #after = (): void => {
    const place = this.#host.querySelector<HTMLElement>('.print-notes');
    if (place) render(nothing, place);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== this.#numbers);
  };

  /** The number of each claim after its words, and in the margin those of the claims that begin in a paragraph. */
  #rules(ids: readonly string[]): string {
    const numbers = new Map(ids.map((id, i) => [id, i + 1]));
    const rules = ids.map(
      (id, i) => `.reader-text .c[data-id="${id}"]:not(.oe, [data-to])::after { content: "${i + 1}" }`,
    );
    for (const paragraph of this.#host.querySelectorAll('.reader-text p')) {
      const begun = [...paragraph.querySelectorAll<HTMLElement>('.c[data-id]:not(.os)')]
        .map(({ dataset }) => dataset.id!)
        .filter(id => numbers.has(id));
      const [first] = begun;
      if (!first) continue;
      const all = begun.map(id => numbers.get(id)!);
      const [least, most] = [Math.min(...all), Math.max(...all)];
      const says = least === most ? `${least}` : `${least}–${most}`;
      rules.push(`.reader-text .c[data-id="${first}"]:not(.os)::before { content: "${says}" }`);
    }
    return rules.join('\n');
  }

  #notes(ids: readonly string[]) {
    const { reading } = this.#host;
    const { claims, store } = reading;
    if (!claims) return nothing;
    let shown = 0;
    for (const slot of claims.table.order) if (claims.test(slot)) shown++;
    const left = shown - ids.length;
    const length = reading.text?.map.length ?? 0;
    const { start, end } = this.#host.reader?.printed ?? { start: 0, end: length };
    return html`${
      end - start < length
        ? html`<p class="part">
              ${msg(str`Only a part of this long text is printed: characters ${sayNumber(start)} to ${sayNumber(end)} of ${sayNumber(length)}.`)}
            </p>`
        : nothing
    }
      <h2>${plural(shown, msg(str`${sayNumber(shown)} {claim¦claims}`))}</h2>
      <ol>
        ${ids.map(id => {
          const held = store.get('claim', id);
          return html`<li>${held ? this.#claim(held.object) : html`<i>${msg('not fetched')}</i>`}</li>`;
        })}
      </ol>
      ${left > 0 ? html`<p>${plural(left, msg(str`${sayNumber(left)} more {claim is¦claims are} not listed: filter the claims to print them.`))}</p>` : nothing}`;
  }

  #claim(claim: Claim) {
    const { exact } = claim.anchor.quote;
    const words = exact.length > 300 ? `${exact.slice(0, 300)} …` : exact;
    const value = describe(claim, locale());
    const judged = [
      stepLabel('workflow', claim.workflow),
      ...(claim.verdict ? [stepLabel('verdict', claim.verdict)] : []),
    ];
    return html`<b class="words">${words}</b> <span class="kind">${typeLabel(claim.type)}</span>${
      value === exact ? nothing : html` = ${value}`
    }. ${judged.join(', ')}.${claim.tags.length > 0 ? html` <span class="kind">${claim.tags.join(', ')}</span>` : nothing}
      ${claim.evidence.map(evidence => html`<div class="ev">${this.#evidence(evidence)}</div>`)}`;
  }

  #evidence(evidence: Evidence) {
    const { store } = this.#host.reading;
    const source = evidence.sourceId ? store.get('source', evidence.sourceId)?.object.csl : undefined;
    const title = evidence.passage
      ? store.get('document', evidence.passage.documentId)?.object.title
      : (source?.title ?? source?.URL);
    const more = source ? shortCitation(source as Parameters<typeof shortCitation>[0], locale()) : '';
    const quote = evidence.passage?.quote.exact ?? evidence.quote;
    return html`${stepLabel('stance', evidence.stance)}${evidence.fit ? `, ${stepLabel('fit', evidence.fit)}` : ''}:
      <cite>${title ?? msg('a source')}</cite>${more && more !== title ? `, ${more}` : ''}${evidence.locator ? `, ${evidence.locator}` : ''}${
        quote ? html`: “${quote}”` : nothing
      }${source?.URL ? html` <span class="url">${source.URL}</span>` : nothing}`;
  }
}

import { msg, str } from '@lit/localize';
import { html, nothing } from 'lit';
import { countTicked } from './claim-marks.ts';
import { asksNothing } from './filter-address.ts';
import type { Reading } from './reading.ts';

interface ToolDeeds {
  openFilters(): void;
  find(): void;
}

/** What stands above the text: how far the work is, how much is shown, and finding. */
export function readTools(reading: Reading, deeds: ToolDeeds) {
  const { claims } = reading;
  const { total, ticked, shown } = tally(reading);
  const isFiltered = claims !== undefined && !asksNothing(claims.filter);
  return html`<button class="btn quiet filters-button" aria-label=${msg('Contents and filters')} @click=${deeds.openFilters}>
      <vr-icon name="list-filter"></vr-icon>
    </button>
    ${
      claims
        ? html`<span class="small muted dt num">${msg(str`${ticked.toLocaleString()} of ${total.toLocaleString()} ticked`)}</span
            ><span class="bar dt" role="img" aria-label=${msg(str`${percent(ticked, total)} percent ticked`)}
              ><i class="a" style="width:${percent(ticked, total)}%"></i
            ></span>`
        : nothing
    }
    ${
      isFiltered
        ? html`<button class="chip" @click=${() => reading.setFilter({})}>
            ${msg(str`${shown.toLocaleString()} of ${total.toLocaleString()} shown`)}<vr-icon name="x"></vr-icon><kbd class="dt">a</kbd
            ><span class="vh">${msg('Show all claims')}</span>
          </button>`
        : nothing
    }
    <span class="sp"></span>
    <button class="btn quiet" aria-label=${msg('Find')} @click=${deeds.find}>
      <vr-icon name="search"></vr-icon><span class="dt">${msg('Find')}</span> <kbd class="dt">/</kbd>
    </button>`;
}

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100));

interface Tally {
  readonly total: number;
  readonly ticked: number;
  readonly shown: number;
}
let counted: { table: unknown; version: number; tally: Tally } | undefined;

/** Counts the open document's claims; once for every state of them. */
function tally(reading: Reading): Tally {
  const { claims } = reading;
  if (!claims) return { total: 0, ticked: 0, shown: 0 };
  const { table, version, test } = claims;
  if (counted?.table !== table || counted.version !== version) {
    let shown = 0;
    for (const slot of table.order) if (test(slot)) shown++;
    counted = { table, version, tally: { total: table.size, ticked: countTicked(table), shown } };
  }
  return counted.tally;
}

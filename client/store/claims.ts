import {
  type ClaimFilter,
  compileFilter,
  countFacets,
  type Facets,
  type SlotTest,
} from '../../shared/claim-index/filter.ts';
import { type ClaimRow, rowOf } from '../../shared/claim-index/row.ts';
import type { ClaimTable } from '../../shared/claim-index/table.ts';
import { sameJson } from '../../shared/json/canonical.ts';
import type { Versioned } from '../../shared/model/change.ts';

/** The claims of the document that is being read: the index, the filter over it, and what is counted from both. */
export class OpenClaims {
  readonly documentId: string;
  readonly table: ClaimTable;
  #filter: ClaimFilter = {};
  #test: SlotTest = () => true;
  #testedAt = -1;
  #facets: Facets | undefined;
  #facetsAt = -1;
  /** Counts changes of the table or the filter, so that a view knows when to draw anew. */
  #filterVersion = 0;

  constructor(documentId: string, table: ClaimTable) {
    this.documentId = documentId;
    this.table = table;
  }

  get version(): number {
    return this.table.version + this.#filterVersion * 1_000_000_000;
  }

  get filter(): ClaimFilter {
    return this.#filter;
  }

  set filter(filter: ClaimFilter) {
    this.#filter = filter;
    this.#filterVersion++;
    this.#testedAt = -1;
  }

  /** Whether the claim in a slot passes the filter. */
  get test(): SlotTest {
    if (this.#testedAt !== this.table.version) {
      this.#test = compileFilter(this.table, this.#filter);
      this.#testedAt = this.table.version;
    }
    return this.#test;
  }

  /** Counts over all claims, whatever the filter. */
  get facets(): Facets {
    if (!this.#facets || this.#facetsAt !== this.table.version) {
      this.#facets = countFacets(this.table);
      this.#facetsAt = this.table.version;
    }
    return this.#facets;
  }

  /** Slots that pass the filter and touch a window of the text, in text order; UTF-16 code units. */
  touching(from: number, to: number): number[] {
    return this.table.touching(from, to).filter(this.test);
  }

  /**
   * @param slot where to start; -1 for the text's beginning or end
   * @returns the next or previous slot in text order that passes the filter, or -1
   */
  step(slot: number, direction: 1 | -1): number {
    const { order } = this.table;
    const { test } = this;
    let place = slot < 0 ? (direction > 0 ? -1 : order.length) : this.table.placeOfSlot(slot);
    for (place += direction; place >= 0 && place < order.length; place += direction)
      if (test(order[place]!)) return order[place]!;
    return -1;
  }

  /** The nearest slot that passes the filter and starts at or after (before) an offset, or -1. */
  stepFrom(offset: number, direction: 1 | -1): number {
    const { order } = this.table;
    for (
      let place = this.table.placeOf(offset) - (direction < 0 ? 1 : 0);
      place >= 0 && place < order.length;
      place += direction
    ) {
      if (this.test(order[place]!)) return order[place]!;
    }
    return -1;
  }

  /** Brings the index up to date with an object; one that says nothing new there leaves it as it is. */
  take(held: Versioned<'claim'>, inConflict: boolean): void {
    if (held.object.anchor.documentId !== this.documentId) return;
    if (held.removed) this.table.delete(held.id);
    else this.#put(rowOf(held.object, inConflict, this.table.revision));
  }

  #put(row: ClaimRow): void {
    const slot = this.table.slotOf(row.id);
    // What the server has taken is mostly here already; all that is derived from the index then still holds.
    if (slot < 0 || !sameJson(this.table.rowAt(slot), row)) this.table.put(row);
  }
}

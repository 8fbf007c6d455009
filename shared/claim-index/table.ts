import type { Range } from '../model/anchor.ts';
import { verdict, workflow } from '../model/scales.ts';
import { type Columns, FLAG, growColumns, makeColumns } from './columns.ts';
import { Dictionary } from './dictionary.ts';
import { IdMap, packId, unpackId } from './ids.ts';
import type { ClaimRow } from './row.ts';

const BLOCK = 64;

/** The parts of a table, as the codec takes and gives them. Slots are in text order, those that wait after all others. */
export interface TableParts {
  readonly count: number;
  readonly revision?: string | undefined;
  readonly ids: Uint8Array;
  readonly columns: Columns;
  readonly types: readonly string[];
  readonly people: readonly string[];
  /** Distinct sets of tags; a claim refers to one of them. */
  readonly tagSets: readonly (readonly string[])[];
  /** Ranges of discontinuous claims, by slot. */
  readonly pieces: ReadonlyMap<number, readonly Range[]>;
}

/**
 * The claims of one document by column. A claim keeps its slot for life; `order` holds the live slots by where
 * their claim starts (of two that start together the longer first), so that a window of text finds its claims
 * without looking at the others, and an insertion moves one small array. Claims that wait on another revision have
 * their columns here and no place in that order.
 */
export class ClaimTable {
  columns: Columns;
  ids: Uint8Array;
  readonly types: Dictionary;
  readonly people: Dictionary;
  readonly tagSets: Dictionary;
  /** The revision on which the claims stand that do not wait; undefined where it is not known. */
  readonly revision: string | undefined;
  /** Counts modifications, so that what is derived from the table knows when it is old. */
  version = 0;
  #count: number;
  #order: Uint32Array;
  /** How many have a place in the order. */
  #live: number;
  readonly #waiting = new Set<number>();
  #blockEnds: Uint32Array;
  #blocksFrom = Number.POSITIVE_INFINITY;
  #pieces: Map<number, readonly Range[]>;
  #idMap: IdMap | undefined;

  constructor(parts?: Partial<TableParts>) {
    this.#count = parts?.count ?? 0;
    this.columns = parts?.columns ?? makeColumns(64);
    this.ids = parts?.ids ?? new Uint8Array(64 * 16);
    this.types = new Dictionary(parts?.types);
    this.people = new Dictionary(parts?.people);
    this.tagSets = new Dictionary(parts?.tagSets?.map(tags => JSON.stringify(tags)) ?? ['[]']);
    this.#pieces = new Map(parts?.pieces);
    this.revision = parts?.revision;
    this.#order = new Uint32Array(Math.max(64, this.#count));
    this.#live = 0;
    for (let slot = 0; slot < this.#count; slot++)
      if (this.columns.flags[slot]! & FLAG.waiting) this.#waiting.add(slot);
      else this.#order[this.#live++] = slot;
    this.#blockEnds = new Uint32Array(0);
    this.#blocksFrom = 0;
  }

  /** Made when first asked for: a text is shown before anybody asks for a claim by its id. */
  get #map(): IdMap {
    if (!this.#idMap) {
      this.#idMap = new IdMap(() => this.ids, Math.max(64, this.#count));
      for (let slot = 0; slot < this.#count; slot++) this.#idMap.add(slot);
    }
    return this.#idMap;
  }

  /** How many claims there are, those that wait too. */
  get size(): number {
    return this.#live + this.#waiting.size;
  }

  /** Slots of the claims that stand on this revision, in text order; a view that the next modification may change. */
  get order(): Uint32Array {
    return this.#order.subarray(0, this.#live);
  }

  /** Slots of the claims that wait on another revision, where they stood there, in order. */
  get waiting(): Uint32Array {
    const { start } = this.columns;
    return Uint32Array.from(this.#waiting).sort((a, b) => start[a]! - start[b]!);
  }

  /** Slots of all claims: in text order, then those that wait. */
  get all(): Uint32Array {
    if (this.#waiting.size === 0) return this.order;
    const all = new Uint32Array(this.size);
    all.set(this.order);
    all.set(this.waiting, this.#live);
    return all;
  }

  /** @returns the slot of a claim, or -1. */
  slotOf(id: string): number {
    const packed = new Uint8Array(16);
    packId(id, packed, 0);
    const slot = this.#map.find(packed);
    return slot >= 0 && !(this.columns.flags[slot]! & FLAG.deleted) ? slot : -1;
  }

  idAt(slot: number): string {
    return unpackId(this.ids, slot * 16);
  }

  rangesAt(slot: number): readonly Range[] {
    return this.#pieces.get(slot) ?? [{ start: this.columns.start[slot]!, end: this.columns.end[slot]! }];
  }

  tagsAt(slot: number): readonly string[] {
    return JSON.parse(this.tagSets.words[this.columns.tags[slot]!] ?? '[]') as string[];
  }

  rowAt(slot: number): ClaimRow {
    const { columns } = this;
    const flags = columns.flags[slot]!;
    const judged = columns.verdict[slot]!;
    return {
      id: this.idAt(slot),
      ranges: this.rangesAt(slot),
      type: this.types.words[columns.type[slot]!]!,
      workflow: workflow.codes[columns.workflow[slot]!]!,
      ...(judged === 0 ? {} : { verdict: verdict.codes[judged - 1]! }),
      tags: this.tagsAt(slot),
      by: this.people.words[columns.who[slot]!]!,
      conflict: (flags & FLAG.conflict) !== 0,
      evidence: (flags & FLAG.evidence) !== 0,
      notes: (flags & FLAG.notes) !== 0,
      waiting: (flags & FLAG.waiting) !== 0,
    };
  }

  /** Adds a claim, or writes what is new of one that is there. */
  put(row: ClaimRow): void {
    this.version++;
    const packed = new Uint8Array(16);
    packId(row.id, packed, 0);
    let slot = this.#map.find(packed);
    const start = row.ranges[0]!.start;
    const end = row.ranges[row.ranges.length - 1]!.end;
    const fresh = slot < 0;
    if (fresh) {
      slot = this.#newSlot();
      this.ids.set(packed, slot * 16);
      this.#map.add(slot);
    } else if (!(this.columns.flags[slot]! & FLAG.deleted)) {
      const isWaiting = this.#waiting.has(slot);
      const stays = this.columns.start[slot] === start && this.columns.end[slot] === end;
      if (isWaiting === row.waiting && (stays || isWaiting)) {
        this.#write(slot, row);
        return;
      }
      this.#takeOut(slot);
    }
    this.#write(slot, row);
    if (row.waiting) this.#waiting.add(slot);
    else this.#putIn(slot);
  }

  /** Takes a claim out; one that is not there is no matter. */
  delete(id: string): void {
    const slot = this.slotOf(id);
    if (slot < 0) return;
    this.version++;
    this.#takeOut(slot);
    this.columns.flags[slot]! |= FLAG.deleted;
  }

  /** Sets whether a claim takes part in an open conflict. */
  setConflict(id: string, conflict: boolean): void {
    const slot = this.slotOf(id);
    if (slot < 0) return;
    this.version++;
    if (conflict) this.columns.flags[slot]! |= FLAG.conflict;
    else this.columns.flags[slot]! &= ~FLAG.conflict;
  }

  /**
   * Slots of the claims whose hull touches `[from, to)`, in text order. An empty window finds what covers its place.
   * @param from UTF-16 code units
   */
  touching(from: number, to: number): number[] {
    this.#renewBlocks();
    const { start, end } = this.columns;
    const last = this.#firstStartingAt(Math.max(to, from + 1));
    const found: number[] = [];
    for (let block = 0; block * BLOCK < last; block++) {
      if (this.#blockEnds[block]! <= from) continue;
      const stop = Math.min(last, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < stop; i++) {
        const slot = this.#order[i]!;
        if (end[slot]! > from && start[slot]! < Math.max(to, from + 1)) found.push(slot);
      }
    }
    return found;
  }

  /** @returns the place in `order` of the first claim that starts at or after an offset. */
  placeOf(offset: number): number {
    return this.#firstStartingAt(offset);
  }

  /** @returns the place in `order` of a slot that stands there. */
  placeOfSlot(slot: number): number {
    const start = this.columns.start[slot]!;
    let place = this.#firstStartingAt(start);
    while (place < this.#live && this.#order[place] !== slot) place++;
    return place;
  }

  #firstStartingAt(offset: number): number {
    const { start } = this.columns;
    let low = 0;
    let high = this.#live;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (start[this.#order[middle]!]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #newSlot(): number {
    const slot = this.#count++;
    if (slot >= this.columns.start.length) {
      const capacity = Math.max(64, this.columns.start.length * 2);
      this.columns = growColumns(this.columns, capacity);
      const ids = new Uint8Array(capacity * 16);
      ids.set(this.ids.subarray(0, slot * 16));
      this.ids = ids;
    }
    return slot;
  }

  #write(slot: number, row: ClaimRow): void {
    const { columns } = this;
    columns.start[slot] = row.ranges[0]!.start;
    columns.end[slot] = row.ranges[row.ranges.length - 1]!.end;
    columns.type[slot] = this.types.code(row.type);
    columns.workflow[slot] = workflow.codes.indexOf(row.workflow);
    columns.verdict[slot] = row.verdict === undefined ? 0 : verdict.codes.indexOf(row.verdict) + 1;
    columns.who[slot] = this.people.code(row.by);
    columns.tags[slot] = this.tagSets.code(JSON.stringify(row.tags));
    columns.flags[slot] =
      (row.conflict ? FLAG.conflict : 0) |
      (row.evidence ? FLAG.evidence : 0) |
      (row.notes ? FLAG.notes : 0) |
      (row.ranges.length > 1 ? FLAG.discontinuous : 0) |
      (row.waiting ? FLAG.waiting : 0);
    if (row.ranges.length > 1) this.#pieces.set(slot, row.ranges);
    else this.#pieces.delete(slot);
  }

  #putIn(slot: number): void {
    if (this.#live >= this.#order.length) {
      const order = new Uint32Array(this.#order.length * 2);
      order.set(this.#order);
      this.#order = order;
    }
    const start = this.columns.start[slot]!;
    const end = this.columns.end[slot]!;
    let place = this.#firstStartingAt(start);
    while (place < this.#live) {
      const other = this.#order[place]!;
      if (this.columns.start[other] !== start || this.columns.end[other]! < end) break;
      place++;
    }
    this.#order.copyWithin(place + 1, place, this.#live);
    this.#order[place] = slot;
    this.#live++;
    this.#blocksFrom = Math.min(this.#blocksFrom, place);
  }

  #takeOut(slot: number): void {
    if (this.#waiting.delete(slot)) return;
    const place = this.placeOfSlot(slot);
    this.#order.copyWithin(place, place + 1, this.#live);
    this.#live--;
    this.#blocksFrom = Math.min(this.#blocksFrom, place);
  }

  /** Block maxima are made anew from the first block that a modification reached. */
  #renewBlocks(): void {
    if (this.#blocksFrom === Number.POSITIVE_INFINITY) return;
    const blocks = Math.ceil(this.#live / BLOCK);
    if (this.#blockEnds.length < blocks) {
      const ends = new Uint32Array(blocks * 2);
      ends.set(this.#blockEnds);
      this.#blockEnds = ends;
    }
    const { end } = this.columns;
    for (let block = Math.floor(this.#blocksFrom / BLOCK); block < blocks; block++) {
      let max = 0;
      const stop = Math.min(this.#live, (block + 1) * BLOCK);
      for (let i = block * BLOCK; i < stop; i++) max = Math.max(max, end[this.#order[i]!]!);
      this.#blockEnds[block] = max;
    }
    this.#blocksFrom = Number.POSITIVE_INFINITY;
  }
}

import { msg, str } from '@lit/localize';
import type { ClaimRow } from '../../../shared/claim-index/row.ts';
import type { ClaimTable } from '../../../shared/claim-index/table.ts';
import {
  type CoverKind,
  type CoverState,
  coverKindOf,
  coverStateOf,
} from '../../../shared/coverage/coverage.ts';
import { typeLabel } from '../../localize/say-type.ts';
import type { Mark, MarkSource, MarkState } from '../../reader/types.ts';

/** How far each claim has come, as the reader shows it: the page of a checking desk, ticked in pencil. */
export class CoverMarks implements MarkSource {
  readonly #table: ClaimTable;

  constructor(table: ClaimTable) {
    this.#table = table;
  }

  touching(from: number, to: number): readonly Mark[] {
    return this.#table.touching(from, to).map(slot => markOf(this.#table.rowAt(slot)));
  }

  get(id: string): Mark | undefined {
    const slot = id === '' ? -1 : this.#table.slotOf(id);
    return slot < 0 ? undefined : markOf(this.#table.rowAt(slot));
  }

  scan(visit: (start: number, type: string, state: MarkState, conflict: boolean) => void): void {
    for (const slot of this.#table.order) {
      const { type, ranges, state, conflict } = markOf(this.#table.rowAt(slot));
      for (const { start } of ranges) visit(start, type, state, conflict);
    }
  }
}

/** Kinds whose words go on over lines. */
const LONG: ReadonlySet<CoverKind> = new Set(['lists', 'statements']);

/** Its type is a class by which it is drawn: how far the claim has come, instead of what it claims. */
function markOf(row: ClaimRow): Mark {
  const state = coverStateOf(row);
  return {
    id: row.id,
    ranges: row.ranges,
    type: LONG.has(coverKindOf(row.type)) ? `cover-${state} cover-long` : `cover-${state}`,
    state: state === 'ticked' || state === 'waived' ? 'checked' : 'open',
    conflict: row.conflict,
    label: sayMark(typeLabel(row.type), state),
  };
}

function sayMark(type: string, state: CoverState): string {
  switch (state) {
    case 'waived':
      return msg(str`${type}, waived`);
    case 'blocked':
      return msg(str`${type}, in the way of signing off`);
    default:
      return type;
  }
}

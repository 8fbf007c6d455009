import { FLAG } from '../../../shared/claim-index/columns.ts';
import type { SlotTest } from '../../../shared/claim-index/filter.ts';
import type { ClaimTable } from '../../../shared/claim-index/table.ts';
import { type Workflow, workflow } from '../../../shared/model/scales.ts';
import { typeLabel } from '../../localize/say-type.ts';
import type { Mark, MarkSource, MarkState } from '../../reader/types.ts';
import type { OpenClaims } from '../../store/claims.ts';

const DONE: ReadonlySet<Workflow> = new Set(['checked', 'in-review', 'signed-off']);

/** Whether a step of the workflow counts as ticked. */
export const isDone = (step: Workflow): boolean => DONE.has(step);

/** By the code that the index has for a step of the workflow. */
const STATE: readonly MarkState[] = workflow.codes.map(code => (DONE.has(code) ? 'checked' : 'open'));

/** The open document's claims as the reader shows them: those that pass the filter, and the focused one in any case. */
export class ClaimMarks implements MarkSource {
  readonly #claims: OpenClaims;
  readonly #focused: () => string | undefined;
  readonly sayValue: NonNullable<MarkSource['sayValue']>;

  /**
   * @param focused the claim that is shown whatever the filter
   * @param sayValue says a claim's value
   */
  constructor(
    claims: OpenClaims,
    focused: () => string | undefined,
    sayValue: NonNullable<MarkSource['sayValue']>,
  ) {
    this.#claims = claims;
    this.#focused = focused;
    this.sayValue = sayValue;
  }

  touching(from: number, to: number): readonly Mark[] {
    const { table } = this.#claims;
    const passes = this.#test();
    return table
      .touching(from, to)
      .filter(passes)
      .map(slot => this.#mark(slot));
  }

  get(id: string): Mark | undefined {
    const { table } = this.#claims;
    const slot = id === '' ? -1 : table.slotOf(id);
    // What waits to be placed stands nowhere in this text.
    return slot < 0 || table.columns.flags[slot]! & FLAG.waiting ? undefined : this.#mark(slot);
  }

  scan(visit: (start: number, type: string, state: MarkState, conflict: boolean) => void): void {
    const { table } = this.#claims;
    const { columns, order, types } = table;
    const passes = this.#test();
    for (const slot of order) {
      if (!passes(slot)) continue;
      const type = types.words[columns.type[slot]!]!;
      const state = STATE[columns.workflow[slot]!]!;
      const flags = columns.flags[slot]!;
      const conflict = (flags & FLAG.conflict) !== 0;
      if (flags & FLAG.discontinuous)
        for (const range of table.rangesAt(slot)) visit(range.start, type, state, conflict);
      else visit(columns.start[slot]!, type, state, conflict);
    }
  }

  #test(): SlotTest {
    const { test, table } = this.#claims;
    const id = this.#focused();
    const focused = id === undefined ? -1 : table.slotOf(id);
    return focused < 0 ? test : slot => slot === focused || test(slot);
  }

  #mark(slot: number): Mark {
    const { table } = this.#claims;
    const { columns } = table;
    const type = table.types.words[columns.type[slot]!]!;
    return {
      id: table.idAt(slot),
      ranges: table.rangesAt(slot),
      type,
      state: STATE[columns.workflow[slot]!]!,
      conflict: (columns.flags[slot]! & FLAG.conflict) !== 0,
      label: typeLabel(type),
    };
  }
}

/** How many of a document's claims are checked, in review or signed off. */
export function countTicked(table: ClaimTable): number {
  const { columns, order } = table;
  let ticked = 0;
  for (const slot of order) if (STATE[columns.workflow[slot]!] === 'checked') ticked++;
  return ticked;
}

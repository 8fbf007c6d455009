import type { Waiting } from '../../../shared/api/routes/revisions.ts';
import { align } from '../../../shared/revising/align.ts';
import type { Alignment } from '../../../shared/revising/alignment.ts';
import { carryOf } from '../../../shared/revising/carry-of.ts';
import { changedBlocks } from '../../../shared/revising/changed-blocks.ts';
import type { Fate } from '../../../shared/revising/fate.ts';
import { fatesIn } from '../../../shared/revising/fate-of.ts';
import { type Compared, type Comparison, isSilent, noFates, type Standing } from './comparison.ts';

/** Compares texts and says what becomes of all that stands on them. */
export class Comparer {
  readonly #comparison: Comparison;
  readonly #alignments = new Map<string, Alignment>();
  readonly #tellers = new Map<string, ReturnType<typeof fatesIn>>();
  readonly #standing: Standing[] = [];

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  take(standing: readonly Standing[]): void {
    for (const one of standing) this.#standing.push(one);
  }

  /** @returns the fate of each anchor, in the order in which they were taken in */
  fates(): Fate[] {
    return this.#standing.map(one => this.#fateOf(one));
  }

  compared(): Compared {
    const { current, blocks, limit } = this.#comparison;
    const alignment = this.#alignment(current);
    const claimed = this.#standing.flatMap(({ claimId, evidenceId, anchor }) =>
      evidenceId === undefined ? { id: claimId, anchor } : [],
    );
    const carried = carryOf(current, claimed, revision => this.#alignment(revision));
    const claims = noFates();
    const evidence = noFates();
    const waiting: Waiting[] = [];
    for (const one of this.#standing) {
      const { claimId, evidenceId, anchor, removed } = one;
      if (removed) continue;
      const fate = evidenceId === undefined ? carried.fates.get(claimId)! : this.#fateOf(one);
      (evidenceId === undefined ? claims : evidence)[fate.state]++;
      if (isSilent(fate) || waiting.length >= limit) continue;
      const of = evidenceId === undefined ? 'claim' : 'evidence';
      waiting.push({ of, claimId, ...(evidenceId === undefined ? {} : { evidenceId }), anchor, fate });
    }
    return {
      difference: differenceOf(alignment),
      changes: changedBlocks(alignment, blocks).map(block => ({ ...block, parts: [...block.parts] })),
      claims,
      evidence,
      waiting,
      carry: carried.carry,
    };
  }

  #fateOf({ anchor }: Standing): Fate {
    let teller = this.#tellers.get(anchor.revision);
    if (!teller) {
      teller = fatesIn(this.#alignment(anchor.revision));
      this.#tellers.set(anchor.revision, teller);
    }
    return teller(anchor);
  }

  #alignment(revision: string): Alignment {
    let alignment = this.#alignments.get(revision);
    if (!alignment) {
      const { texts, after } = this.#comparison;
      alignment = align(texts.get(revision)!, after);
      this.#alignments.set(revision, alignment);
    }
    return alignment;
  }
}

function differenceOf({ gaps, blocks }: Alignment): Compared['difference'] {
  let gone = 0;
  let come = 0;
  for (const { before, after } of gaps) {
    gone += before.end - before.start;
    come += after.end - after.start;
  }
  return { gone, come, blocks: blocks.length };
}

import { align } from '../revising/align.ts';
import type { Alignment, Gap } from '../revising/alignment.ts';
import { matchSequences } from '../revising/match-sequences.ts';
import { clusterEnds } from '../text/clusters.ts';
import { mirrored, type Run } from './run.ts';
import { Runs } from './runs.ts';
import { type Match, withoutChance } from './telling.ts';
import { TokenNumbers, wordEnds } from './tokens.ts';

/** How finely differences are told: by whole words, or by characters (grapheme clusters). */
export type Grain = 'word' | 'character';

export interface CompareOptions {
  readonly by: Grain;
  /** @param share of the work done so far, from 0 to 1 */
  readonly told?: (share: number) => void;
}

/**
 * Lays two texts beside each other: by lines, then by words within lines that differ, then, where asked, by characters
 * within words that differ. Words of scripts without spaces are found by dictionary. What two stretches have in common by
 * chance is not shown as common.
 *
 * The runs cover both texts in order, what went before what came; they never cut a grapheme cluster. Seen from the other
 * side it is the same comparison. The cost grows nearly linearly with the texts, whatever they are: where finding what
 * they have in common would take too long, coarser differences stand.
 */
export function compareTexts(left: string, right: string, { by, told }: CompareOptions): Run[] {
  if (left > right) return mirrored(compareTexts(right, left, told ? { by, told } : { by }));
  const alignment = align(left, right);
  const runs = new Runs(left, right);
  const stretches = new Stretches(alignment);
  for (const block of alignment.blocks) {
    runs.same(block.before.start, block.after.start);
    for (const match of wordsOf(left, right, block, stretches)) {
      compareGap(left, right, runs, match.left, match.right, by);
      runs.same(match.left + match.length, match.right + match.length);
    }
    compareGap(left, right, runs, block.before.end, block.after.end, by);
    told?.((block.before.end + block.after.end) / (left.length + right.length));
  }
  runs.same(left.length, right.length);
  return runs.all;
}

/** Scripts whose words no space divides. */
const UNDIVIDED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What lines that differ have in common, by words. */
function wordsOf(left: string, right: string, { before, after }: Gap, stretches: Stretches): Match[] {
  const ours = left.slice(before.start, before.end);
  const theirs = right.slice(after.start, after.end);
  const found =
    UNDIVIDED.test(ours) && UNDIVIDED.test(theirs)
      ? matchTokens(ours, theirs, wordEnds)
      : stretches.within({ before, after });
  return withoutChance(found, ours, theirs, 'word').map(match => ({
    ...match,
    left: match.left + before.start,
    right: match.right + after.start,
  }));
}

/** Tells what differs from where the runs have come to up to there. */
function compareGap(
  left: string,
  right: string,
  runs: Runs,
  leftEnd: number,
  rightEnd: number,
  by: Grain,
): void {
  const from = runs.at;
  const ours = left.slice(from.left, leftEnd);
  const theirs = right.slice(from.right, rightEnd);
  if (by === 'character' && ours !== '' && theirs !== '')
    for (const match of withoutChance(matchTokens(ours, theirs, clusterEnds), ours, theirs, 'character')) {
      runs.change(from.left + match.left, from.right + match.right);
      runs.same(from.left + match.left + match.length, from.right + match.right + match.length);
    }
  runs.change(leftEnd, rightEnd);
}

/** What two stretches have in common, by tokens. */
function matchTokens(ours: string, theirs: string, endsOf: (text: string) => number[]): Match[] {
  const numbers = new TokenNumbers();
  const [ends, others] = [endsOf(ours), endsOf(theirs)];
  const [a, b] = [numbers.of(ours, ends), numbers.of(theirs, others)];
  const at = (of: readonly number[], token: number) => (token === 0 ? 0 : of[token - 1]!);
  const found: Match[] = [];
  matchSequences(a, b, numbers.size, (left, right, length) => {
    const [start, end] = [at(ends, left), at(ends, left + length)];
    const other = at(others, right);
    const last = found.at(-1);
    if (last && last.left + last.length === start && last.right + last.length === other)
      found[found.length - 1] = { ...last, length: end - last.left };
    else found.push({ left: start, right: other, length: end - start });
  });
  return found;
}

/** Gives, block after block in order, what two texts have in common there. */
class Stretches {
  readonly #all: Alignment['stretches'];
  #next = 0;

  constructor({ stretches }: Alignment) {
    this.#all = stretches;
  }

  /** @returns what lies within a block, in UTF-16 code units from its beginning on either side */
  within({ before, after }: Gap): Match[] {
    const found: Match[] = [];
    for (let i = this.#next; i < this.#all.length; i++) {
      const stretch = this.#all[i]!;
      if (stretch.before >= before.end && stretch.after >= after.end) break;
      const cut = Math.max(0, before.start - stretch.before, after.start - stretch.after);
      const end = Math.min(stretch.length, before.end - stretch.before, after.end - stretch.after);
      if (end > cut)
        found.push({
          left: stretch.before + cut - before.start,
          right: stretch.after + cut - after.start,
          length: end - cut,
        });
      if (stretch.before + stretch.length <= before.end) this.#next = i;
    }
    return found;
  }
}

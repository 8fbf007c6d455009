/** A stretch that two texts have in common; UTF-16 code units from their beginning. */
export interface Match {
  readonly left: number;
  readonly right: number;
  readonly length: number;
}

const WORDS = /[\p{L}\p{N}\p{M}_]+|\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic})*|\S/gu;
const LETTERS = /\P{M}\p{M}*/gu;

/** How much a stretch says: its words, or its letters. White space says nothing. */
const weigh = {
  word: (text: string): number => text.match(WORDS)?.length ?? 0,
  character: (text: string): number => text.replace(/\s+/g, '').match(LETTERS)?.length ?? 0,
};

/**
 * Leaves out what two stretches have in common by chance, so that what is left tells how they differ: matches much
 * shorter than the changes on either side of them, lone spaces, and all where less than a third of the shorter one is
 * found in the other.
 * @param found matches in order
 */
export function withoutChance(
  found: readonly Match[],
  ours: string,
  theirs: string,
  by: keyof typeof weigh,
): Match[] {
  if (found.length === 0) return [];
  const kept = withoutSlight(found, ours, theirs);
  const common = kept.reduce((sum, { left, length }) => sum + weigh[by](ours.slice(left, left + length)), 0);
  if (common * 3 >= Math.min(weigh[by](ours), weigh[by](theirs))) return kept;
  return kept.filter(match => endsBoth(match, ours, theirs));
}

/** Whether a match is the end of both sides and no more than punctuation: lines that differ altogether still end alike. */
const endsBoth = ({ left, right, length }: Match, ours: string, theirs: string): boolean =>
  left + length === ours.length && right + length === theirs.length && /^[\s\p{P}]+$/u.test(ours.slice(left));

/** A match that is so many times shorter than the changes on either side of it is there by chance. */
const SLIGHT = 4;
const SPACE_IN_LINE = /^[^\S\r\n]+$/;

/** How much of each side lies between two matches. */
interface Between {
  readonly left: number;
  readonly right: number;
}

const size = ({ left, right }: Between): number => Math.max(left, right);
const replaces = ({ left, right }: Between): boolean => left > 0 && right > 0;

function withoutSlight(found: readonly Match[], ours: string, theirs: string): Match[] {
  const kept: Match[] = [];
  found.forEach((match, i) => {
    const last = kept.at(-1) ?? { left: 0, right: 0, length: 0 };
    const next = found[i + 1] ?? { left: ours.length, right: theirs.length };
    const before = {
      left: match.left - last.left - last.length,
      right: match.right - last.right - last.length,
    };
    const after = {
      left: next.left - match.left - match.length,
      right: next.right - match.right - match.length,
    };
    const changes = Math.min(size(before), size(after));
    const isSpace = changes > 0 && SPACE_IN_LINE.test(ours.slice(match.left, match.left + match.length));
    // Between two replaced words a space stays, so that each stands against its own.
    if (isSpace ? replaces(before) && replaces(after) : match.length * SLIGHT > changes) kept.push(match);
  });
  return kept;
}

/** The longest run of letters that may differ where no neighbours are known. */
const LONGEST_SLIP = 6;

/** @returns how many letters and digits a text has */
export const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/** Whether words are long and plain enough to be told from their like without neighbours. */
export const isTelling = (words: string): boolean =>
  lettersIn(words) >= 8 &&
  !isIdentity(words) &&
  (/\S\s+\S/.test(words.trim()) || !/[\p{Lu}\p{Ll}]/u.test(words));

/** Whether words are nothing but names, numbers and what joins them, as in a list: any of them may stand for another. */
export function isIdentity(words: string): boolean {
  const all = words.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return all.every(
    word => /\p{N}/u.test(word) || /^\p{Lu}/u.test(word) || (/^\p{Ll}/u.test(word) && word.length <= 3),
  );
}

/** Whether two passages differ only in short slips of letters, and in no digit. */
export function isMended(a: string, b: string): boolean {
  if ((a.match(/\p{N}/gu) ?? []).join('') !== (b.match(/\p{N}/gu) ?? []).join('')) return false;
  const [x, y] = [[...a], [...b]];
  let i = 0;
  let j = 0;
  while (i < x.length || j < y.length) {
    if (x[i] === y[j]) {
      i++;
      j++;
      continue;
    }
    const slip = slipOf(x, y, i, j);
    if (!slip) return false;
    [i, j] = slip;
  }
  return true;
}

/** Where two passages meet again, for three letters or to the end, after a slip that begins at `i` and `j`. */
function slipOf(
  x: readonly string[],
  y: readonly string[],
  i: number,
  j: number,
): [number, number] | undefined {
  for (let sum = 1; sum <= 2 * LONGEST_SLIP; sum++)
    for (let p = Math.max(0, sum - LONGEST_SLIP); p <= Math.min(sum, LONGEST_SLIP); p++) {
      const [to, other] = [i + p, j + sum - p];
      if (to > x.length || other > y.length) continue;
      const left = Math.min(x.length - to, y.length - other);
      const isEnd = to === x.length && other === y.length;
      const goesOn = left > 0 && [0, 1, 2].every(k => x[to + k] === y[other + k]);
      if (isEnd || goesOn) return [to, other];
    }
  return undefined;
}

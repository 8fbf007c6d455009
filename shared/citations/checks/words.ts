import { folded } from '../../values/folded.ts';
import { withoutMarkup } from '../../values/markup.ts';

/** Letters that lose no accent when decomposed. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** Words in lower case without accents and apostrophes: what addresses are made of. At most 80. */
export function plainWords(text: string): string[] {
  const plain = folded(withoutMarkup(text.slice(0, 1_500)))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ`´]/gu, '')
    .replace(/[ßæœøđłıþð]/g, letter => PLAIN[letter]!);
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 80);
}

/** How many letters must be put in, left out, replaced or swapped with their neighbour; `more` where it is more. */
export function lettersApart(one: string, other: string, more: number): number {
  if (Math.abs(one.length - other.length) >= more) return more;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let k = 1; k <= other.length; k++) {
      const same = one[i - 1] === other[k - 1] ? 0 : 1;
      let cost = Math.min(next[k - 1]! + 1, row[k]! + 1, row[k - 1]! + same);
      if (i > 1 && k > 1 && one[i - 1] === other[k - 2] && one[i - 2] === other[k - 1])
        cost = Math.min(cost, before[k - 2]! + 1);
      next.push(cost);
    }
    before = row;
    row = next;
  }
  return Math.min(more, row[other.length]!);
}

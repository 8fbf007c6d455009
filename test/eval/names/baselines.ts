import anyAscii from 'any-ascii';
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';
import type { Matcher } from './matcher.ts';

const ascii = (name: string): string =>
  anyAscii(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const levenshtein: Matcher<string> = {
  name: 'Levenshtein ratio over any-ascii',
  prepare: ascii,
  score: (one, other) => 1 - distance(one, other) / Math.max(one.length, other.length, 1),
};

const jaroWinkler: Matcher<string> = {
  name: 'Jaro–Winkler over any-ascii',
  prepare: ascii,
  score(one, other) {
    const jaro = jaroSimilarity(one, other);
    let start = 0;
    while (start < 4 && start < one.length && one[start] === other[start]) start++;
    return jaro + start * 0.1 * (1 - jaro);
  },
};

function jaroSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Uint8Array(other.length);
  const ones: number[] = [];
  for (let i = 0; i < one.length; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(other.length, i + reach + 1); j++)
      if (!taken[j] && one[i] === other[j]) {
        taken[j] = 1;
        ones.push(i);
        break;
      }
  const others = [...taken.keys()].filter(j => taken[j]);
  const found = ones.length;
  if (found === 0) return 0;
  const moved = ones.filter((i, k) => one[i] !== other[others[k]!]).length / 2;
  return (found / one.length + found / other.length + (found - moved) / found) / 3;
}

const equal = (one: string, other: string): number => (one === other && one !== '' ? 1 : 0);

const fingerprint: Matcher<string> = {
  name: 'OpenRefine fingerprint',
  prepare: name => [...new Set(ascii(name).split(' '))].sort().join(' '),
  score: equal,
};

const ngrams: Matcher<string> = {
  name: 'OpenRefine n-gram fingerprint',
  prepare(name) {
    const letters = ascii(name).replaceAll(' ', '');
    const pairs = [...letters].slice(1).map((letter, index) => letters[index]! + letter);
    return [...new Set(pairs)].sort().join('');
  },
  score: equal,
};

const metaphone: Matcher<ReadonlySet<string>> = {
  name: 'Double Metaphone, words in common',
  prepare: name =>
    new Set(
      ascii(name)
        .split(' ')
        .map(word => doubleMetaphone(word)[0]),
    ),
  score(one, other) {
    let both = 0;
    for (const code of one) if (other.has(code)) both++;
    return both / Math.max(one.size, other.size);
  },
};

/** What the scorer is measured against. */
export const baselines: readonly Matcher[] = [levenshtein, jaroWinkler, fingerprint, ngrams, metaphone];

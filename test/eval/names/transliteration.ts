import anyAscii from 'any-ascii';
import { distance } from 'fastest-levenshtein';
import { chunkCost, cyrillicChunks, latinChunks } from '../../../shared/values/names/compare/chunk-cost.ts';
import { dataText, evalFolder } from '../data.ts';

/** Words that are looked up, and words that they are looked up among. */
const QUERIES = 1000;
const CANDIDATES = 5000;

/** Pairs that nothing was learned from: every fifth. */
function held(): readonly (readonly [string, string])[] {
  return dataText(evalFolder, 'names', 'latin-cyrillic.tsv')
    .normalize('NFC')
    .toLowerCase()
    .trim()
    .split('\n')
    .filter((_, index) => index % 5 === 4)
    .slice(0, CANDIDATES)
    .map(line => line.split('\t') as [string, string]);
}

/** Single Latin words, each looked up among 5,000 Cyrillic ones that were not learned from: how often the best is right. */
export function transliteration(verbose: boolean): readonly (readonly [string, number])[] {
  const pairs = held();
  const candidates = [...new Set(pairs.map(([, cyrillic]) => cyrillic))];
  const plain = (word: string) =>
    anyAscii(word)
      .replace(/[^a-z0-9]+/gi, '')
      .toLowerCase();
  const share = <T>(
    name: string,
    left: (word: string) => T,
    right: (word: string) => T,
    cost: (a: T, b: T) => number,
    show: boolean,
  ) => {
    const ready = candidates.map(right);
    let right_ = 0;
    for (const [latin, cyrillic] of pairs.slice(0, QUERIES)) {
      const query = left(latin);
      let least = Number.POSITIVE_INFINITY;
      let best = 0;
      for (const [index, candidate] of ready.entries()) {
        const now = cost(query, candidate);
        if (now < least) {
          least = now;
          best = index;
        }
      }
      if (candidates[best] === cyrillic) right_++;
      else if (show) console.log(`  ${latin} → ${candidates[best]} (${cyrillic})`);
    }
    return [name, right_ / QUERIES] as const;
  };
  return [
    share('Variorum', latinChunks, cyrillicChunks, chunkCost, verbose),
    share(
      'Levenshtein ratio over any-ascii',
      plain,
      plain,
      (a, b) => distance(a, b) / Math.max(a.length, b.length, 1),
      false,
    ),
  ];
}

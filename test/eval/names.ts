import { printTable } from '../bench/figures.ts';
import { aliases, personAliases } from './names/aliases.ts';
import { baselines } from './names/baselines.ts';
import type { Matcher } from './names/matcher.ts';
import { nameBench } from './names/name-bench.ts';
import { ours, rarityOfNames } from './names/ours.ts';
import { screening, screeningQueries } from './names/screening.ts';
import { transliteration } from './names/transliteration.ts';

const verbose = process.argv.includes('--verbose');
const only = process.argv.find(arg => arg.startsWith('--only='))?.slice(7);
const figure = (share: number): string => share.toFixed(3);

/** How well names are compared, by thresholds learned in the other folds, beside what others do. */
export function run(): void {
  const wants = (part: string) => only === undefined || only === part;
  const against = (matcher: Matcher) => (only === undefined ? [matcher, ...baselines] : [matcher]);
  if (wants('bench')) printPairs('Adversarial pairs (name-bench)', against(ours()), nameBench);
  if (wants('aliases')) {
    const table = rarityOfNames(
      personAliases().flatMap(({ primary, alias }) => [primary, alias]),
      'person',
    );
    printPairs('Aliases of persons (OFAC), each against every listed name', against(ours(table)), aliases);
  }
  if (wants('screening')) {
    const table = rarityOfNames(
      screeningQueries().flatMap(({ listed }) => listed ?? []),
      'person',
    );
    printTable(
      'Damaged listings looked up (screening)',
      ['matcher', 'hit@1', 'strangers matched'],
      against(ours(table)).map(matcher => {
        const { hits, matchedStrangers } = screening(matcher, verbose && matcher.name === 'Variorum');
        return [matcher.name, figure(hits), figure(matchedStrangers)];
      }),
    );
  }
  if (wants('transliteration'))
    printTable(
      'Latin words among 5,000 Cyrillic ones that were not learned from',
      ['matcher', 'top-1'],
      transliteration(verbose).map(([name, share]) => [name, figure(share)]),
    );
}

function printPairs(title: string, matchers: readonly Matcher[], measure: typeof nameBench): void {
  printTable(
    title,
    ['matcher', 'precision', 'recall', 'F1', 'thresholds'],
    matchers.map(matcher => {
      const { precision, recall, f1, thresholds } = measure(matcher, verbose && matcher.name === 'Variorum');
      return [
        matcher.name,
        figure(precision),
        figure(recall),
        figure(f1),
        thresholds.map(t => t.toFixed(2)).join(' '),
      ];
    }),
  );
}

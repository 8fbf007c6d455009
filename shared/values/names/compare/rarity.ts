/**
 * How often words stand in names, so that a rare one counts for more than "Mohammed" or "Party". Grows in visible steps
 * only: the same table gives the same scores.
 */
export interface RarityTable {
  readonly version: string;
  /** Names that were counted. */
  readonly names: number;
  /** In how many of them a word stands, by the word's fold. */
  readonly counts: ReadonlyMap<string, number>;
}

/** What a word weighs that stands in every name; a word seen nowhere weighs 1. */
const LEAST = 0.25;

/** @returns what a word counts for, from .25 for the commonest to 1 for one that the table does not have */
export function rarityOf(fold: string, table: RarityTable): number {
  const count = table.counts.get(fold);
  if (count === undefined || count <= 1) return 1;
  const share = Math.log(table.names / count) / Math.log(table.names);
  return LEAST + (1 - LEAST) * Math.min(1, Math.max(0, share * 1.4));
}

/**
 * Counts the words of a project's names on top of a table.
 * @param names the folds of each name's words
 */
export function countRarity(
  names: Iterable<readonly string[]>,
  version: string,
  base?: RarityTable,
): RarityTable {
  const counts = new Map(base?.counts);
  let total = base?.names ?? 0;
  for (const folds of names) {
    total++;
    for (const fold of new Set(folds)) counts.set(fold, (counts.get(fold) ?? 0) + 1);
  }
  return { version, names: total, counts };
}

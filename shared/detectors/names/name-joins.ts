import { wordSet } from '../words/words.ts';
import type { Word } from './words.ts';

const AND = wordSet('and und et y e i и та і');
const ARTICLE = wordSet('the la el los las le les die der das il lo gli');

/** Where a name goes on behind words that join. */
interface Joined {
  readonly at: number;
  readonly hasArticle: boolean;
  readonly isAnd: boolean;
}

/** Goes over the words that join parts of a name. @returns the index of the capitalised word behind them */
export function afterJoins(
  words: readonly Word[],
  last: number,
  joins: ReadonlySet<string>,
): Joined | undefined {
  let isAnd = false;
  let hasArticle = false;
  for (let i = last + 1; i <= last + 3; i++) {
    const word = words[i];
    if (word?.gap !== 'joined') return undefined;
    if (word.isCapital) return i === last + 1 ? undefined : { at: i, hasArticle, isAnd };
    if (!joins.has(word.key)) return undefined;
    if (AND.has(word.key)) isAnd = true;
    else if (ARTICLE.has(word.key)) hasArticle = true;
  }
  return undefined;
}

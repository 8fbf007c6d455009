import { primaryLanguage } from '../../values/context.ts';
import type { CheckedText } from '../checked-text.ts';
import { findNames } from '../names/names.ts';
import { findWords } from '../names/words.ts';
import { enumerations } from './enumerations.ts';
import type { ListBlock } from './list-block.ts';
import { rowLists } from './row-lists.ts';
import { findRows } from './rows.ts';
import { findSeen } from './seen.ts';
import { lineLists, signatures } from './signatures.ts';

/**
 * Finds the lists of a text, in text order: rows with bullets or numbers, bullets and numbers flattened into one line,
 * enumerations in sentences, lines that are signed. Give it to `CheckedText.once`.
 */
export function findLists(text: CheckedText): readonly ListBlock[] {
  const view = text.once(findSeen);
  const rows = text.once(findRows);
  const inRows = rowLists(view, rows, text.text);
  const named = enumerations({
    view,
    words: text.once(findWords),
    names: text.once(findNames),
    keepArticles: writesArticles(inRows),
    smallParts: writesSmall(text),
  });
  return [...inRows, ...signatures(view, rows), ...lineLists(view, rows), ...named].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/** Whether the language of a text writes parts of the names of bodies small: in English and German they have capitals. */
function writesSmall({ context }: CheckedText): boolean {
  return !['en', 'de', 'nl'].includes(primaryLanguage(context) ?? 'en');
}

/** Whether the lists of a text write names with their article: then its sentences are read so too. */
function writesArticles(lists: readonly ListBlock[]): boolean {
  const items = lists.filter(({ of }) => of === 'things').flatMap(list => list.items);
  return items.filter(({ name }) => /^The \p{Lu}/u.test(name)).length * 3 >= Math.max(3, items.length);
}

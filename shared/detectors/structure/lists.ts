import type { CheckedText } from '../checked-text.ts';
import type { ListBlock } from './list-block.ts';
import { rowLists } from './row-lists.ts';
import { findRows } from './rows.ts';
import { findSeen } from './seen.ts';

/**
 * Finds the lists of a text, in text order: rows with bullets or numbers, bullets and numbers flattened into one line,
 * enumerations in sentences, lines that are signed. Give it to `CheckedText.once`.
 */
export function findLists(text: CheckedText): readonly ListBlock[] {
  const view = text.once(findSeen);
  return [...rowLists(view, text.once(findRows), text.text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

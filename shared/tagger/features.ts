import type { CheckedText } from '../detectors/checked-text.ts';
import { findWords, type Word } from '../detectors/names/words.ts';
import { findRows } from '../detectors/structure/rows.ts';
import { findSeen } from '../detectors/structure/seen.ts';
import { isGivenName } from '../detectors/words/given-names.ts';
import { organizationNouns } from '../detectors/words/organization-words.ts';
import { placeWords } from '../detectors/words/place-words.ts';
import { roleNouns } from '../detectors/words/role-words.ts';

/** Counts up with every change in what is looked at: what was learned before is then of no use. */
export const FEATURES = 1;

/** Words as a tagger sees them: what is known of each whatever its neighbours are called. */
export interface TaggedText {
  readonly words: readonly Word[];
  readonly shapes: readonly string[];
  /** Where in a list each word stands: "no", "first" of an entry, "in" one. */
  readonly places: readonly string[];
}

/** Prepares a text for tagging. Give it to `CheckedText.once`. */
export function findTagged(text: CheckedText): TaggedText {
  const view = text.once(findSeen);
  const words = text.once(findWords);
  const rows = text.once(findRows);
  const shapes = words.map(word => shapeOf(view.text.slice(word.start, word.end), word));
  const places: string[] = [];
  let row = 0;
  let last = -1;
  for (const { start } of words) {
    while (row < rows.length && rows[row]!.end <= start) row++;
    const own = rows[row];
    const isEntry = own?.bullet !== undefined && own.start <= start;
    places.push(isEntry ? (last === row ? 'in' : 'first') : 'no');
    if (isEntry) last = row;
  }
  return { words, shapes, places };
}

function shapeOf(written: string, { isInitial, isNumber, isShouted, isCapital }: Word): string {
  if (isInitial) return 'X.';
  if (isNumber) return 'd';
  if (isShouted) return 'XX';
  const hyphen = written.includes('-') ? '-' : '';
  return isCapital ? `Xx${hyphen}` : `x${hyphen}`;
}

function kindsOf({ key }: Word): string {
  const kinds = [
    isGivenName(key) ? 'g' : '',
    organizationNouns.has(key) ? 'o' : '',
    placeWords.has(key) ? 'p' : '',
    roleNouns.has(key) ? 'r' : '',
  ];
  return kinds.join('') || '-';
}

/** @returns what is seen of a word and beside it, as names of features; what the word before was taken for is one of them */
export function featuresAt({ words, shapes, places }: TaggedText, at: number, before: string): string[] {
  const word = words[at]!;
  const [previous, next] = [words[at - 1], words[at + 1]];
  const shape = shapes[at]!;
  const previousKey = previous && word.gap !== 'break' ? previous.key : '^';
  const nextKey = next && next.gap !== 'break' ? next.key : '$';
  return [
    `w=${word.key}`,
    `s=${shape}`,
    `x3=${word.key.slice(-3)}`,
    `x2=${word.key.slice(-2)}`,
    `p3=${word.key.slice(0, 3)}`,
    `k=${kindsOf(word)}`,
    `-w=${previousKey}`,
    `-s=${previous ? shapes[at - 1] : '^'}`,
    `+w=${nextKey}`,
    `+s=${next ? shapes[at + 1] : '$'}`,
    `g=${word.gap}`,
    `+g=${next?.gap ?? '$'}`,
    `l=${places[at]} ${shape}`,
    `t=${before} ${word.gap}`,
    `ts=${before} ${shape}`,
    `-ws=${previousKey} ${shape}`,
    `+ws=${nextKey} ${shape}`,
    `ks=${kindsOf(word)} ${before}`,
  ];
}

import type { Span } from '../../text/text-like.ts';
import { wordKey } from '../../values/folded.ts';
import { organizationNouns } from '../words/organization-words.ts';
import { roleModifiers, roleNouns } from '../words/role-words.ts';
import type { View } from './view.ts';

/** The words of an entry that name it, and what is said behind them. Offsets of the view. */
export interface ItemName extends Span {
  readonly about?: Span;
  /** Whether a link or bold words say where the name ends. */
  readonly isMarked: boolean;
}

/** A name is not longer than so many words; what is longer is a sentence. */
const NAME_WORDS = 16;
/** Words behind a dash that can still belong to a name: "Workers Party – PT". */
const TAIL_WORDS = 3;
const DASH = /\s+[—–-]\s+|\s*—\s*|:\s+/u;
const ENDS = /[\s,;.…]/u;
const LETTER = /[\p{L}\p{N}]/u;

/** @returns the words of an entry that name it; nothing where it has no words */
export function nameOfItem(view: View, entry: Span): ItemName | undefined {
  const whole = trimmed(view.text, entry);
  if (whole.end <= whole.start || !LETTER.test(view.text.slice(whole.start, whole.end))) return undefined;
  return marked(view, whole) ?? plain(view.text, whole);
}

/** A link or bold words at the beginning, behind which nothing or a description stands. */
function marked(view: View, whole: Span): ItemName | undefined {
  for (const mark of view.marksIn(whole)) {
    if ((mark.kind !== 'link' && mark.kind !== 'bold') || mark.end <= mark.start) continue;
    if (LETTER.test(view.text.slice(whole.start, mark.start))) return undefined;
    const name = trimmed(view.text, mark, /[\s,;:]/u);
    const rest = view.text.slice(mark.end, whole.end);
    if (rest.trim() === '' || /^\s*[—–:,;(-]/u.test(rest)) {
      const about = trimmed(view.text, { start: mark.end, end: whole.end }, /[\s—–:,;.()-]/u);
      return { ...name, isMarked: true, ...(about.end > about.start ? { about } : {}) };
    }
    return undefined;
  }
  return undefined;
}

function plain(text: string, whole: Span): ItemName {
  const words = text.slice(whole.start, Math.min(whole.end, whole.start + 600));
  const cut = cutAt(words);
  if (cut === undefined) return { ...whole, isMarked: false };
  const name = trimmed(text, { start: whole.start, end: whole.start + cut.at });
  const about = trimmed(text, { start: whole.start + cut.after, end: whole.end });
  if (name.end <= name.start) return { ...whole, isMarked: false };
  return { ...name, isMarked: false, ...(about.end > about.start ? { about } : {}) };
}

/** Where a description begins: behind a dash or colon, or behind a comma where an office or small words follow. */
function cutAt(words: string): { at: number; after: number } | undefined {
  let depth = 0;
  for (let i = 0; i < words.length; i++) {
    const sign = words[i]!;
    if ('([{«“'.includes(sign)) depth++;
    else if (')]}»”'.includes(sign)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (sign === ',' && isDescription(words.slice(i + 1))) return { at: i, after: i + 1 };
    if (!/[\s—:]/u.test(sign)) continue;
    const dash = DASH.exec(words.slice(i, i + 6));
    if (dash?.index !== 0) continue;
    const rest = words.slice(i + dash[0].length);
    const isName = dash[0].trim() !== ':' && isTail(rest);
    if (!isName) return { at: i, after: i + dash[0].length };
  }
  return undefined;
}

/** Few words with capitals behind a dash belong to a name. */
function isTail(rest: string): boolean {
  const bare = rest.replace(/\([^()]*\)\s*$/u, '').trim();
  const parts = bare.split(/\s+/);
  const first = wordKey(parts[0] ?? '');
  return (
    parts.length <= TAIL_WORDS &&
    parts.every(part => /^[\p{Lu}\p{N}"«“]/u.test(part)) &&
    !roleNouns.has(first) &&
    bare !== ''
  );
}

/** Whether the words behind a comma say what something is: an office, or words written small. */
function isDescription(rest: string): boolean {
  const words = rest
    .trim()
    .split(/\s+/, 4)
    .map(word => word.replace(/[.,;:]+$/u, ''));
  const first = words[0] ?? '';
  if (/^\p{Ll}/u.test(first))
    return !/^(?:and|y|e|et|и|та|und|i|de|of)$/u.test(first) || roleNouns.has(wordKey(words[1] ?? ''));
  const noun = words.map(wordKey).find(word => !roleModifiers.has(word));
  return noun !== undefined && roleNouns.has(noun) && !organizationNouns.has(noun);
}

/** Whether words can be a name: short, begun with a capital, and written as names are. */
export function isNameLike(words: string): boolean {
  const parts = words.split(/\s+/).filter(part => LETTER.test(part));
  if (
    parts.length === 0 ||
    parts.length > 3 * NAME_WORDS ||
    !/^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(words)
  )
    return false;
  const bare = words.replace(/[("«“][^()"»”]*[)"»”]/gu, ' ');
  if (/[!?;]|\.\s+\p{Lu}\p{Ll}{2,}.*\s\p{Ll}/u.test(bare) || /^\d+(?:[\s.,/-]\d+)*$/u.test(words))
    return false;
  const own = bare.split(/\s+/).filter(part => LETTER.test(part));
  if (own.length === 0) return parts.length <= NAME_WORDS;
  if (own.length > NAME_WORDS) return false;
  const keys = own.map(part => wordKey(part.replace(/[^\p{L}\p{M}\p{N}’'-]/gu, '')));
  const capital = own.filter(part => /^[^\p{L}\p{N}]*[\p{Lu}\p{Lo}\p{N}]/u.test(part)).length;
  const small = own.filter((part, i) => /^\p{Ll}[^.]*$/u.test(part) && !SMALL.has(keys[i]!)).length;
  if (keys.some((key, i) => VERBS.has(key) && /^\p{Ll}/u.test(own[i]!))) return false;
  if (small === 0) return true;
  const hasNoun = keys.some(key => organizationNouns.has(key));
  return hasNoun ? small <= Math.max(3, capital * 2) && own.length <= NAME_WORDS : capital > small * 2;
}

const SMALL = new Set(
  'of for the and in on at to by with from de del la las los el y e do da dos das du des le les et di della dei delle per für der die das den dem und von vom zu zur zum van bin ibn al i za u na z w o и за по в на у та і і з de’ d l'
    .split(' ')
    .concat(['à', 'в', 'о', 'об', 'при', 'для', 'при', 'про']),
);
const VERBS = new Set(
  'is are was were be been has have had will shall can must may should do does did es son fue era est sont était sein ist sind war waren wird werden è sono é são foi est jest są był byla je su bio bila је су био била'.split(
    ' ',
  ),
);

function trimmed(text: string, { start, end }: Span, ends: RegExp = ENDS): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s/,;—–-]/u.test(text[from]!)) from++;
  while (to > from && ends.test(text[to - 1]!) && !isAbbreviation(text, from, to)) to--;
  return { start: from, end: to };
}

/** A full stop belongs to an initial or an abbreviation: "Mironov S.M.", "Inc." */
function isAbbreviation(text: string, start: number, end: number): boolean {
  return (
    text[end - 1] === '.' &&
    /(?:^|[\s.\u00a0-])(?:\p{Lu}|\p{Lu}\p{Ll}{1,2}|Corp)\.$/u.test(text.slice(Math.max(start, end - 8), end))
  );
}

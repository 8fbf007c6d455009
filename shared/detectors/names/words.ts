import { wordKey } from '../../values/folded.ts';
import type { CheckedText } from '../checked-text.ts';
import { findSeen } from '../structure/seen.ts';
import type { View } from '../structure/view.ts';
import { abbreviations, articles, openers, shoutedOpeners } from '../words/opener-words.ts';

/** What stands between a word and the one before it. */
type Gap = 'joined' | 'comma' | 'sign' | 'break';

/** A word of what is seen. Offsets of the view; the full stop of an initial belongs to it. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As it is looked up. */
  readonly key: string;
  readonly isCapital: boolean;
  /** "S.", "S.M.", "Yu." */
  readonly isInitial: boolean;
  readonly isNumber: boolean;
  /** Two letters or more, all in capitals. */
  readonly isShouted: boolean;
  /** Whether it is usually written small. */
  readonly isSmall: boolean;
  /** Whether it can only have a capital because a sentence begins with it. */
  readonly isOpener: boolean;
  readonly isCyrillic: boolean;
  /** A possessive ending is cut off: "Putin’s". */
  readonly hasOwner: boolean;
  readonly gap: Gap;
  /** Whether a sentence, a line or a quotation begins with it. */
  readonly isFirst: boolean;
}

const PIECE = /(?:[\p{L}\p{M}\p{N}]+(?:[’'ʼ‑-][\p{L}\p{M}\p{N}]+)*)/gu;
const ELISION = /^(?:l|d|dell|dall|all|nell|sull|un|qu|s|c|n|j)[’'](?=.)/iu;
const OWNER = /[’']s$/iu;
const INITIAL = /^(?:\p{Lu}|Yu|Ya|Ye|Zh|Kh|Ts|Ch|Sh|Dz|Dj|Lj|Nj|Ю|Я)$/u;
/** "al-Rashid" has its capital behind the article. */
const CAPITAL = /^(?:\p{Lu}|(?:al|el|ad|ar|as|ash|an|at|az)-\p{Lu})/u;
/** Longer words are cut: nothing is named by them. */
const LONGEST = 80;

/** The words of what is seen, in text order. */
export function findWords(text: CheckedText): readonly Word[] {
  return wordsOf(text.once(findSeen));
}

export function wordsOf({ text, marks }: View): readonly Word[] {
  const words: Word[] = [];
  const keys = new Map<string, string>();
  let last: Word | undefined;
  let mark = 0;
  /** Whether a footnote is called between the last word and an offset: no name goes over it. */
  const calledBefore = (offset: number): boolean => {
    let isCalled = false;
    for (; mark < marks.length && marks[mark]!.start <= offset; mark++)
      isCalled ||= marks[mark]!.kind === 'reference' && marks[mark]!.start >= (last?.end ?? 0);
    return isCalled;
  };
  const add = (start: number, end: number) => {
    const piece = text.slice(start, end);
    const owner = OWNER.exec(piece);
    const bare = owner ? piece.slice(0, owner.index) : piece;
    let key = keys.get(bare);
    if (key === undefined) {
      key = wordKey(bare.length > LONGEST ? bare.slice(0, LONGEST) : bare);
      keys.set(bare, key);
    }
    const isInitial = text[end] === '.' && INITIAL.test(bare);
    const isShouted = bare.length > 1 && bare === bare.toUpperCase() && bare !== bare.toLowerCase();
    const { gap, isFirst } = gapOf(text, last, start, calledBefore(start));
    last = {
      start,
      end: isInitial ? end + 1 : end - (owner?.[0].length ?? 0),
      key,
      isCapital: CAPITAL.test(bare),
      isInitial,
      isNumber: /^\p{N}/u.test(bare),
      isShouted,
      isSmall: isShouted ? shoutedOpeners.has(key) : !isInitial && openers.has(key),
      isOpener: isShouted
        ? shoutedOpeners.has(key)
        : !isInitial && openers.has(key) && (isFirst || !articles.has(key)),
      isCyrillic: /^[\u0400-\u052f]/.test(bare),
      hasOwner: owner !== null,
      gap,
      isFirst,
    };
    words.push(last);
  };
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const elided = piece.length > LONGEST ? null : ELISION.exec(piece);
    if (elided) add(index, index + elided[0].length - 1);
    const start = index + (elided?.[0].length ?? 0);
    add(start, index + piece.length);
  }
  return words;
}

function gapOf(
  text: string,
  last: Word | undefined,
  start: number,
  isCalled: boolean,
): { gap: Gap; isFirst: boolean } {
  if (!last) return { gap: 'break', isFirst: true };
  const from = last.hasOwner ? last.end + 2 : last.end;
  if (start - from > 40) return { gap: 'break', isFirst: true };
  const between = text.slice(from, start);
  if (/^[’'ʼ]?[ \u00a0\u2009]*$/u.test(between)) return { gap: isCalled ? 'sign' : 'joined', isFirst: false };
  if (/[\r\n\u2028\u2029]/u.test(between)) return { gap: 'break', isFirst: true };
  if (/^[.][ \u00a0]*$/u.test(between)) {
    const isAbbreviation = last.isInitial || abbreviations.has(last.key);
    return isAbbreviation ? { gap: 'joined', isFirst: false } : { gap: 'break', isFirst: true };
  }
  if (/[.!?…]["»”’')\]]*(?:\[[^\]]{1,8}\])*\s+["«“„‘(¿¡[]*$/u.test(between))
    return { gap: 'break', isFirst: true };
  if (/^[,]\s*$/u.test(between)) return { gap: 'comma', isFirst: false };
  return { gap: 'sign', isFirst: /[“«„"‘:—•([]\s*$/u.test(between) };
}

import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import type { Span } from '../../text/text-like.ts';
import { wordKey } from '../../values/folded.ts';
import { isAcronym } from '../../values/names/surroundings.ts';
import { type Token, tokensOf } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { functionWords } from '../text/small-words.ts';
import { nameKey } from '../text/statement.ts';

interface Expansion extends Passage {
  readonly acronym: string;
  readonly words: string;
  readonly spoken: Span;
  readonly span: Span;
  readonly content: readonly string[];
  /** Whether the words begin with the acronym's letters. */
  readonly fits: boolean;
}

const MOST_WORDS = 14;
const REACH = 160;
const MOST = 40;

const rule = {
  id: 'acronym',
  version: 1,
  kind: 'name-variant',
  severity: 'info',
  label: 'Acronyms spelt out in two ways, and names with two acronyms',
} as const;

/** An acronym is spelt out in two ways, or the same words have two acronyms. */
export const acronym = passageRule<Expansion>({
  ...rule,
  compares: 'passages',
  reads: 'text',
  most: MOST,
  find: text => text.once(findExpansions),
  *examine(key, passages, known): Iterable<Finding> {
    for (const [i, one] of passages.entries()) {
      for (const other of passages.slice(i + 1)) {
        const isNear = one.documentId === other.documentId;
        const [text, second] = [known.texts.get(one.documentId), known.texts.get(other.documentId)];
        if (!text || !second) continue;
        const byAcronym = key.startsWith('short|');
        if (byAcronym ? agree(one, other) : one.acronym === other.acronym) continue;
        const isOneLanguage = text.context.language?.slice(0, 2) === second.context.language?.slice(0, 2);
        if (byAcronym && !(one.fits && other.fits && isOneLanguage) && !shareWords(one, other)) continue;
        if (!byAcronym && (!isOneLanguage || !isNear)) continue;
        const given = {
          short: one.acronym,
          a: byAcronym ? one.words : one.acronym,
          b: byAcronym ? other.words : other.acronym,
          words: one.words,
        };
        yield found(rule, {
          severity: isNear && byAcronym ? 'warning' : 'info',
          message: byAcronym
            ? `${one.acronym} is spelt out as “${one.words}” and as “${other.words}”`
            : `“${one.words}” is shortened to ${one.acronym} and to ${other.acronym}`,
          given,
          sides: [
            { value: given.a, spans: [spanAt(text, one.span.start, one.span.end)] },
            { value: given.b, spans: [spanAt(second, other.span.start, other.span.end)] },
          ],
          grounds: [
            byAcronym
              ? speaksFor('acronym.words', 'Neither holds all the words of the other', given)
              : speaksFor('acronym.letters', 'The words are the same, the letters are not', given),
            ...(isNear
              ? []
              : [speaksAgainst('acronym.apart', 'They stand in different documents and may be two bodies')]),
          ],
          key: `acronym|${[`${one.acronym} ${one.content.join(' ')}`, `${other.acronym} ${other.content.join(' ')}`].sort().join('|')}`,
        });
      }
    }
  },
});

/** @returns where a text spells out acronyms: "Words (ABC)" and "ABC (words)" */
export function findExpansions(text: CheckedText): Expansion[] {
  const view = text.once(findSeen);
  const expansions: Expansion[] = [];
  for (const bracket of view.text.matchAll(/\(([^()\n]{2,160})\)/g)) {
    const inside = bracket[1]!.trim();
    const before = view.text.slice(Math.max(0, bracket.index - REACH), bracket.index);
    const start = bracket.index + 1 + bracket[1]!.indexOf(inside);
    const words = isAcronym(inside) ? wordsBefore(before, bracket.index, inside) : undefined;
    const short = words ? undefined : /(?:^|[\s(“"«])([\p{Lu}\d-]{2,10})\s*$/u.exec(before)?.[1];
    if (words) add(inside, words, { start, end: start + inside.length });
    else if (short && isAcronym(short) && tokensOf(inside).filter(isWord).length >= 2) {
      const at = bracket.index - before.length + before.lastIndexOf(short);
      add(short, { start, end: start + inside.length }, { start: at, end: at + short.length });
    }
  }
  return expansions;

  function add(letters: string, words: Span, place: Span): void {
    const said = view.text.slice(words.start, words.end);
    const content = tokensOf(said).filter(isContent).map(nameKey);
    if (content.length < 2) return;
    const fits = initialsFit(letters, tokensOf(said));
    const span = view.raw({ start: Math.min(words.start, place.start), end: Math.max(words.end, place.end) });
    expansions.push({
      documentId: text.documentId,
      start: span.start,
      acronym: letters,
      words: said,
      spoken: words,
      span,
      content,
      fits,
      keys: [`short|${letters.toUpperCase()}`, `long|${[...content].sort().join(' ')}`],
    });
  }
}

const isWord = ({ kind }: Token) => kind === 'word';
const isContent = (token: Token) => isWord(token) && token.key.length > 1 && !functionWords.has(token.key);

/** The words before a bracket that the letters in it stand for: by their initials, else the name that stands there. */
function wordsBefore(before: string, end: number, letters: string): Span | undefined {
  const offset = end - before.length;
  const tokens = tokensOf(before).slice(-MOST_WORDS * 2);
  const last = tokens.at(-1);
  if (!last || !isWord(last)) return undefined;
  for (let i = tokens.length - 1; i >= 0 && i >= tokens.length - MOST_WORDS; i--) {
    if (!isWord(tokens[i]!)) {
      if (tokens[i]!.text !== '-' && tokens[i]!.text !== '’') break;
      continue;
    }
    if (initialsFit(letters, tokens.slice(i)))
      return { start: offset + tokens[i]!.start, end: offset + last.end };
  }
  let first: Token | undefined;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i]!;
    if (!isWord(token)) break;
    if (/^\p{Lu}/u.test(token.text)) first = token;
    else if (!functionWords.has(token.key)) break;
  }
  if (!first || first === last) return undefined;
  return { start: offset + first.start, end: offset + last.end };
}

/** Whether words begin with the letters of an acronym, little words passed over or not. */
function initialsFit(letters: string, tokens: readonly Token[]): boolean {
  const wanted = [...letters.replace(/[^\p{L}]/gu, '')].map(letter => wordKey(letter)).join('');
  const initials = (some: readonly Token[]) => some.map(({ key }) => key[0] ?? '').join('');
  const words = tokens.filter(isWord);
  return initials(words) === wanted || initials(words.filter(isContent)) === wanted;
}

function agree(one: Expansion, other: Expansion): boolean {
  const holds = (a: Expansion, b: Expansion) =>
    b.content.every(word => a.content.some(each => each.startsWith(word.slice(0, 6))));
  return holds(one, other) || holds(other, one);
}

const shareWords = (one: Expansion, other: Expansion): boolean =>
  one.content.filter(word => other.content.includes(word)).length >= 2;

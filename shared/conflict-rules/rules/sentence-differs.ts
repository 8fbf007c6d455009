import type { CheckedText } from '../../detectors/checked-text.ts';
import { compareNames, SAME_FROM } from '../../values/names/compare/compare.ts';
import { tokensOf } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { findSentences } from '../text/sentences.ts';
import { functionWords } from '../text/small-words.ts';

interface Sentence extends Passage {
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

const FEWEST_WORDS = 6;
const MOST_WORDS = 80;
/** So many words at either end make a key. */
const END = 4;
const MOST = 30;
const MOST_OTHER = 3;

const rule = {
  id: 'sentence-differs',
  version: 1,
  kind: 'name-variant',
  severity: 'warning',
  label: 'Sentences that are the same but for a name',
} as const;

/** A sentence stands twice, and a name in it is spelt otherwise or is another one. */
export const sentenceDiffers = passageRule<Sentence>({
  ...rule,
  compares: 'passages',
  reads: 'text',
  most: MOST,
  find: text => text.once(findNamedSentences),
  *examine(key, sentences, known): Iterable<Finding> {
    for (const [i, one] of sentences.entries()) {
      for (const other of sentences.slice(i + 1)) {
        const range = differing(one, other);
        if (!range || (key !== one.keys[0] && one.keys[0] === other.keys[0])) continue;
        const [ours, theirs] = [one, other].map(({ words }) =>
          words.slice(range.from, words.length - range.behind),
        );
        if (!ours || !theirs || !isName(ours) || !isName(theirs)) continue;
        const [text, second] = [known.texts.get(one.documentId), known.texts.get(other.documentId)];
        if (!text || !second) continue;
        const [a, b] = [wordsOf(ours), wordsOf(theirs)];
        const { score, relation } = compareNames(a, b, { bearer: 'organization' });
        if (relation === 'same' || relation === 'inflection') continue;
        const isRespelt = score >= SAME_FROM;
        const given = { a, b };
        yield found(rule, {
          kind: isRespelt ? 'name-variant' : 'self-contradiction',
          severity: isRespelt ? 'warning' : 'info',
          message: isRespelt
            ? `One sentence stands twice, with ${a} and with ${b}`
            : `One sentence stands twice, of ${a} and of ${b}`,
          given,
          sides: [
            { value: a, spans: [spanAt(text, ours[0]!.start, ours.at(-1)!.end)] },
            { value: b, spans: [spanAt(second, theirs[0]!.start, theirs.at(-1)!.end)] },
          ],
          grounds: [
            speaksFor('sentence-differs.same', `All other words are the same: “${around(one, range.from)}”`, {
              words: around(one, range.from),
            }),
          ],
          key: `${rule.id}|${[a, b].sort().join('|')}`,
        });
      }
    }
  },
});

const wordsOf = (words: Sentence['words']): string => words.map(({ text }) => text).join(' ');

const around = ({ words }: Sentence, from: number): string =>
  words
    .slice(Math.max(0, from - 5), from)
    .map(({ text }) => text)
    .join(' ');

const isName = (words: Sentence['words']): boolean =>
  words.length > 0 && words.length <= MOST_OTHER && words.every(({ text }) => /^\p{Lu}\p{L}/u.test(text));

/** Where two sentences differ: after so many words that are the same, and before so many. */
function differing(one: Sentence, other: Sentence): { from: number; behind: number } | undefined {
  const [ours, theirs] = [one.words, other.words];
  if (Math.abs(ours.length - theirs.length) > MOST_OTHER) return undefined;
  const shorter = Math.min(ours.length, theirs.length);
  let from = 0;
  while (from < shorter && ours[from]!.text === theirs[from]!.text) from++;
  if (from === shorter) return undefined;
  let behind = 0;
  while (behind < shorter - from - 1 && ours.at(-1 - behind)!.text === theirs.at(-1 - behind)!.text) behind++;
  return from + behind >= FEWEST_WORDS - 1 ? { from, behind } : undefined;
}

/** Sentences of some length that name something. */
function findNamedSentences(text: CheckedText): readonly Sentence[] {
  const { view, starts } = text.once(findSentences);
  const found: Sentence[] = [];
  for (const [i, start] of starts.entries()) {
    const said = view.text.slice(start, starts[i + 1] ?? view.text.length);
    const words = tokensOf(said).filter(({ kind }) => kind !== 'mark');
    if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) continue;
    if (!words.slice(1).some(word => /^\p{Lu}/u.test(word.text))) continue;
    const content = words.filter(({ key }) => !functionWords.has(key)).length;
    if (content < END) continue;
    const keys = [words.slice(0, END), words.slice(-END)].map(
      (end, side) => `${side}|${end.map(({ key }) => key).join(' ')}`,
    );
    const placed = words.map(word => ({
      text: word.text,
      ...view.raw({ start: start + word.start, end: start + word.end }),
    }));
    found.push({ documentId: text.documentId, start: placed[0]!.start, words: placed, keys });
  }
  return found;
}

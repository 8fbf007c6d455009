import type { CheckedText } from '../../detectors/checked-text.ts';
import { findSeen } from '../../detectors/structure/seen.ts';
import type { Span } from '../../text/text-like.ts';
import { type Token, tokensOf } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { spanAt } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { designation } from '../text/designations.ts';

interface Use extends Span {
  readonly term: string;
}

const FEWEST_STEM = 5;
const MOST_ADDED = 4;
const OFTEN = 3;
const MOST_SPANS = 40;

/** A term is worded in two ways that differ in one word's ending: "social democratic" and "socialist democratic" parties. */
export const termWording: TextRule = {
  id: 'term-wording',
  version: 1,
  kind: 'translation-defect',
  severity: 'info',
  label: 'Terms worded in two ways throughout a text',
  compares: 'texts',
  reads: 'text',
  *examine(text): Iterable<Finding> {
    const byTerm = new Map<string, Use[]>();
    for (const use of usesIn(text)) byTerm.set(use.term, [...(byTerm.get(use.term) ?? []), use]);
    const bySecond = new Map<string, string[]>();
    for (const term of byTerm.keys()) {
      const second = term.split(' ')[1]!;
      bySecond.set(second, [...(bySecond.get(second) ?? []), term]);
    }
    for (const terms of bySecond.values()) {
      for (const term of terms) {
        for (const other of terms) {
          if (term >= other || !isRelated(term.split(' ')[0]!, other.split(' ')[0]!)) continue;
          const [ours, theirs] = [byTerm.get(term)!, byTerm.get(other)!];
          if (Math.max(ours.length, theirs.length) < OFTEN || Math.min(ours.length, theirs.length) < 2)
            continue;
          const given = { a: term, b: other, times: String(ours.length), others: String(theirs.length) };
          yield found(termWording, {
            message: `“${term}” (${ours.length} times) and “${other}” (${theirs.length} times) seem to be one term`,
            given,
            sides: [ours, theirs].map((uses, i) => ({
              value: i === 0 ? term : other,
              spans: uses.slice(0, MOST_SPANS).map(({ start, end }) => spanAt(text, start, end)),
            })),
            grounds: [
              speaksFor('term-wording.ending', 'They differ in the ending of one word', given),
              speaksFor('term-wording.often', 'Both stand there more than once', given),
              speaksAgainst('term-wording.two', 'They may be two terms'),
            ],
            key: `term-wording|${term}|${other}`,
          });
        }
      }
    }
  },
};

/** Two words that stand before, or with a hyphen beside, what a group calls itself. */
function* usesIn(text: CheckedText): Iterable<Use> {
  const view = text.once(findSeen);
  const tokens = tokensOf(view.text).filter(({ text: sign }) => sign !== '-' && sign !== '‑');
  for (let i = 0; i + 2 < tokens.length; i++) {
    const [first, second, noun] = [tokens[i]!, tokens[i + 1]!, tokens[i + 2]!];
    if (!isWord(first) || !isWord(second) || !isWord(noun)) continue;
    const row = designation(noun.key) ?? designation(noun.key.replace(/ies$/, 'y').replace(/s$/, ''));
    if (row === undefined || first.key.length < FEWEST_STEM) continue;
    yield { term: `${first.key} ${second.key}`, ...view.raw({ start: first.start, end: noun.end }) };
  }
}

const isWord = ({ kind }: Token) => kind === 'word';

function isRelated(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.length - short.length <= MOST_ADDED && long.length > short.length + 1 && long.startsWith(short);
}

import { compareDates } from '../../values/dates/compare-dates.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { byCode, hullOf, spansOf } from '../place.ts';
import { type Passage, passageRule } from '../rule.ts';
import { type DatedEvent, datedEvent } from '../text/dated-event.ts';
import type { EventKind } from '../text/events.ts';
import { isRareWord } from '../text/rare.ts';
import { isSamePlace } from '../text/statement.ts';

interface DatePassage extends Passage, DatedEvent {}

/** Kinds of events that happen to somebody or something once. */
const ONCE: ReadonlySet<EventKind> = new Set(['founding', 'birth', 'death', 'end']);
/** Of the words of two statements, so large a share is the same where they say the same thing. */
const SAME_WORDS = 0.75;
const FEWEST_WORDS = 4;
/** Dates compared under one key; more is a chronicle. */
const MOST = 60;

const rule = {
  id: 'date-contradiction',
  version: 1,
  kind: 'date-mismatch',
  severity: 'warning',
  label: 'Different dates of one event',
} as const;

/** One event has two dates that cannot both be right, or a day here and several days there. */
export const dateContradiction = passageRule<DatePassage>({
  ...rule,
  compares: 'passages',
  reads: 'mentions',
  most: MOST,
  *find(text, mentions): Iterable<DatePassage> {
    for (const mention of mentions) {
      const event = datedEvent(text, mention);
      if (!event) continue;
      const keys: string[] = [];
      if (event.kind !== undefined) for (const word of event.subject) keys.push(`${event.kind}|${word}`);
      if (event.content.size >= FEWEST_WORDS && !event.statement.inReference)
        keys.push(
          `same|${[...event.content]
            .sort((a, b) => b.length - a.length || byCode(a, b))
            .slice(0, 3)
            .sort()
            .join(' ')}`,
        );
      if (keys.length > 0)
        yield { ...event, documentId: text.documentId, start: hullOf(mention).start, keys, from: mention };
    }
  },
  *examine(key, passages, known): Iterable<Finding> {
    const text = (id: string) => known.texts.get(id);
    for (const [i, one] of passages.entries()) {
      for (const other of passages.slice(i + 1)) {
        const same = key.startsWith('same|') ? sameStatement(one, other) : sameEvent(one, other, key);
        if (!same || isOneStatement(one, other)) continue;
        const comparison = compareDates(one.date, other.date);
        const isRepeated = key.startsWith('same|') && isOtherSpan(one, other);
        const isApart = (comparison.relation === 'disjoint' && comparison.certain) || isRepeated;
        const isLonger = !key.startsWith('same|') && isDayInDays(one, other, comparison.relation);
        if (!isApart && !isLonger) continue;
        const [a, b] = [one.mention.quote, other.mention.quote];
        yield found(rule, {
          severity: isApart && same.isSure ? 'warning' : 'info',
          message: isApart
            ? `${same.says} is dated ${a} and ${b}`
            : `${same.says} is dated to a day and to several days: ${a} and ${b}`,
          given: { a, b, event: same.says },
          sides: [one, other].map(({ mention, documentId, date }) => ({
            value: date.edtf,
            spans: spansOf(mention, text(documentId)),
          })),
          grounds: [
            isApart
              ? speaksFor(
                  'date-contradiction.apart',
                  `No day is in both: ${one.date.edtf}, ${other.date.edtf}`,
                  {
                    a: one.date.edtf,
                    b: other.date.edtf,
                  },
                )
              : speaksFor('date-contradiction.longer', 'One is a day, the other lasts several days', {
                  a,
                  b,
                }),
            speaksFor('date-contradiction.event', `Both tell of ${same.words}`, { words: same.words }),
            ...(one.isImplied || other.isImplied
              ? [speaksAgainst('date-contradiction.implied', 'One passage does not name what it tells of')]
              : []),
          ],
          key: `${rule.id}|${same.key}|${[one.date.edtf, other.date.edtf].sort().join('|')}`,
        });
      }
    }
  },
});

interface Same {
  readonly says: string;
  readonly words: string;
  readonly key: string;
  readonly isSure: boolean;
}

/** Whether two passages tell of one event: the same happening to the same, with the same number where there is one. */
function sameEvent(one: DatePassage, other: DatePassage, key: string): Same | undefined {
  const kind = one.kind!;
  const shared = [...one.subject].filter(word => other.subject.has(word)).sort();
  if (key !== `${kind}|${shared[0]}`) return undefined;
  // A reference tells of its source; of the matter only where it names it.
  if ([one, other].some(({ statement, isImplied }) => statement.inReference && isImplied)) return undefined;
  const fewer = Math.min(one.subject.size, other.subject.size);
  const isFar = one.documentId !== other.documentId;
  const most =
    isFar && (one.isImplied || other.isImplied) ? Math.max(one.subject.size, other.subject.size) : fewer;
  const isMost = shared.length >= Math.max(1, Math.ceil(most * 0.5)) && (!isFar || shared.some(isRareWord));
  if (!isMost || !ONCE.has(kind)) {
    const words = [...one.content].filter(word => other.content.has(word)).length;
    const isAlike = words >= 3 && words >= 0.5 * Math.min(one.content.size, other.content.size);
    if (!isAlike || shared.length === 0 || !sameNumbers(one, other) || one.gathering !== other.gathering)
      return undefined;
  }
  const isSure =
    !one.isImplied && !other.isImplied && !one.statement.inReference && !other.statement.inReference;
  return { says: SAYS[kind], words: shared.join(' '), key: `${kind}|${shared.join(' ')}`, isSure };
}

/** Whether two passages are one statement made twice. */
function sameStatement(one: DatePassage, other: DatePassage): Same | undefined {
  const shared = [...one.content].filter(word => other.content.has(word)).sort();
  const all = one.content.size + other.content.size - shared.length;
  if (shared.length < FEWEST_WORDS || shared.length < all * SAME_WORDS) return undefined;
  if (!sameNumbers(one, other) || !isSamePlace(one.statement, other.statement)) return undefined;
  const words = shared.slice(0, 8).join(' ');
  return { says: 'The same', words, key: `same|${words}`, isSure: true };
}

/** Two dates in one sentence are two things said of it. */
function isOneStatement(one: DatePassage, other: DatePassage): boolean {
  return one.documentId === other.documentId && one.statement.raw.start === other.statement.raw.start;
}

function sameNumbers(one: DatePassage, other: DatePassage): boolean {
  const numbers = (event: DatePassage) =>
    event.numbers.filter(number => !event.date.text.includes(number) && number.length < 4);
  const [a, b] = [numbers(one), numbers(other)];
  return a.length === 0 || b.length === 0 || a.some(number => b.includes(number));
}

const SAYS: Readonly<Record<EventKind, string>> = {
  founding: 'The founding',
  birth: 'The birth',
  death: 'The death',
  end: 'The end',
  signing: 'The signing',
  meeting: 'The meeting',
  joining: 'The joining',
  office: 'The taking of office',
  leaving: 'The leaving of office',
  opening: 'The opening',
  victory: 'The victory',
  publishing: 'The publishing',
};

/** Where the same is said twice, two spans of one kind contradict one another even where they meet. */
function isOtherSpan({ date: one }: DatePassage, { date: other }: DatePassage): boolean {
  const shape = (edtf: string) => edtf.replace(/\d/g, '0');
  return one.edtf !== other.edtf && shape(one.edtf) === shape(other.edtf);
}

/** "27 April 2026" beside "25–29 April": both may be right, but a reader cannot know. */
function isDayInDays(one: DatePassage, other: DatePassage, relation: string): boolean {
  if (relation !== 'contains' && relation !== 'within' && relation !== 'overlaps') return false;
  const isDay = ({ date }: DatePassage) => /^[\dX]{4}-\d\d-\d\d$/.test(date.edtf);
  const isDays = ({ date }: DatePassage) =>
    /^\{?[\dX]{4}-\d\d-\d\d(?:[/,]|\.\.)[\dX]{4}-\d\d-\d\d/.test(date.edtf);
  return (isDay(one) && isDays(other)) || (isDays(one) && isDay(other));
}

import type { CheckedText } from '../../detectors/checked-text.ts';
import type { DateValue } from '../../values/dates/date.ts';
import { wordKey } from '../../values/folded.ts';
import { type Token, tokensOf } from '../../values/tokens.ts';
import type { Mention } from '../mention.ts';
import { hullOf } from '../place.ts';
import { type EventKind, eventNamed, gatheringNamed } from './events.ts';
import { contentOf, namingsIn, type Statement, statementAt } from './statement.ts';
import { findSubject } from './subject.ts';

/** A date and what is said to have happened then. */
export interface DatedEvent {
  readonly mention: Mention;
  readonly date: DateValue;
  readonly statement: Statement;
  readonly kind: EventKind | undefined;
  /** What people met at, where they did. */
  readonly gathering: number | undefined;
  /** Ordinals and Roman numbers that tell one congress from the next. */
  readonly numbers: readonly string[];
  /** Keys of the words that name what it happened to, places aside. */
  readonly subject: ReadonlySet<string>;
  /** Whether the statement names nothing and the text's own subject stands in. */
  readonly isImplied: boolean;
  readonly content: ReadonlySet<string>;
}

/** So many words from the date on the word may stand that says what happened. */
const REACH = 30;

/** @returns what is said of a date where it stands, for a mention whose value is a date */
export function datedEvent(text: CheckedText, mention: Mention): DatedEvent | undefined {
  if (mention.value.kind !== 'date') return undefined;
  const kept = known.get(mention);
  if (kept?.text === text) return kept.event;
  const event = eventOf(text, mention, mention.value);
  known.set(mention, { text, event });
  return event;
}

/** Several rules ask the same. */
const known = new WeakMap<Mention, { readonly text: CheckedText; readonly event: DatedEvent }>();

function eventOf(text: CheckedText, mention: Mention, date: DateValue): DatedEvent {
  const statement = statementAt(text, hullOf(mention));
  const { before, after, parameter } = statement;
  const near = [...[...before].reverse().slice(0, REACH), ...after.slice(0, REACH)];
  const kind = parameter === undefined ? nearestEvent(before, after) : eventOfParameter(parameter);
  const gatherings = near.flatMap(({ kind, key }) => (kind === 'word' ? (gatheringNamed(key) ?? []) : []));
  const words = [...before, ...after];
  const own = text.once(findTitleWords);
  const named = namingsIn(words)
    .filter(({ isPlace }) => !isPlace)
    .flatMap(({ keys }) => keys);
  return {
    mention,
    date,
    statement,
    kind,
    gathering: gatherings[0],
    numbers: words.filter(isOrdinal).map(({ key }) => key),
    subject:
      named.length > 0
        ? new Set([...named, ...contentOf(words).filter(word => own.has(word))])
        : text.once(findSubject),
    isImplied: named.length === 0,
    content: new Set(contentOf(words)),
  };
}

/** What the parameter of an infobox tells of: "founded", "fecha de fundación". */
const eventOfParameter = (parameter: string): EventKind | undefined =>
  parameter
    .split(/[\s_]+/)
    .map(word => eventNamed(wordKey(word)))
    .find(kind => kind !== undefined);

/** The word that says what happened: the nearest, one before the date rather than one behind it. */
function nearestEvent(before: readonly Token[], after: readonly Token[]): EventKind | undefined {
  let best: { kind: EventKind; far: number } | undefined;
  const look = (tokens: readonly Token[], extra: number) => {
    tokens.slice(0, REACH).forEach((token, i) => {
      const kind = token.kind === 'word' ? eventNamed(token.key) : undefined;
      if (kind !== undefined && (!best || i + extra < best.far)) best = { kind, far: i + extra };
    });
  };
  look([...before].reverse(), 0);
  look(after, 3);
  return best?.kind;
}

/** What the title says, in capitals or not: "the forum" is the one that the text is about. */
const findTitleWords = (text: CheckedText): ReadonlySet<string> =>
  new Set(contentOf(tokensOf((text.title ?? '').slice(0, 200))));

const isOrdinal = ({ kind, text }: Token) => kind === 'digits' || (/^[IVXL]+$/.test(text) && text.length > 1);

import type { CheckedText } from '../../detectors/checked-text.ts';
import { certainlyBefore } from '../../values/dates/compare-dates.ts';
import type { Token } from '../../values/tokens.ts';
import type { Finding } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import { hullOf, spanAt, spansOf } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { type DatedEvent, datedEvent } from '../text/dated-event.ts';
import type { EventKind } from '../text/events.ts';
import { isRareWord } from '../text/rare.ts';
import { nameKey } from '../text/statement.ts';
import { findExpansions } from './acronym.ts';

/** Steps by which one comes into a body, as beginnings of words: en es fr it pt de ru uk pl sr hr. */
const STEPS: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:observ|obserw|osservator|beobacht|наблюдат|спостеріг|posmatra|promatra|посматра)/u],
  [
    2,
    /^(?:consult|консульт|associat|asociad|associe|ассоцииров|асоційов|stowarzyszon|konsult|pridruzen|придружен|candidat|kandidat|кандидат)/u,
  ],
  [3, /^(?:member|miembro|membre|membro|mitglied|член|czlon|clan|члан|чланств)/u],
];
/** "Full" before "member". */
const FULL =
  /^(?:full|pleno|plena|plein|pleine|piena|pieno|vollwertig|vollmitglied|полноправн|повноправн|pelnopraw|punoprav|пуноправ)/u;
/** Bodies within a body, on which one can sit only once one is in. */
const SEATS =
  /^(?:commission|committe|comision|comite|commissione|comitato|comissao|ausschuss|komitee|kommission|комисси|комитет|коміс|коміт|komisj|komitet|odbor|komisij|одбор|комисиј|presidium|prasidium|президиум|bureau)/u;
const SEATED =
  /^(?:member|miembro|membre|membro|mitglied|член|czlon|clan|члан|chair|co|elected|since|on|sits|serves)/u;
const REACH = 14;

/** What stands before what it can only follow. */
export const orderOfEvents: TextRule = {
  id: 'order-of-events',
  version: 1,
  kind: 'date-mismatch',
  severity: 'warning',
  label: 'Dates in an order that cannot be: a seat before membership, death before birth',
  compares: 'texts',
  reads: 'mentions',
  *examine(text, mentions): Iterable<Finding> {
    const events = mentions
      .flatMap(mention => datedEvent(text, mention) ?? [])
      .filter(({ statement }) => !statement.inReference);
    yield* stepsOutOfOrder(text, events);
    yield* livesOutOfOrder(text, events);
  },
};

interface Step extends DatedEvent {
  /** 0 for a seat on a body within the body. */
  readonly rank: number;
  readonly bodies: ReadonlySet<string>;
}

function* stepsOutOfOrder(text: CheckedText, events: readonly DatedEvent[]): Iterable<Finding> {
  const spelt = text.once(findExpansions).length > 0;
  const steps = spelt ? events.flatMap(event => stepOf(text, event) ?? []).slice(0, MOST_OF_ONE) : [];
  for (const seat of steps.filter(({ rank }) => rank === 0)) {
    const joined = steps.filter(step => step.rank > 0 && shareBody(step, seat));
    if (joined.length === 0 || !joined.every(step => certainlyBefore(seat.date, step.date))) continue;
    const first = joined.reduce((least, step) => (certainlyBefore(step.date, least.date) ? step : least));
    yield out(
      text,
      'seat',
      seat,
      [first],
      `${seat.mention.quote}, for a seat, is before ${first.mention.quote}, when the body was joined`,
    );
  }
  const ranked = steps.filter(({ rank }) => rank > 0);
  for (const higher of ranked) {
    const lower = ranked.filter(
      step =>
        step.rank < higher.rank &&
        step !== higher &&
        shareBody(step, higher) &&
        certainlyBefore(higher.date, step.date),
    );
    if (lower.length > 0)
      yield out(
        text,
        'step',
        higher,
        lower,
        `${higher.mention.quote}, for the higher status, is before ${lower[0]!.mention.quote}, for the lower one`,
      );
  }
}

function stepOf(text: CheckedText, event: DatedEvent): Step | undefined {
  const { before, after } = event.statement;
  const near = [...[...before].reverse().slice(0, REACH), ...after.slice(0, REACH + 6)];
  const words = near.filter(({ kind }) => kind === 'word');
  const bodies = bodiesIn(text, [...before, ...after]);
  if (bodies.size === 0) return undefined;
  const ahead = [...before]
    .reverse()
    .slice(0, REACH)
    .filter(({ kind }) => kind === 'word');
  if (ahead.some(({ key }) => SEATS.test(key)) && ahead.some(({ key }) => SEATED.test(key)))
    return { ...event, rank: 0, bodies };
  const at = words.findIndex(({ key }) => STEPS.some(([, pattern]) => pattern.test(key)));
  if (at < 0) return undefined;
  const rank = STEPS.find(([, pattern]) => pattern.test(words[at]!.key))![0];
  const isFull = rank === 3 && words.some(({ key }) => FULL.test(key));
  return { ...event, rank: isFull ? 4 : rank, bodies };
}

/** The bodies that words name: by the acronyms that the text spells out, and by names with a rare word. */
function bodiesIn(text: CheckedText, tokens: readonly Token[]): ReadonlySet<string> {
  const keys = new Set(tokens.filter(({ kind }) => kind === 'word').map(nameKey));
  const letters = new Set(tokens.map(token => token.text));
  const found = new Set<string>();
  for (const { acronym, content } of text.once(findExpansions))
    if (letters.has(acronym) || content.every(word => keys.has(word))) found.add(acronym);
  return found;
}

const shareBody = (one: Step, other: Step): boolean => [...one.bodies].some(body => other.bodies.has(body));

const BEGINS: ReadonlySet<EventKind> = new Set(['birth', 'founding']);
const ENDS: ReadonlySet<EventKind> = new Set(['death', 'end']);
const ACTS: ReadonlySet<EventKind> = new Set(['signing', 'joining', 'victory', 'office', 'publishing']);

/** What is dated more often than this is what the text is full of. */
const MOST_OF_ONE = 200;

function* livesOutOfOrder(text: CheckedText, events: readonly DatedEvent[]): Iterable<Finding> {
  const begins = events.filter(({ kind }) => kind !== undefined && BEGINS.has(kind));
  const byWord = new Map<string, DatedEvent[]>();
  for (const event of events)
    if (event.kind !== undefined)
      for (const word of event.subject) {
        const beside = byWord.get(word);
        if (beside) beside.push(event);
        else byWord.set(word, [event]);
      }
  for (const begin of begins) {
    const near = [...begin.subject].filter(isRareWord).map(word => byWord.get(word) ?? []);
    for (const event of new Set(near.filter(({ length }) => length <= MOST_OF_ONE).flat())) {
      if (event === begin || event.kind === undefined || !isOneSubject(begin, event)) continue;
      if (!certainlyBefore(event.date, begin.date)) continue;
      const said = `${event.mention.quote} is before ${begin.mention.quote}, when ${begin.kind === 'birth' ? 'it was born' : 'it began'}`;
      if (ENDS.has(event.kind)) yield out(text, 'life', event, [begin], said);
      else if (ACTS.has(event.kind) && begin.kind === 'founding')
        yield { ...out(text, 'act', event, [begin], said), severity: 'info' };
    }
  }
}

function isOneSubject(one: DatedEvent, other: DatedEvent): boolean {
  const shared = [...one.subject].filter(word => other.subject.has(word));
  return shared.some(isRareWord) && shared.length * 2 >= Math.max(one.subject.size, other.subject.size);
}

function out(
  text: CheckedText,
  why: string,
  early: DatedEvent,
  late: readonly DatedEvent[],
  message: string,
): Finding {
  const whole = why === 'step';
  const side = (event: DatedEvent) => ({
    value: event.date.edtf,
    spans: whole
      ? [spanAt(text, event.statement.raw.start, event.statement.raw.end)]
      : spansOf(event.mention, text),
  });
  const quotes = [early, ...late].map(({ mention }) => mention.quote);
  return found(orderOfEvents, {
    message,
    given: { why, early: quotes[0]!, late: quotes.slice(1).join(', ') },
    sides: [early, ...late].sort((a, b) => hullOf(a.mention).start - hullOf(b.mention).start).map(side),
    grounds: [
      speaksFor(`order-of-events.${why}`, REASONS[why]!),
      ...(why === 'seat' ? [speaksAgainst('order-of-events.guest', 'Guests may sit there before')] : []),
    ],
    key: `order-of-events|${why}|${early.date.edtf}|${late.map(({ date }) => date.edtf).join('|')}`,
  });
}

const REASONS: Readonly<Record<string, string>> = {
  seat: 'One sits on a body’s commission only once one is in the body',
  step: 'One is an observer before one is consulted, and that before one is a member',
  life: 'The end does not come before the beginning',
  act: 'What is not founded yet does nothing',
};

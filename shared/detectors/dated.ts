import { citationsOf } from '../citations/found-citation.ts';
import type { Template } from '../markup/markup.ts';
import type { Span } from '../text/text-like.ts';
import { functionWords } from '../values/counts/function-words.ts';
import type { DateValue } from '../values/dates/date.ts';
import { isEdtf } from '../values/dates/edtf.ts';
import { findDates } from '../values/dates/find-dates.ts';
import { readDate } from '../values/dates/read-date.ts';
import { wordKey } from '../values/folded.ts';
import type { CheckedText } from './checked-text.ts';
import { citedSpans, liesIn } from './cited.ts';
import { clauseAround } from './clauses.ts';
import { seenDates } from './seen-dates.ts';
import { findSeen } from './structure/seen.ts';

/** A date in a text, outside the fields of citations. */
export interface DatedPlace extends Span {
  readonly value: DateValue;
  /** Running text, a field of a box, the name of a category, or the title of something cited. */
  readonly where: 'prose' | 'field' | 'category' | 'title';
  /** What was then, as far as the words near it say. */
  readonly event: string;
  /** The words right before it in its clause. */
  readonly before: string;
}

/** Finds the dates of a text, in its order; offsets are raw. */
export function datesOf(text: CheckedText): readonly DatedPlace[] {
  const found = [...inProse(text), ...inMarkup(text), ...inTitles(text)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((place, i) => i === 0 || place.start >= found[i - 1]!.end);
}

function* inProse(text: CheckedText): Iterable<DatedPlace> {
  const view = text.once(findSeen);
  const cited = text.once(citedSpans);
  let last = 0;
  for (const { start, end, value } of text.once(seenDates)) {
    const earlier = last;
    last = end;
    const raw = view.raw({ start, end });
    if (liesIn(cited, raw) || raw.end - raw.start > (end - start) * 3 + 20) continue;
    const { before, after } = sinceDate(view.text, earlier, { start, end });
    yield { ...raw, value, where: 'prose', event: eventOf(view.text, { start, end }, before, after), before };
  }
}

/** The clause around a date, what stands before a comma behind the date before it left out. */
function sinceDate(text: string, earlier: number, span: Span): ReturnType<typeof clauseAround> {
  const clause = clauseAround(text, span);
  const between = text.slice(Math.max(earlier, span.start - 200), span.start);
  if (text[earlier] !== ',' || between.length >= clause.before.length) return clause;
  const own = between.replace(/^[\s,]+/, '').replace(/\s+/g, ' ');
  return own.split(' ').length > FEWEST ? { ...clause, before: own } : clause;
}

/** Words enough to say what happened. */
const FEWEST = 3;

/** What the clause says without the date: what stands before it and a little behind; what is behind where it begins with the date. */
function eventOf(text: string, { start, end }: Span, before: string, after: string): string {
  if (text[start - 1] === '(' && text[end] === ')')
    return clauseAround(text, { start: start - 1, end: start - 1 }).before.trim();
  const said = withoutLastWords(before);
  if (said.split(' ').length < FEWEST) return after.replace(/^[\s,):–—-]+/u, '') || said;
  const rest = /^[^,;:()–—]*/.exec(after)![0].trim();
  return `${said} ${rest}`.trim();
}

/** Takes prepositions and articles off the end: "was founded on" → "was founded". */
function withoutLastWords(words: string): string {
  const left = words.trim().split(' ');
  const isLoose = (word: string) =>
    /^[\s,(:–—-]*$/u.test(word) || functionWords(undefined).has(wordKey(word));
  while (left.length > 0 && isLoose(left.at(-1)!)) left.pop();
  return left.join(' ').replace(/[\s,(:–—-]+$/u, '');
}

const joined = (before: string, after: string) =>
  `${withoutLastWords(before)} ${after.replace(/^[\s,)]+/, '')}`.trim();

/** Most words of a field's value that are looked at, in UTF-16 code units. */
const LONGEST_FIELD = 300;
const DATE_TEMPLATE = /(?:^|[\s_-])(?:date|dts|datum|fecha|data|дата)(?!\p{L})/iu;
const DATE_FIELD =
  /date|found|establish|formation|formed|dissol|abolish|born|death|died|launch|year|fecha|fundac|fondat|fond|data|datum|gründ|дата|основан|год|створен|заснов/iu;
const BOX = /^(?:infobox|ficha|info\/|карточка|картка|інфобокс|инфобокс|infocaixa|infoboks|infokutija)/iu;

function* inMarkup(text: CheckedText): Iterable<DatedPlace> {
  const cited = text.once(citedSpans);
  let box: Template | undefined;
  for (const span of text.markup) {
    if (liesIn(cited, span)) continue;
    if (span.kind === 'template') {
      if (BOX.test(span.name)) box = span;
      yield* inTemplate(text, span, box && box.start <= span.start && span.end <= box.end ? box : undefined);
    } else if (span.kind === 'link' && span.to === 'category') yield* inCategory(text, span);
  }
}

function* inTemplate(text: CheckedText, template: Template, box: Template | undefined): Iterable<DatedPlace> {
  if (DATE_TEMPLATE.test(template.name)) {
    const place = datedTemplate(text, template, fieldAround(box, template));
    if (place) yield place;
  } else if (template === box) {
    for (const { name, value } of template.parameters) {
      const words = text.text.slice(value.start, value.end);
      if (words.length > LONGEST_FIELD || words.includes('{{') || !DATE_FIELD.test(name)) continue;
      const own = readDate(words, text.context);
      if (own && /^\d{4}$/.test(words))
        yield { ...value, value: own, where: 'field', event: name, before: '' };
      else
        for (const { start, end, value: date } of findDates(words, text.context))
          yield {
            start: value.start + start,
            end: value.start + end,
            value: date,
            where: 'field',
            event: name,
            before: '',
          };
    }
  }
}

/** Boxes have fewer; more would take long to look through. */
const MOST_FIELDS = 300;

function fieldAround(box: Template | undefined, { start, end }: Span): string {
  if (!box || box.parameters.length > MOST_FIELDS) return '';
  return box.parameters.find(({ value }) => value.start <= start && value.end >= end)?.name ?? '';
}

/** The numbers of `{{start date|2026|4|27}}` one behind the other; other languages write `{{дата|27|4|2026}}`. */
function datedTemplate(text: CheckedText, template: Template, field: string): DatedPlace | undefined {
  const numbers: Span[] = [];
  for (const { value } of template.parameters) {
    if (!/^\d{1,4}$/.test(text.text.slice(value.start, value.end))) {
      if (numbers.length > 0) break;
    } else if (numbers.length < 3) numbers.push(value);
  }
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last) return undefined;
  const written = numbers.map(({ start, end }) => text.text.slice(start, end));
  const parts = written[0]!.length === 4 ? written : [...written].reverse();
  if (parts[0]!.length !== 4) return undefined;
  const edtf = [parts[0]!, ...parts.slice(1).map(part => part.padStart(2, '0'))].join('-');
  if (!isEdtf(edtf)) return undefined;
  const quote = text.text.slice(first.start, last.end);
  const value: DateValue = { kind: 'date', edtf, text: quote };
  return { start: first.start, end: last.end, value, where: 'field', event: field, before: '' };
}

function* inCategory(text: CheckedText, link: Span): Iterable<DatedPlace> {
  const colon = text.text.indexOf(':', link.start) + 1;
  const name = text.text.slice(colon, link.end).split(/[|\]]/, 1)[0]!;
  if (colon === 0 || colon >= link.end) return;
  for (const { start, end, value } of findDates(name, text.context)) {
    const event = joined(name.slice(0, start), name.slice(end));
    yield { start: colon + start, end: colon + end, value, where: 'category', event, before: '' };
  }
}

/** Days that titles of what is cited speak of: they are what the source says, not when it appeared. */
function* inTitles(text: CheckedText): Iterable<DatedPlace> {
  for (const found of text.once(citationsOf)) {
    const title = found.field('title');
    if (!title) continue;
    const words = text.text.slice(title.value.start, title.value.end);
    if (words.length > LONGEST_FIELD) continue;
    for (const { start, end, value } of findDates(words, text.context)) {
      if (!/-\d\d-\d\d/.test(value.edtf)) continue;
      const { before, after } = clauseAround(words, { start, end });
      const event = joined(before, after) || words;
      yield {
        start: title.value.start + start,
        end: title.value.start + end,
        value,
        where: 'title',
        event,
        before,
      };
    }
  }
}

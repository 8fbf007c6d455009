import { citationsOf, type FoundCitation } from '../../citations/found-citation.ts';
import type { CheckedText } from '../../detectors/checked-text.ts';
import { findLists } from '../../detectors/structure/lists.ts';
import type { Span } from '../../text/text-like.ts';
import { certainlyBefore } from '../../values/dates/compare-dates.ts';
import { readDate } from '../../values/dates/read-date.ts';
import { tokensOf } from '../../values/tokens.ts';
import type { Finding, FoundSpan } from '../finding.ts';
import { found, speaksAgainst, speaksFor } from '../found.ts';
import type { Mention } from '../mention.ts';
import { spanAt, spansOf } from '../place.ts';
import type { TextRule } from '../rule.ts';
import { announcingWord } from '../text/announcing.ts';
import { datedEvent } from '../text/dated-event.ts';
import { isRareWord } from '../text/rare.ts';
import { findSubject } from '../text/subject.ts';

/** Words that say that those on a list were there. */
const ATTENDED =
  /^(?:participat|attend|spoke|speaker|present|took|addressed|particip|asist|intervin|orador|assist|interven|orateur|partecip|relator|teilgenommen|teilnehm|redner|участв|выступ|приня|участ|виступ|взяли|uczestn|przemaw|ucestv|sudjel|govorni|учеств|говорни|joined|signed|firm)/u;

/** A list of those who were there rests on a source that is older than what they were at. */
export const sourceBeforeEvent: TextRule = {
  id: 'source-before-event',
  version: 1,
  kind: 'source-predates-event',
  severity: 'info',
  label: 'Sources older than the event that they are to prove',
  compares: 'texts',
  reads: 'mentions',
  *examine(text, mentions): Iterable<Finding> {
    const citations = text.once(citationsOf);
    if (citations.length === 0) return;
    const event = mainEvent(text, mentions);
    if (event?.value.kind !== 'date') return;
    for (const source of citations) {
      const date = dateOf(text, source);
      if (!date || !certainlyBefore(date, event.value)) continue;
      const uses = [
        source,
        ...citations.filter(
          one => one.form === 'repeat' && one.name !== undefined && one.name === source.name,
        ),
      ];
      const proven = uses.flatMap(use => provenBy(text, use));
      if (proven.length === 0) continue;
      const title = source.field('title')?.text ?? '';
      const announces = announcingWord(title);
      const given = {
        title: title.slice(0, 200),
        date,
        event: event.quote,
        ...(announces ? { word: announces } : {}),
      };
      yield found(sourceBeforeEvent, {
        severity: announces ? 'warning' : 'info',
        message: `The source of ${date} is older than the event of ${event.quote} at which it should prove who was there`,
        given,
        sides: [
          { value: date, spans: [...uses.map(use => spanAt(text, use.start, use.end))] },
          { value: event.value.edtf, spans: [...proven, ...spansOf(event, text)] },
        ],
        grounds: [
          speaksFor('source-before-event.older', `It is of ${date}, the event of ${event.quote}`, given),
          announces
            ? speaksFor(
                'source-before-event.announces',
                `Its title announces what is to come: “${announces}”`,
                given,
              )
            : speaksAgainst('source-before-event.plans', 'It may tell who was to come'),
        ],
        key: `source-before-event|${(source.address?.text ?? title).slice(0, 200)}|${event.value.edtf}`,
      });
    }
  },
};

/** The day on which what the text is about began or met: the first such date that is not in a reference. */
function mainEvent(text: CheckedText, mentions: readonly Mention[]): Mention | undefined {
  const subject = text.once(findSubject);
  return mentions.find(mention => {
    const event = datedEvent(text, mention);
    if (!event || event.statement.inReference || !/^\d{4}-\d\d-\d\d/.test(event.date.edtf)) return false;
    if (event.kind !== 'founding' && event.kind !== 'opening' && event.kind !== 'meeting') return false;
    return (
      event.statement.parameter === undefined &&
      [...event.subject].some(word => isRareWord(word) && subject.has(word))
    );
  });
}

function dateOf(text: CheckedText, source: FoundCitation): string | undefined {
  const field = source.field('date');
  return field ? readDate(field.text, text.context)?.edtf : undefined;
}

/** The entry of a list of those who were there that a reference stands in or behind. */
function provenBy(text: CheckedText, use: FoundCitation): FoundSpan[] {
  const entries = text.once(findAttended);
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.start < use.start) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low - 1];
  return entry && entry.reach > use.start ? [spanAt(text, entry.start, entry.end)] : [];
}

/** How far behind a list its last reference may stand, in UTF-16 code units. */
const BEHIND = 1000;

/** Entries of lists of those who were there, ascending, and up to where references belong to each. */
function findAttended(text: CheckedText): readonly (Span & { readonly reach: number })[] {
  const entries = text.once(findLists).flatMap(list => {
    const label = `${list.cue?.words.slice(-300) ?? ''} ${list.heading?.words ?? ''}`;
    const isAttended = list.role === 'speaker' || tokensOf(label).some(({ key }) => ATTENDED.test(key));
    if (list.role === 'aside' || !isAttended) return [];
    return list.items.map(({ start, end }, i) => ({
      start,
      end,
      reach: list.items[i + 1]?.whole.start ?? list.end + BEHIND,
    }));
  });
  return entries.sort((a, b) => a.start - b.start);
}

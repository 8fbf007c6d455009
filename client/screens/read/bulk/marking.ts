import { msg, str } from '@lit/localize';
import type { Draft } from '../../../../shared/change/draft.ts';
import { isKindOf } from '../../../../shared/claim-types/registry.ts';
import { Search } from '../../../../shared/text/find.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import { listItems } from '../../../../shared/values/lists/list-items.ts';
import { createClaim } from '../../../commands/claim-drafts.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { typeWord } from '../../../localize/say-type.ts';
import { asOne } from '../../../panels/as-one.ts';
import { newId } from '../../../store/store.ts';
import type { WorkHand } from '../../../store/works.ts';
import { readAs, sameClaim } from '../gestures.ts';
import { guessType } from '../guess-type.ts';
import type { Reading } from '../reading.ts';

/** A stretch that is to be marked. UTF-16 code units of the open text. */
export interface Place extends Span {
  readonly words: string;
  /** The item that the words name, as it stands in the text, where that is more. */
  readonly whole: string;
}

/** Many stretches that are about to be marked as one gesture. */
export interface Marking {
  /** The items of the selected list, or all places with the same words. */
  readonly kind: 'items' | 'alike';
  readonly type: string;
  readonly places: readonly Place[];
  /** Places that are claims of the type already, by where they begin. */
  readonly marked: ReadonlySet<number>;
  /** Places that are not to be marked, by where they begin; at first those that are marked already. */
  readonly off: ReadonlySet<number>;
  /** The words it came from: the list, or those sought elsewhere. */
  readonly from: Span;
  /** Whether the list itself is to be marked as one too. */
  readonly withList: boolean;
}

/** Reads the selected words as a list, and proposes to mark each of its items. @returns undefined where they are none */
export async function markingOfItems(reading: Reading, from: Span): Promise<Marking | undefined> {
  const text = await reading.text!.read(from.start, from.end);
  const type = typeOfItems(reading, text);
  const places = itemPlaces(text, from.start, type);
  if (places.length < 2) return undefined;
  return { kind: 'items', ...placesToMark(reading, type, places), from, withList: false };
}

function placesToMark(reading: Reading, type: string, places: readonly Place[]) {
  const marked = new Set(places.filter(place => sameClaim(reading, type, [place])).map(({ start }) => start));
  return { type, places, marked, off: marked };
}

/** Whether words read as a list with at least two items. */
export const isList = (words: string): boolean => words.length < 100_000 && listItems(words).length > 1;

function itemPlaces(text: string, from: number, type: string): Place[] {
  return listItems(text, { people: isKindOf(type, 'person') }).map(({ words, whole }) => ({
    start: from + words.start,
    end: from + words.end,
    words: text.slice(words.start, words.end),
    whole: text.slice(whole.start, whole.end),
  }));
}

/** The type that most items look like; parties on a list are its members. */
function typeOfItems(reading: Reading, text: string): string {
  const { language } = reading.document ?? {};
  const counts = new Map<string, number>();
  for (const { words } of listItems(text, { people: true }).slice(0, 20)) {
    const guess = guessType(text.slice(words.start, words.end), '', language ? { language } : {});
    const type = guess?.type === 'organization' ? 'member' : guess?.type;
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'statement';
}

/**
 * Proposes to mark every place of the open text where the same words stand, not as parts of other words.
 * @throws the signal's reason once it aborts
 */
export async function markingOfAlike(
  reading: Reading,
  from: Span,
  type: string,
  hand: WorkHand,
): Promise<Marking> {
  const text = reading.text!;
  const { map } = text;
  const words = await text.read(from.start, from.end);
  const search = new Search(words, { matchCase: true, matchAccents: true });
  const found: Span[] = [];
  const pieces = map.pieceChunks.length;
  for (let piece = 0; piece < pieces; piece++) {
    const part = await text.load(piece, hand.signal);
    found.push(...search.feed(part, piece === pieces - 1));
    hand.done((piece + 1) / pieces);
  }
  const places: Place[] = [];
  for (const { start, end } of found) {
    const around = await text.around(start - 1, end + 1);
    const before = start === 0 ? '' : around.slice(start - 1, start);
    if (!isPartOfWord(words, before, around.slice(end, end + 1)))
      places.push({ start, end, words, whole: words });
  }
  return { kind: 'alike', ...placesToMark(reading, type, places), from, withList: false };
}

/** Whether a word goes on before or after some words; a mark such as `[1]` may stand right behind one. */
const isPartOfWord = (words: string, before: string, after: string): boolean =>
  (inWord(before) && inWord(words.slice(0, 1))) || (inWord(after) && inWord(words.slice(-1)));

const inWord = (character: string): boolean => /[\p{L}\p{M}\p{N}]/u.test(character);

/** Takes another type. Items are found anew: of people, what they are is not part of the name. */
export async function retypeMarking(reading: Reading, marking: Marking, type: string): Promise<Marking> {
  const { kind, from } = marking;
  const places =
    kind === 'items'
      ? itemPlaces(await reading.text!.read(from.start, from.end), from.start, type)
      : marking.places;
  return { ...marking, ...placesToMark(reading, type, places) };
}

/**
 * Marks all places that are not left out as one gesture; the new claims are then selected in the list.
 * @returns whether it was done
 */
export async function markAll(reading: Reading, marking: Marking): Promise<boolean> {
  const { type, kind, from, withList } = marking;
  const chosen = marking.places.filter(({ start }) => !marking.off.has(start));
  const name = typeWord(type);
  const label = plural(chosen.length, msg(str`Mark ${sayNumber(chosen.length)} {place¦places} as ${name}`));
  const ids = chosen.map(() => newId());
  const done = await asOne(reading.store, label, async hand => {
    const drafts: Draft[] = [];
    if (kind === 'items' && withList) drafts.push(await draftOf(reading, newId(), 'list', from));
    for (const [i, place] of chosen.entries()) {
      hand.signal.throwIfAborted();
      drafts.push(await draftOf(reading, ids[i]!, type, place, place.whole));
      hand.done(i / chosen.length / 2);
    }
    return drafts;
  });
  if (!done) return false;
  reading.picked.clear();
  for (const id of ids) reading.picked.toggle(reading.claims!.table.slotOf(id));
  reading.focus(ids[0]);
  return true;
}

async function draftOf(
  reading: Reading,
  id: string,
  type: string,
  { start, end }: Span,
  whole?: string,
): Promise<Draft> {
  const anchor = await reading.anchorOf([{ start, end }]);
  const read = readAs(reading, type, anchor.quote.exact);
  // What stands beside the words, a flag or an affiliation, is read from the item as a whole.
  const beside = whole ? readAs(reading, type, whole).fields : {};
  const author = { by: reading.store.signature, at: new Date().toISOString() };
  return createClaim(id, type, anchor, { ...read, fields: { ...beside, ...read.fields } }, author);
}

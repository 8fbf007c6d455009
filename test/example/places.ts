import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentName, documents, type PlannedList, type Words } from './plan/plan.ts';

const seeds = new URL('../../../seeds/', import.meta.url);

/** Where words stand in a text, in UTF-16 code units, and as which of the places that have the same letters. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** From 1. */
  readonly nth: number;
}

const texts = new Map<DocumentName, string>();

function textOf(document: DocumentName): string {
  let text = texts.get(document);
  if (text === undefined) {
    const manifest = JSON.parse(readFileSync(new URL('manifest.json', seeds), 'utf8')) as {
      id: string;
      file: string;
    }[];
    const { file } = manifest.find(({ id }) => id === documents[document].id)!;
    text = readFileSync(fileURLToPath(new URL(file, seeds)), 'utf8');
    texts.set(document, text);
  }
  return text;
}

/**
 * Finds the place the plan means.
 * @throws Error where the words, or the passage that should hold them, stand at no place or at several
 */
export function placeOf(document: DocumentName, { words, to, within }: Words): Place {
  const text = textOf(document);
  const [from, ...others] = startsOf(text, within ?? words);
  if (from === undefined) throw new Error(`“${within ?? words}” does not stand in ${document}.`);
  // Words without a passage around them are meant where they stand first.
  if (within !== undefined && others.length > 0)
    throw new Error(`“${within}” stands in ${document} several times.`);
  const start = from + (within === undefined ? 0 : within.indexOf(words));
  return placeAt(text, start, endOf(text, start + words.length, to));
}

/** @returns all places of some words, in order */
export function placesOf(document: DocumentName, words: string): readonly Place[] {
  const text = textOf(document);
  return startsOf(text, words).map(start => placeAt(text, start, start + words.length));
}

/**
 * Finds the entries of a list, one after the other.
 * @throws Error where one does not stand in the list after the one before it
 */
export function entriesOf(document: DocumentName, { list, entries }: PlannedList): readonly Place[] {
  const text = textOf(document);
  const whole = [list, ...(list.also ?? [])].map(words => placeOf(document, words));
  const last = Math.max(...whole.map(({ end }) => end));
  let from = whole[0]!.start;
  return entries.all.map(({ words, within = words }) => {
    const start = text.indexOf(within, from) + within.indexOf(words);
    if (start < from || start + words.length > last)
      throw new Error(`“${words}” does not stand in “${list.key}” after the entry before it.`);
    from = start + words.length;
    return placeAt(text, start, from);
  });
}

function endOf(text: string, from: number, to: string | undefined): number {
  if (to === undefined) return from;
  const at = text.indexOf(to, from);
  if (at < 0) throw new Error(`“${to}” does not follow.`);
  return at + to.length;
}

function placeAt(text: string, start: number, end: number): Place {
  const words = text.slice(start, end);
  return { start, end, words, nth: startsOf(text, words).indexOf(start) + 1 };
}

function startsOf(text: string, words: string): number[] {
  const starts = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) starts.push(at);
  return starts;
}

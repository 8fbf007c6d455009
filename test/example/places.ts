import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DocumentName, documents, type Words } from './plan/plan.ts';

const seeds = new URL('../../../seeds/', import.meta.url);

/** Where words stand in a text, in UTF-16 code units, and as which of the places that have the same letters. */
export interface Place {
  readonly start: number;
  readonly end: number;
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
export function placeOf(document: DocumentName, { words, within }: Words): Place {
  const text = textOf(document);
  const all = placesOf(text, words);
  const [from, ...others] = within === undefined ? all : placesOf(text, within);
  if (from === undefined) throw new Error(`“${within ?? words}” does not stand in ${document}.`);
  if (within !== undefined && others.length > 0)
    throw new Error(`“${within}” stands in ${document} several times.`);
  const start = within === undefined ? from : from + within.indexOf(words);
  return { start, end: start + words.length, nth: all.indexOf(start) + 1 };
}

function placesOf(text: string, words: string): number[] {
  const places = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}

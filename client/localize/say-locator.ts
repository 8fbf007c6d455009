import { msg, str } from '@lit/localize';
import type { Landmark } from '../../shared/derivation/landmarks.ts';
import { fromTo, type Locator, nameOfPage, writeTime } from '../../shared/derivation/locator.ts';
import { sayNumber } from './locale.ts';

/**
 * Where in the original some words stand, in the interface's language.
 * @param heading the words of the heading that the locator names; said where the form has no terms of its own
 * @returns nothing where nothing can be said
 */
export function sayLocator(locator: Locator, heading?: string): string {
  const { pages, time, rows, column, paragraphs, pointer, part } = locator;
  const said: string[] = [];
  if (pages) {
    const [first, last] = pages.map(nameOfPage);
    said.push(pages[0].page === pages[1].page ? msg(str`p. ${first!}`) : msg(str`pp. ${first!}–${last!}`));
  }
  if (time) said.push(fromTo(writeTime(time[0]), writeTime(time[1])));
  if (rows) {
    const [first, last] = rows.map(sayNumber);
    said.push(first === last ? msg(str`row ${first!}`) : msg(str`rows ${first!}–${last!}`));
  }
  if (column !== undefined) said.push(msg(str`column ${column}`));
  if (paragraphs) {
    const [first, last] = paragraphs.map(sayNumber);
    said.push(first === last ? msg(str`paragraph ${first!}`) : msg(str`paragraphs ${first!}–${last!}`));
  }
  if (said.length === 0 && heading) said.push(msg(str`under “${heading}”`));
  if (said.length === 0 && (pointer ?? part) !== undefined) said.push((pointer ?? part)!);
  return said.join(', ');
}

/** @returns what the contents call a landmark that has no words of its own */
export function sayLandmark(landmark: Exclude<Landmark, { kind: 'heading' }>): string {
  switch (landmark.kind) {
    case 'page':
      return msg(str`p. ${nameOfPage(landmark.page)}`);
    case 'time':
      return writeTime(landmark.at);
    case 'row':
      return msg(str`row ${sayNumber(landmark.row)}`);
  }
}

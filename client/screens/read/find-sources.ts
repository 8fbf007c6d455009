import { shortCitation } from '../../../shared/citations/short-citation.ts';
import type { Source } from '../../../shared/model/source.ts';
import { locale } from '../../localize/locale.ts';
import type { Findable } from './finder.ts';
import { short } from './gestures.ts';
import type { Reading } from './reading.ts';

const MOST = 12;

/** @returns the first sources that are known here and hold some words anywhere in what is said of them */
export function findSources(reading: Reading, words: string): readonly Findable<Source>[] {
  const sought = words.trim().toLowerCase();
  return reading.store.objects
    .all('source')
    .map(held => held.object)
    .filter(source => holds(source.csl, sought))
    .slice(0, MOST)
    .map(source => ({
      id: source.id,
      label: short(String(source.csl.title ?? source.csl.URL ?? source.csl.type), 80),
      says: shortCitation(source.csl as Parameters<typeof shortCitation>[0], locale()),
      item: source,
    }));
}

/** Whether some words or number in a value, however deep, hold what is sought in lower case. */
function holds(value: unknown, sought: string): boolean {
  return typeof value === 'object' && value !== null
    ? Object.values(value).some(member => holds(member, sought))
    : String(value).toLowerCase().includes(sought);
}

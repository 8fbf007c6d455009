import { authors } from './authors.ts';
import { citations } from './citations.ts';
import { counts } from './counts.ts';
import { dates } from './dates.ts';
import type { Detector } from './detector.ts';
import { infobox } from './infobox.ts';
import { lists } from './lists.ts';
import { organizations } from './organizations.ts';
import { persons } from './persons.ts';
import { quotations } from './quotations.ts';

/** Every detector: one line each. Where two propose the same words, the earlier one is heard. */
export const detectors: readonly Detector[] = [
  infobox,
  lists,
  persons,
  organizations,
  authors,
  dates,
  counts,
  quotations,
  citations,
];

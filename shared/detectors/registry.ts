import { counts } from './counts.ts';
import { dates } from './dates.ts';
import type { Detector } from './detector.ts';
import { lists } from './lists.ts';
import { quotations } from './quotations.ts';

/** Every detector: one line each. Where two propose the same words, the earlier one is heard. */
export const detectors: readonly Detector[] = [lists, dates, counts, quotations];

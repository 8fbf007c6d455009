import type { Format } from '../format.ts';
import { read, recognises } from './read.ts';

/** Annotations of Hypothesis, from its API or its client's export. */
export const hypothesis: Format = {
  id: 'hypothesis',
  label: 'Hypothesis',
  extension: 'json',
  mediaType: 'application/json',
  read,
  recognises,
};

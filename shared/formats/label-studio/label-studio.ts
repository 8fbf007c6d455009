import type { Format } from '../format.ts';
import { read, recognises } from './read.ts';

/** Tasks of Label Studio as its JSON export has them. */
export const labelStudio: Format = {
  id: 'label-studio',
  label: 'Label Studio (JSON)',
  extension: 'json',
  mediaType: 'application/json',
  read,
  recognises,
};

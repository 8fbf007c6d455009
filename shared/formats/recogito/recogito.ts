import type { Format } from '../format.ts';
import { read, recognises } from './read.ts';

/** Annotations of Recogito and of Annotorious, its annotator of texts. */
export const recogito: Format = {
  id: 'recogito',
  label: 'Recogito, Annotorious',
  extension: 'json',
  mediaType: 'application/json',
  read,
  recognises,
};

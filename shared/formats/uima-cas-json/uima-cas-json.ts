import type { Format } from '../format.ts';
import { read, recognises } from './read.ts';
import { files } from './write.ts';

/** UIMA CAS JSON 0.4, which INCEpTION and other UIMA programs read: a file for each text. */
export const uimaCasJson: Format = {
  id: 'uima-cas-json',
  label: 'UIMA CAS JSON (INCEpTION)',
  extension: 'cas.json',
  mediaType: 'application/json',
  files,
  read,
  recognises,
};

import type { Format } from '../format.ts';
import { files } from './encode.ts';
import { read, recognises } from './read.ts';

/**
 * The standoff files of the brat annotation tool: for each text a `.txt` and an `.ann`. Offsets are code points. Verdict
 * and workflow are attributes; tags, fields, values and notes are notes on the span.
 */
export const brat: Format = {
  id: 'brat',
  label: 'brat standoff',
  extension: 'ann',
  mediaType: 'text/plain; charset=utf-8',
  files,
  read,
  recognises,
};

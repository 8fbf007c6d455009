import type { Format } from '../format.ts';
import { read, recognises } from './read.ts';
import { files } from './write.ts';

/** WebAnno TSV 3.3, which INCEpTION reads: a file for each text. */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3 (INCEpTION)',
  extension: 'tsv',
  mediaType: 'text/tab-separated-values; charset=utf-8',
  files,
  read,
  recognises,
};

import '@citation-js/plugin-ris';
import type { Format } from '../format.ts';
import { inPieces } from '../pieces.ts';
import { writtenSources } from '../sources/written-sources.ts';

/** The sources as RIS entries. */
export const ris: Format = {
  id: 'ris',
  label: 'Sources as RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems; charset=utf-8',
  encode: (desk, losses) => inPieces(writtenSources(desk, losses, 'ris')),
};

import '@citation-js/plugin-bibtex';
import type { Format } from '../format.ts';
import { inPieces } from '../pieces.ts';
import { writtenSources } from '../sources/written-sources.ts';

/** The sources as BibTeX entries. */
export const bibtex: Format = {
  id: 'bibtex',
  label: 'Sources as BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex; charset=utf-8',
  encode: (desk, losses) => inPieces(writtenSources(desk, losses, 'bibtex')),
};

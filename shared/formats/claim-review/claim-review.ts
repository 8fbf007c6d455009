import type { Format } from '../format.ts';
import { inPieces } from '../pieces.ts';
import { read, recognises } from './read.ts';
import { write } from './write.ts';

/** schema.org ClaimReview as JSON-LD, a graph of all claims that can be stated as one. */
export const claimReview: Format = {
  id: 'claim-review',
  label: 'ClaimReview (schema.org JSON-LD)',
  extension: 'claimreview.jsonld',
  mediaType: 'application/ld+json',
  encode: (desk, losses) => inPieces(write(desk, losses)),
  read,
  recognises,
};

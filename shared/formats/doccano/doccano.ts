import type { Format } from '../format.ts';
import { inPieces } from '../pieces.ts';
import { read, recognises } from './read.ts';
import { write } from './write.ts';

/** JSON Lines as doccano takes them in and gives them out: a text a line, with labelled spans. */
export const doccano: Format = {
  id: 'doccano',
  label: 'doccano (JSON Lines)',
  extension: 'doccano.jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  encode: (desk, losses) => inPieces(write(desk, losses)),
  read,
  recognises,
};

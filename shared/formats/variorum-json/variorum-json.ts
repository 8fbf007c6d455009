import type { Format } from '../format.ts';
import { decode } from './decode.ts';
import { encode } from './encode.ts';

/**
 * The desk's own form, which loses nothing: an export of the whole, taken in by an empty desk and exported
 * again, gives the same bytes.
 */
export const variorumJson: Format = {
  id: 'variorum-json',
  label: 'Variorum JSON',
  extension: 'variorum.json',
  mediaType: 'application/json',
  encode,
  decode,
};

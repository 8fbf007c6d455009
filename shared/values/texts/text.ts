import { z } from 'zod';
import { folded } from '../folded.ts';
import { withoutMarkup } from '../markup.ts';

/** Plain words: NFC, white space folded, mark-up aside. */
export const TextValue = z.strictObject({ kind: z.literal('text'), text: z.string() });
export type TextValue = z.infer<typeof TextValue>;

/** Reads any words as a plain text value; where nothing is left beside mark-up, the mark-up itself stands. */
export function readText(text: string): TextValue {
  return { kind: 'text', text: folded(withoutMarkup(text)) || folded(text) };
}

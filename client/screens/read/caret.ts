import type { Span } from '../../../shared/text/text-like.ts';
import type { Reading } from './reading.ts';
import '../../reader/vr-reader.ts';

/** Ends a selection: the caret stands just after the words, and the text has the keyboard. */
export function caretAfter(reading: Reading, { end }: Span): void {
  // The reader tells in its next frame; a key may come before.
  reading.selection = { start: end, end };
  const reader = document.querySelector('vr-reader')?.reader;
  reader?.select(end, end);
  reader?.focus();
}

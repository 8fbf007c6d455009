import { msg } from '@lit/localize';
import type { Trouble } from './pdf-file.ts';

/** @returns why there is no original page to be seen, and what can be done */
export function sayTrouble(trouble: Trouble | 'redacted'): string {
  switch (trouble) {
    case 'away':
      return msg(
        'The server is away, and this original is not kept in this browser. The page comes back with it.',
      );
    case 'missing':
      return msg('The original of this text is not on this desk any more.');
    case 'broken':
      return msg('The original is damaged: its pages cannot be drawn, though its text could be read.');
    case 'redacted':
      return msg('Words of this text were redacted, and its original with them.');
  }
}

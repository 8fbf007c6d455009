import { msg, str } from '@lit/localize';
import type { Offered } from '../../../../shared/api/found.ts';
import { describe } from '../../../../shared/claim-types/describe.ts';
import { isolated } from '../../../localize/isolated.ts';
import { locale } from '../../../localize/locale.ts';
import { typeWord } from '../../../localize/say-type.ts';

/** @returns what a suggestion would be read as, in one line */
export const sayOffered = ({ type, value, quote }: Offered): string =>
  describe({ type, value, anchor: { quote: { exact: quote } } }, locale());

/** Says a suggestion to somebody who cannot see it, with what accepts it. */
export function saySuggestion(offered: Offered): string {
  const words = isolated(sayOffered(offered));
  return offered.returned
    ? msg(str`Suggestion, back after it was refused: ${typeWord(offered.type)}, ${words}. Enter accepts.`)
    : msg(str`Suggestion: ${typeWord(offered.type)}, ${words}. Enter accepts.`);
}

import { type FoundDate, findDates } from '../values/dates/find-dates.ts';
import { runningTokens } from '../values/running-tokens.ts';
import type { Token } from '../values/tokens.ts';
import type { CheckedText } from './checked-text.ts';
import { findSeen } from './structure/seen.ts';

/** The tokens of what is seen of a text. */
export function seenTokens(text: CheckedText): readonly Token[] {
  return runningTokens(text.once(findSeen).text);
}

/** The dates in what is seen of a text, those of its notes too; offsets of the view. */
export function seenDates(text: CheckedText): readonly FoundDate[] {
  return findDates(text.once(findSeen).text, text.context, text.once(seenTokens));
}

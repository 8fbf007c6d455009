import type { FoundGround } from '../conflicts/found-ground.ts';

/**
 * A ground for a suggestion.
 * @param rule stands for the sentence, whatever the language
 * @param says the sentence in English
 */
export function ground(
  rule: string,
  says: string,
  given: Readonly<Record<string, string>> = {},
  speaksFor = true,
): FoundGround {
  return { rule, says, given, for: speaksFor };
}

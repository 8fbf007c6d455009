const TURNING =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Bidi_Control}]/u;
const CONTROLS = /\p{Bidi_Control}/gu;

/**
 * Keeps words that run from right to left from turning the sentence around them: "raised by …, 1 March".
 * @param words what a person or a text says, to be put into a message
 * @returns the words between a first strong isolate and its end (UAX #9) and without controls of their own; as they are where nothing in them turns
 */
export function isolated(words: string): string {
  return TURNING.test(words) ? `\u2068${words.replace(CONTROLS, '')}\u2069` : words;
}

type Given = Readonly<Record<string, string>>;

/** Sentences of a language by their codes; what a rule found stands in braces, by its name. */
export type FoundWords = Readonly<Record<string, string>>;

/** Rules that say one thing or another: which, by what they found. */
const VARIANTS: Readonly<Record<string, (given: Given) => string | undefined>> = {
  acronym: ({ a, short }) => (a === short ? 'shortened' : undefined),
  'evidence-before-event': ({ issued = '', event = '' }) =>
    issued !== '' && issued < event ? undefined : 'announces',
  'list-against-list': ({ a, b }) => (a && b ? undefined : 'one'),
  'name-variant': ({ relation }) => relation,
  'order-of-events': ({ why }) => why,
};

/**
 * Says what a rule found, or a ground for or against it, in a language.
 * @param code the rule's id, or the ground's
 * @returns undefined where the language has no words for it, or what they name was not found
 */
export function sayFound(words: FoundWords, code: string, given: Given): string | undefined {
  const variant = VARIANTS[code]?.(given);
  const sentence = (variant === undefined ? undefined : words[`${code}#${variant}`]) ?? words[code];
  let isWhole = true;
  const said = sentence?.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = given[name];
    if (value === undefined) isWhole = false;
    return value ?? '';
  });
  return isWhole ? said : undefined;
}

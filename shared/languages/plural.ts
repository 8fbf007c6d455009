const rules = new Map<string, Intl.PluralRules>();

/** Categories in the order in which a message lists their forms. Fractions and millions take a neighbour's form. */
const CATEGORIES: Readonly<Record<string, readonly Intl.LDMLPluralRule[]>> = {
  ru: ['one', 'few', 'many'],
};
const TWO: readonly Intl.LDMLPluralRule[] = ['one', 'other'];

/**
 * Chooses among the forms that a message gives in braces: "3 {claim¦claims}". A translation lists as many forms as its
 * language has: one and other, in Russian one, few and many.
 * @param tag BCP 47 tag of the message's language
 * @param count the number that the forms go with
 * @returns the message with one form for each pair of braces
 */
export function pluralIn(tag: string, count: number, message: string): string {
  const forms = CATEGORIES[tag] ?? TWO;
  const rule = rules.get(tag) ?? new Intl.PluralRules(tag);
  rules.set(tag, rule);
  const form = forms.indexOf(rule.select(count));
  return message.replace(/\{([^{}¦]*(?:¦[^{}¦]*)+)\}/gu, (_all, given: string) => {
    const list = given.split('¦');
    return (form < 0 ? undefined : list[form]) ?? (tag === 'ru' ? list[1] : list[list.length - 1]) ?? '';
  });
}

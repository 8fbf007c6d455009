import { z } from 'zod';

/** What bears the name. */
export const Bearer = z.enum(['person', 'organization', 'place']);
export type Bearer = z.infer<typeof Bearer>;

/** What splitting a person's name took for granted, since the words alone do not say it. */
export const NameAssumption = z.enum([
  'family-last',
  'family-first-by-language',
  'family-first-by-surname',
  'family-first-by-ending',
  'family-first-by-script',
  'double-surname-by-language',
  'double-surname-by-given-name',
  'double-surname-by-family-name',
  'single-word-is-family',
]);
export type NameAssumption = z.infer<typeof NameAssumption>;

/** A name with its parts as written; nothing is transliterated, re-cased or completed. */
export const NameValue = z.strictObject({
  kind: z.literal('name'),
  bearer: Bearer,
  /** The whole name without title, brackets and mark-up. */
  full: z.string().min(1),
  title: z.string().optional(),
  given: z.string().optional(),
  patronymic: z.string().optional(),
  family: z.string().optional(),
  /** Lower-case words that open the family name and belong to it: "de la", "van". */
  particles: z.string().optional(),
  initials: z.string().optional(),
  suffix: z.string().optional(),
  /** What brackets add to an organization or place: "Belorussia". */
  qualifier: z.string().optional(),
  acronym: z.string().optional(),
  affiliation: z.string().optional(),
  /** Where the words are a wiki link to a page of another name. */
  linkTarget: z.string().optional(),
  /** ISO 15924 code of most letters; "Zyyy" where there are none. */
  script: z.string().regex(/^[A-Z][a-z]{3}$/),
  language: z.string().optional(),
  assumed: z.array(NameAssumption).optional(),
});
export type NameValue = z.infer<typeof NameValue>;

import { z } from 'zod';
import { Json } from '../model/json.ts';

const Text = z.string().max(5000);
const NumberOrText = z.union([z.string().max(200), z.number()]);

/** A name as CSL-JSON writes it: parts, or `literal` for what has none. */
export const CslName = z
  .looseObject({
    family: Text.optional(),
    given: Text.optional(),
    literal: Text.optional(),
    suffix: Text.optional(),
    'dropping-particle': Text.optional(),
    'non-dropping-particle': Text.optional(),
  })
  .catchall(Json);
export type CslName = z.infer<typeof CslName>;

/** A date as CSL-JSON writes it; `raw` holds what `date-parts` cannot say. */
export const CslDate = z
  .looseObject({
    'date-parts': z
      .array(z.array(z.union([z.number(), z.string()])).max(3))
      .max(2)
      .optional(),
    season: NumberOrText.optional(),
    circa: z.union([z.string(), z.number(), z.boolean()]).optional(),
    literal: Text.optional(),
    raw: Text.optional(),
  })
  .catchall(Json);
export type CslDate = z.infer<typeof CslDate>;

const Names = z.array(CslName).max(500);

/** A CSL-JSON item: the variables used here are typed, all others are kept as they come. */
export const CslItem = z
  .looseObject({
    id: NumberOrText.optional(),
    type: z.string().min(1).max(60),
    title: z.string().max(2000).optional(),
    'container-title': Text.optional(),
    publisher: Text.optional(),
    language: Text.optional(),
    URL: z.string().max(4000).optional(),
    DOI: Text.optional(),
    ISBN: Text.optional(),
    volume: NumberOrText.optional(),
    issue: NumberOrText.optional(),
    page: NumberOrText.optional(),
    author: Names.optional(),
    editor: Names.optional(),
    translator: Names.optional(),
    issued: CslDate.optional(),
    accessed: CslDate.optional(),
    custom: z.record(z.string(), Json).optional(),
  })
  .catchall(Json);
export type CslItem = z.infer<typeof CslItem>;

import { z } from 'zod';

/**
 * Where in the original file a stretch of derived text came from; what a format can tell. `from` and `to` are UTF-16 code
 * units of the file decoded as its revision says, or of the named part of an archive.
 */
export const Place = z.strictObject({
  /** The file within an archive: `word/document.xml`, `OEBPS/chapter-1.xhtml`. */
  part: z.string().min(1).max(500).optional(),
  from: z.int().min(0).optional(),
  to: z.int().min(0).optional(),
  /** Counted from 1, as a reader of the file counts pages. */
  page: z.int().min(1).optional(),
  /** What is printed on the page as its number, where that differs. */
  pageLabel: z.string().min(1).max(40).optional(),
  /** Left, bottom, right, top on the page in its own units (1/72 inch), as the file has them. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  /** A paragraph of a word processor's file, counted from 1, those in tables and notes too. */
  paragraph: z.int().min(1).optional(),
  /** Begin and end in a recording, in milliseconds. */
  time: z.tuple([z.int().min(0), z.int().min(0)]).optional(),
  /** A row of a table, counted from 1 without its header, and the column's name. */
  row: z.int().min(1).optional(),
  column: z.string().max(500).optional(),
  /** A JSON Pointer (RFC 6901). */
  pointer: z.string().max(2000).optional(),
});
export type Place = z.infer<typeof Place>;

/** A run of derived text, half-open in UTF-16 code units, with the place it came from. */
export const Stretch = z.strictObject({ start: z.int().min(0), end: z.int().min(1), at: Place });
export type Stretch = z.infer<typeof Stretch>;

const span = { start: z.int().min(0), end: z.int().min(0) };

/**
 * A block that a stretch of derived text forms. Blocks nest: rows lie within tables, cells within rows, items within
 * lists. Marks that the text itself has for them (`- `, `1. `, a tab between cells) lie within the block.
 */
export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), ...span, level: z.int().min(1).max(6) }),
  z.strictObject({ kind: z.literal('paragraph'), ...span }),
  z.strictObject({ kind: z.literal('quote'), ...span }),
  z.strictObject({ kind: z.literal('preformatted'), ...span }),
  z.strictObject({ kind: z.literal('list'), ...span, ordered: z.boolean() }),
  /** `depth` is 1 for an outer list's; `mark` counts units of the item's own mark and the space after it. */
  z.strictObject({ kind: z.literal('item'), ...span, depth: z.int().min(1), mark: z.int().min(0) }),
  z.strictObject({ kind: z.literal('table'), ...span }),
  z.strictObject({ kind: z.literal('caption'), ...span }),
  z.strictObject({ kind: z.literal('row'), ...span }),
  z.strictObject({ kind: z.literal('cell'), ...span, header: z.boolean() }),
  z.strictObject({ kind: z.literal('note'), ...span }),
  /** A page of a file that has pages. */
  z.strictObject({ kind: z.literal('page'), ...span, page: z.int().min(1) }),
  /** Something said in a recording, by whom where the file says so. */
  z.strictObject({ kind: z.literal('cue'), ...span, speaker: z.string().max(200).optional() }),
]);
export type Block = z.infer<typeof Block>;

/** Emphasis and links within blocks, half-open. */
export const Inline = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('strong'), ...span }),
  z.strictObject({ kind: z.literal('emphasis'), ...span }),
  z.strictObject({ kind: z.literal('link'), ...span, href: z.string().max(4000) }),
]);
export type Inline = z.infer<typeof Inline>;

/**
 * What is known of a text that was derived from a file of another kind: where each stretch came from, in order and
 * without overlap (what no stretch covers was put in by the extractor: blank lines, marks of items), and which blocks
 * it forms, in order of start, outer before inner.
 */
export const Derivation = z.strictObject({
  version: z.literal(1),
  stretches: z.array(Stretch),
  blocks: z.array(Block),
  inlines: z.array(Inline),
});
export type Derivation = z.infer<typeof Derivation>;

/** What an extractor was told: by the names of its choices. */
export const ExtractionOptions = z.record(
  z.string().min(1).max(40),
  z.union([z.string().max(500), z.int(), z.boolean()]),
);
export type ExtractionOptions = z.infer<typeof ExtractionOptions>;

/** How text was derived from a file of another kind; with the same bytes it gives the same text again. */
export const Extraction = z.strictObject({
  /** The extractor's id and version. */
  extractor: z.string().min(1).max(40),
  version: z.string().min(1).max(40),
  /** The file's own media type. */
  mediaType: z.string().min(1).max(120),
  options: ExtractionOptions,
  /** The derivation, as canonical JSON among the desk's bytes. */
  derivationSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Extraction = z.infer<typeof Extraction>;

/** How a file came that was fetched by its address. */
export const Retrieval = z.strictObject({
  /** The address that was asked for, and the one that answered after redirects. */
  requested: z.string().max(4000),
  url: z.string().max(4000),
  at: z.iso.datetime({ offset: false }),
  status: z.int(),
  /** Headers of the answer that tell of the file: names in lower case. */
  headers: z.record(z.string().max(100), z.string().max(4000)),
  /** Of the bytes as they came. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Retrieval = z.infer<typeof Retrieval>;

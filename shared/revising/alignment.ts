/** A run of text that two revisions have in common; offsets and length are UTF-16 code units. */
export interface Stretch {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** What stands between two stretches: text that went, text that came, or both. Half-open, either side may be empty. */
export interface Gap {
  readonly before: { readonly start: number; readonly end: number };
  readonly after: { readonly start: number; readonly end: number };
}

/**
 * How two texts lie beside each other: stretches and gaps alternate and cover both texts without overlap. Blocks are
 * the runs of whole lines within which anything differs; all gaps lie within blocks.
 */
export interface Alignment {
  readonly before: string;
  readonly after: string;
  readonly stretches: readonly Stretch[];
  readonly gaps: readonly Gap[];
  readonly blocks: readonly Gap[];
}

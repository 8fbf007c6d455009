/** The kinds of words that a tagger tells apart. */
const taggedTypes = ['person', 'organization', 'member'] as const;
export type TaggedType = (typeof taggedTypes)[number];

/** Labels of words: outside, at the beginning of a name, further in. */
export const labels = ['O', ...taggedTypes.flatMap(type => [`B-${type}`, `I-${type}`])] as readonly string[];
export const OUTSIDE = 0;
export const beginning = (type: TaggedType): number => 1 + 2 * taggedTypes.indexOf(type);
export const inside = (type: TaggedType): number => 2 + 2 * taggedTypes.indexOf(type);
/** The type of what a label begins or goes on with; nothing outside. */
export const typeOfLabel = (label: number): TaggedType | undefined => taggedTypes[(label - 1) >> 1];

/** What was learned from accepted and refused claims; it can be kept as JSON. */
export interface Tagger {
  readonly kind: 'tagger';
  /** The version of what it looks at. */
  readonly features: number;
  /** Averaged weights of each feature, one for every label, zeros at the end left out. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** How many accepted claims a feature was seen at the beginning of, by label. */
  readonly support: Readonly<Record<string, readonly number[]>>;
  /** How many claims of each type it has learned from. */
  readonly accepted: Readonly<Record<TaggedType, number>>;
  readonly refused: number;
}

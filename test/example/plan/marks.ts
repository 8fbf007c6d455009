import type { ClaimTypeName, Entry, PlannedClaim, SourceEvidence, Words } from './plan.ts';

type More = Partial<Omit<PlannedClaim, 'key' | 'type' | 'words'>>;
type Fields = Readonly<Record<string, string>>;

/** @returns a claim to mark */
export const mark = (
  type: ClaimTypeName,
  key: string,
  words: string | Words,
  fields: Fields,
  more: More = {},
): PlannedClaim => ({
  key,
  type,
  ...(typeof words === 'string' ? { words } : words),
  ...(Object.keys(fields).length > 0 ? { fields } : {}),
  ...more,
});

/** @returns words that are meant where they stand in a longer passage */
export const inside = (within: string, words: string): Words => ({ words, within });

/** @returns a passage from its first words to its last */
export const stretch = (words: string, to: string): Words => ({ words, to });

/** @returns an entry of a list, of some country */
export const from = (country: string, words: string, more: Omit<Partial<Entry>, 'words'> = {}): Entry => ({
  words,
  ...more,
  fields: { Country: country, ...more.fields },
});

/** @returns an entry of a list */
export const entry = (words: string, more: Omit<Partial<Entry>, 'words'> = {}): Entry => ({ words, ...more });

/** @returns a source as evidence */
export const cites = (
  source: string,
  stance: SourceEvidence['stance'],
  more: Omit<SourceEvidence, 'source' | 'stance'> = {},
): SourceEvidence => ({ source, stance, ...more });

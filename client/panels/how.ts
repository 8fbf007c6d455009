import type { Examination } from '../../shared/api/routes/documents.ts';
import type { ExtractionOptions } from '../../shared/model/derivation.ts';

/** How a file is to be read, as far as somebody has said so. */
export interface How {
  /** An extractor's id, or `plain`; empty to have the kind of file recognised. */
  readonly extractor: string;
  readonly options: ExtractionOptions;
  /** Empty to have it recognised. */
  readonly encoding: string;
}

/** What is said anew about how a file is to be read. */
export type OtherHow = Partial<How>;

/** Nothing is said: all is recognised. */
export const unsaid: How = { extractor: '', options: {}, encoding: '' };

/** @returns how a file is to be read, with what is said anew: another extractor has other options */
export function readOtherwise(how: How, other: OtherHow): How {
  const isOther = other.extractor !== undefined && other.extractor !== how.extractor;
  return { ...how, ...(isOther ? { options: {} } : {}), ...other };
}

/** @returns what is asked of the server before anything is stored */
export function askedHow({ extractor, options, encoding }: How) {
  return {
    ...(encoding && encoding !== 'none' ? { encoding } : {}),
    ...(extractor ? { extractor } : {}),
    ...(Object.keys(options).length > 0 ? { options: JSON.stringify(options) } : {}),
  };
}

/** @returns how a file was read when it was looked at: the same gives the same text when it is stored */
export function foundHow({ encoding, extraction, extractors }: Examination) {
  if (extraction)
    return {
      encoding,
      extractor: extraction.extractor,
      options: JSON.stringify(extraction.options),
    };
  return extractors.some(({ extractor }) => extractor !== 'plain')
    ? { encoding, extractor: 'plain' }
    : { encoding };
}

/** A part of a file that can be a text of its own. */
export interface Part {
  readonly value: string | number | boolean;
  readonly label?: string | undefined;
}

/** @returns the parts of a file of which each can be a text; none where it is one text anyway */
export function partsOf({ extraction }: Examination): readonly Part[] {
  const all = extraction?.choices.find(({ name }) => name === 'part')?.values ?? [];
  const parts = all.filter(part => !isWhole(part));
  return parts.length > 1 || parts.length < all.length ? parts : [];
}

/** Whether a value of the choice `part` stands for all parts as one text. */
export const isWhole = ({ value }: Pick<Part, 'value'>): boolean => value === '' || value === 'all';

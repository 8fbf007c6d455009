import type { Extraction } from '../../shared/model/derivation.ts';
import { extractors } from './registry.ts';

/** @returns the ending that the name of a file should have from which text was extracted, without dot */
export function fileEnding({ extractor, mediaType }: Pick<Extraction, 'extractor' | 'mediaType'>): string {
  const of = extractors.filter(({ id }) => id === extractor);
  return (of.find(one => one.mediaType === mediaType) ?? of[0])?.endings[0] ?? 'bin';
}

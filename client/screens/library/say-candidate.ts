import { msg } from '@lit/localize';
import { sayForm } from '../../localize/say-form.ts';
import type { Candidate } from './candidate.ts';
import { sayMediaType } from './words.ts';

/** @returns what a file is called within a sentence */
export const nameOf = ({ name }: Pick<Candidate, 'name'>): string =>
  name ? `“${name}”` : msg('the pasted text');

export const sentence = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

/** @returns the kind of file, as far as it is known yet */
export function sayCandidateKind({ stage, mediaType }: Candidate): string {
  if (stage.at === 'annotations') return msg('Annotations');
  if (stage.at === 'either') return msg('Annotations, or texts?');
  if (stage.at === 'export') return msg('Export of a desk');
  if (stage.at !== 'examined' && stage.at !== 'adding') return '';
  const { extraction } = stage.found;
  return extraction ? sayForm(extraction) : sayMediaType(mediaType);
}

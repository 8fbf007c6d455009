import type { CheckedText } from '../../detectors/checked-text.ts';
import type { Reference } from '../../markup/markup.ts';
import { type CiteError, citeErrors } from './cite-errors.ts';
import { type CiteTag, citeTags } from './note-tags.ts';

/** What the Cite extension makes of a text of wikitext. */
interface CitePage {
  readonly tags: readonly CiteTag[];
  readonly errors: readonly CiteError[];
  /** Every reference, also those that others swallow. */
  readonly references: readonly Reference[];
}

/** Reads a text as the Cite extension does; nothing is found in other kinds of text. Keep it by `CheckedText.once`. */
export function citePageOf(checked: CheckedText): CitePage {
  if (checked.mediaType !== 'text/x-wiki') return { tags: [], errors: [], references: [] };
  const tags = citeTags(checked.text, checked.markup);
  const references = checked.markup.filter(one => one.kind === 'reference');
  return { tags, errors: citeErrors(tags), references };
}

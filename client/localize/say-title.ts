import { msg } from '@lit/localize';

/** @returns a document's title; words for it where it has nothing that can be seen */
export function sayTitle(title: string): string {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(title) ? title : msg('Untitled');
}

import type { Markup } from '../markup.ts';
import { inOrder } from '../order.ts';
import { proseOf } from './prose.ts';
import { judgeReferences } from './references.ts';
import { Structure } from './structure.ts';

/**
 * Finds the markup of wikitext, also of pages whose line breaks were lost: headings and list entries are
 * found inside lines. Written from MediaWiki's documentation of its markup; where that leaves markup that
 * is not closed as plain words, so does this.
 */
export function scanWikitext(text: string): Markup[] {
  const structure = judgeReferences(text, inOrder(new Structure(text).find()));
  return inOrder([...structure, ...proseOf(text, structure)]);
}

import type { Span } from '../../text/text-like.ts';

const REST = '[^\\s<>"“”«»\\[\\]{}|`^\\\\]';
const ADDRESS = new RegExp(
  `\\b(?:https?|ftp):\\/\\/${REST}{1,2000}` +
    `|(?<![\\p{L}\\p{N}@._/-])(?:www\\.[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,5}(?:\\/${REST}{0,2000})?` +
    `|[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){0,4}\\.([a-z]{2,6})\\/${REST}{1,2000})`,
  'giu',
);
/** Endings of hosts that are taken for such without "https://"; those of two letters all are. */
const ENDINGS = new Set(
  'com org net info edu gov mil int biz name mobi news online site press media'.split(' '),
);

/** Finds addresses on the web in plain words, also without "https://" where a path follows the host. Linear. */
export function addressesIn(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    const ending = match[1]?.toLowerCase();
    if (ending !== undefined && ending.length > 2 && !ENDINGS.has(ending)) continue;
    const length = lengthWithoutClosing(match[0]);
    const host = match[0].slice(0, length).replace(/^[a-z]+:\/\//i, '');
    if (host.length > 2) found.push({ start: match.index, end: match.index + length });
  }
  return found;
}

/** The length of an address without the signs behind it that belong to the sentence. */
function lengthWithoutClosing(address: string): number {
  let end = address.length;
  let depth = 0;
  for (const sign of address) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (last === ')' && depth < 0) depth++;
    else if (!/[.,;:!?'’…*_]/.test(last)) break;
  }
  return end;
}

import { safeUrl } from '../../../shared/citations/safe-url.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';
import type { Revision } from '../../../shared/model/document.ts';
import type { Span } from '../../../shared/text/text-like.ts';

/**
 * Where a link of a derived text leads; a relative one from where the file was fetched.
 * @returns undefined where it leads nowhere, or to what is not opened from here
 */
export function targetOf(href: string, revision: Revision | undefined): string | undefined {
  const base = revision?.retrieved?.url;
  const url = URL.canParse(href, base) ? new URL(href, base).href : undefined;
  const safe = url === undefined ? undefined : safeUrl(url);
  return safe && 'url' in safe ? safe.url : undefined;
}

/** Where the links within some ranges (ascending) of a derived text lead, each once. */
export function linksIn(
  derivation: Derivation | undefined,
  revision: Revision | undefined,
  ranges: readonly Span[],
): string[] {
  const last = ranges[ranges.length - 1]!.end;
  const targets = new Set<string>();
  for (const inline of derivation?.inlines ?? []) {
    if (inline.start >= last) break;
    if (inline.kind !== 'link') continue;
    if (!ranges.some(({ start, end }) => inline.start < end && inline.end > start)) continue;
    const target = targetOf(inline.href, revision);
    if (target !== undefined) targets.add(target);
  }
  return [...targets];
}

import type { CslItem } from '../citations/csl.ts';
import { openHost } from '../citations/open-hosts.ts';
import { hostOf } from '../citations/short-citation.ts';

/** Who stands behind an origin, where that weakens what rests on it. */
export type Character = 'self-published' | 'user-generated';

/** An archive's copy: what follows is the address of what was copied. */
const ARCHIVE =
  /^https?:\/\/(?:web\.archive\.org\/web\/[\w*]{1,20}|archive\.(?:today|ph|is|li|md|vn)\/\d{1,14})\/(https?:\/\/.+)$/i;

/** @returns the host behind a web address; of an archive's copy, that of what was copied */
export const originalHost = (url: string | undefined): string | undefined =>
  hostOf(ARCHIVE.exec(url ?? '')?.[1] ?? url);

/** @returns what a source comes from: its host, else its publisher, else where it appeared; undefined where it says none */
export function originOf(csl: CslItem): string | undefined {
  return originalHost(csl.URL) ?? (csl.publisher?.trim() || csl['container-title']?.trim() || undefined);
}

/** @returns the character of an origin, by what checks have found of it and by its host */
export const characterOf = (origin: string, selfPublished: ReadonlySet<string>): Character | undefined =>
  selfPublished.has(origin) ? 'self-published' : openHost(origin) ? 'user-generated' : undefined;

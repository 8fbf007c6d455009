import { Cite } from '@citation-js/core';
import { sameJson } from '../../json/canonical.ts';
import type { DeskView } from '../format.ts';
import type { Losses } from '../losses.ts';
import { citedSources } from './cited-sources.ts';

/** Keys that are the format's own, and not of the source. */
const OWN = new Set(['id', 'citation-key', '_graph']);

/**
 * Writes the sources of a desk as citation.js does, one by one. What is missing or other when an entry is read again
 * is named as left behind.
 */
export async function* writtenSources(
  desk: DeskView,
  losses: Losses,
  format: 'bibtex' | 'ris',
): AsyncGenerator<string> {
  for (const { key, source } of citedSources(desk, losses)) {
    const { custom, ...csl } = source.csl;
    if (custom !== undefined)
      losses.add('variable-custom', 'The variable “custom” of sources: archive links.', source.id);
    const entry = entryOf({ ...csl, id: key, 'citation-key': key }, format);
    if (entry === undefined) {
      losses.add('unwritten', 'Sources that cannot be written in this format.', source.id);
      continue;
    }
    for (const name of missing(csl, entry))
      losses.add(`variable-${name}`, `The variable “${name}” of sources, in whole or in part.`, source.id);
    yield `${entry.trimEnd()}\n\n`;
  }
}

/** What stands for markup in BibTeX, and makes some entries unreadable where it stands in plain words. */
const MARKUP = /[$\\{}]/;

/** Writes an entry that can be read again; where some variables prevent it, without those. */
function entryOf(csl: Readonly<Record<string, unknown>>, format: 'bibtex' | 'ris'): string | undefined {
  const lines = Object.fromEntries(Object.entries(csl).map(([name, value]) => [name, inOneLine(value)]));
  const plain = Object.entries(lines).filter(([, value]) => !MARKUP.test(wordsIn(value)));
  for (const item of [lines, Object.fromEntries(plain)])
    try {
      const entry = new Cite(item, { forceType: '@csl/object' }).format(format);
      if (readEntries(entry).length === 1) return entry;
    } catch {
      // Without what stands for markup it may be readable.
    }
  return undefined;
}

/** All texts within a value, one after the other. */
function wordsIn(value: unknown): string {
  if (value === null || typeof value !== 'object') return String(value);
  return Object.values(value).map(wordsIn).join(' ');
}

/** A line end within a value would begin another field. */
function inOneLine(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ');
  if (Array.isArray(value)) return value.map(inOneLine);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inOneLine(member)]));
}

/** @returns the entries of a BibTeX or RIS text as CSL-JSON @throws where it is neither */
export function readEntries(text: string): readonly Readonly<Record<string, unknown>>[] {
  return new Cite(text).data;
}

/** @returns the variables of an item that its entry, read again, does not have as they were */
function missing(csl: Readonly<Record<string, unknown>>, entry: string): string[] {
  const read = readEntries(entry)[0] ?? {};
  return Object.keys(csl).filter(name => !OWN.has(name) && !alike(csl[name], read[name]));
}

/** Numbers may come back as text. */
const alike = (a: unknown, b: unknown): boolean => sameJson(texts(a), texts(b));

function texts(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(texts);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, texts(member)]));
}

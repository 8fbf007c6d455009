import type { Span } from '../../text/text-like.ts';
import { wordKey } from '../../values/folded.ts';
import { isKnownPersonName, isPersonShaped } from '../names/person-shape.ts';
import { roleModifiers, roleNouns } from '../words/role-words.ts';

/** A person's name at the beginning of some words, and what is said behind it. Offsets within the words. */
export interface PersonRow {
  readonly name: Span;
  readonly isKnown: boolean;
  /** What is said of the person: an office, an affiliation. */
  readonly about?: Span;
  /** How it stands apart. */
  readonly by?: 'bracket' | 'comma' | 'dash' | 'quotes';
}

/** @returns how many units of some words are an office before a name: "Bürgermeisterin Ute Sommer" */
export function officeBefore(words: string): number {
  let at = 0;
  for (const found of words.matchAll(/\S+\s+/gu)) {
    const key = wordKey(found[0].trim());
    const isOffice =
      found.index === at && (roleNouns.has(key) || roleModifiers.has(key) || /^\p{Ll}/u.test(found[0]));
    if (!isOffice || at > 80) break;
    at = found.index + found[0].length;
  }
  return at > 0 && isPersonShaped(words.slice(at).split(/[,;(—–]/u, 1)[0]!) ? at : 0;
}

const LONGEST = 300;
const APART = /\s*[,;|\t]\s*|\s+[—–-]\s+|\s*—\s*|\s*\(|\s+["“„«]|:\s+/u;
const INVERTED =
  /^(\p{Lu}[\p{L}\p{M}’'-]+),\s+(\p{Lu}[\p{L}\p{M}’'.-]+(?:\s+\p{Lu}[\p{L}\p{M}’'.-]*){0,2})$/u;

/**
 * Reads a line that names a person: "Name", "Name (Affiliation)", "Name, office", "Name — office", "Name “Body”",
 * "Surname I.O.".
 * @returns undefined where it does not begin with a name of a person's shape
 */
export function personRow(words: string): PersonRow | undefined {
  if (words.length > LONGEST) return undefined;
  const found = APART.exec(words);
  const end = found ? found.index : words.replace(/[\s.;,]+$/u, '').length;
  const bare = words.slice(0, end);
  const name = { start: 0, end: /\p{Lu}$/u.test(bare) && words[end] === '.' ? end + 1 : end };
  const full = words.slice(0, name.end);
  if (INVERTED.test(words)) return { name: { start: 0, end: words.length }, isKnown: true };
  if (!isPersonShaped(full)) return undefined;
  const isKnown = isKnownPersonName(full);
  if (!found) return { name, isKnown };
  const about = { start: end + found[0].length, end: words.length };
  const sign = found[0].trim();
  const closers = sign === '(' ? /[\s.,;)]/u : /^["“„«]$/u.test(sign) ? /[\s.,;"”“»]/u : /[\s.,;]/u;
  while (about.end > about.start && closers.test(words[about.end - 1]!)) about.end--;
  const by =
    sign === '('
      ? 'bracket'
      : sign === ',' || sign === ';' || sign === '|'
        ? 'comma'
        : /^["“„«]$/u.test(sign)
          ? 'quotes'
          : 'dash';
  return about.end > about.start ? { name, isKnown, about, by } : { name, isKnown };
}

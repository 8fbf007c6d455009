import { wordKey } from '../../values/folded.ts';
import { endsAsFamilyName, isPatronymic, particles, titles } from '../../values/names/name-words.ts';
import { isGivenName } from '../words/given-names.ts';
import { organizationNouns } from '../words/organization-words.ts';
import { calendarWords, placeWords } from '../words/place-words.ts';
import { roleNouns } from '../words/role-words.ts';

const LONGEST_NAME = 7;
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.-?){1,4}$/u;
const CAPITAL = /^[\p{Lu}\p{Lo}][\p{L}\p{M}’'ʼ.-]*$/u;
const ARABIC_PARTICLE = /^(?:al|el|ad|ar|as|ash|an|at|az)-\p{Lu}/u;

/** @returns whether words can be a person's name: two to seven capitalised words and particles, none of which names a thing or place */
export function isPersonShaped(words: string): boolean {
  const parts = words.trim().split(/\s+/);
  if (parts.length < 2 || parts.length > LONGEST_NAME) return false;
  let named = 0;
  for (const [i, part] of parts.entries()) {
    const bare = part.replace(/^["«“(]|["»”),]$/gu, '');
    const key = wordKey(bare);
    if (INITIALS.test(bare)) named++;
    else if (ARABIC_PARTICLE.test(bare)) named++;
    else if (i > 0 && /^\p{Ll}/u.test(bare) && particles.has(key) && !isJoin(key, parts, i)) continue;
    else if (!CAPITAL.test(bare) || isNoName(key)) return false;
    else if (!titles.has(key)) named++;
  }
  const last = parts.at(-1)!;
  return named >= 2 && !/^\p{Ll}/u.test(last);
}

/** "y" and its like join two people, unless a single family name follows: "Ortega y Gasset". */
const isJoin = (key: string, parts: readonly string[], at: number): boolean =>
  key.length === 1 && (key !== 'y' || at !== parts.length - 2 || isGivenName(wordKey(parts[at + 1]!)));

/** Whether a word, as it is looked up, names a thing, place, office or day. */
function isNoName(key: string): boolean {
  if (isGivenName(key)) return false;
  return organizationNouns.has(key) || placeWords.has(key) || calendarWords.has(key) || roleNouns.has(key);
}

/** @returns whether a name of a person's shape has something that people's names have: a given name, initials, a patronymic, an ending */
export function isKnownPersonName(words: string): boolean {
  if (!isPersonShaped(words)) return false;
  const parts = words.trim().split(/\s+/);
  return parts.some((part, i) => {
    const key = wordKey(part);
    return (
      INITIALS.test(part) ||
      isPatronymic(part) ||
      (isGivenName(key) && part.length > 2) ||
      (i > 0 && endsAsFamilyName(part)) ||
      (i > 0 && FAMILY_ENDING.test(part))
    );
  });
}

/** Endings that family names have in the languages known here, and other capitalised words hardly. */
const FAMILY_ENDING =
  /.{2}(?:ić|ič|ović|ević|ics|sson|ssen|mann|berg|stein|wicz|ska|ski|cki|cka|czyk|yan|ian|shvili|dze|enko|uk|чук|ук|енко|ин|ян|ич|ић|idis|poulos|akis|ez|oğlu|escu)$/u;

import { wordKey } from '../../values/folded.ts';
import { asideHeadings, peopleCues, signatoryCues, speakerCues } from '../words/cue-words.ts';
import { organizationNouns } from '../words/organization-words.ts';
import type { ListRole } from './list-block.ts';

/** Words of a heading or cue that are looked at: the last ones tell what comes. */
const LOOKED_AT = 24;

/** @returns the words of a text as they are looked up */
export function keysOf(words: string): readonly string[] {
  return (words.match(/[\p{L}\p{M}\p{N}]+(?:[’'ʼ-][\p{L}\p{M}\p{N}]+)*/gu) ?? []).map(wordKey);
}

/** @returns whether a heading is one under which other texts are named, not members: "See also" */
function isAside(heading: string): boolean {
  const keys = keysOf(heading.replace(/\[?edit\]?\s*$/i, ''));
  return (
    keys.length > 0 && keys.length <= 5 && asideHeadings.some(phrase => phrase.join(' ') === keys.join(' '))
  );
}

/** @returns what the words before a list make of its entries; nothing where they do not tell */
export function roleOf(heading: string | undefined, cue: string | undefined): ListRole | undefined {
  if (heading !== undefined && isAside(heading)) return 'aside';
  for (const words of [cue, heading]) {
    if (words === undefined) continue;
    const keys = keysOf(words).slice(-LOOKED_AT);
    if (keys.some(key => signatoryCues.has(key))) return 'signatory';
    if (keys.some(key => speakerCues.has(key))) return 'speaker';
    if (keys.some(key => organizationNouns.has(singular(key)) || PLURAL_THINGS.test(key))) return 'member';
    if (keys.some(key => peopleCues.has(key))) return 'person';
  }
  return undefined;
}

const singular = (key: string): string =>
  organizationNouns.has(key) ? key : key.replace(/(?:ies|es|s)$/, '');
const PLURAL_THINGS =
  /^(?:parties|countries|states|nations|cities|towns|regions|groups|bodies|partidos|movimientos|organizaciones|paises|ciudades|estados|partis|pays|villes|etats|partiti|paesi|citta|stati|cidades|parteien|lander|stadte|staaten|organisationen|партии|партий|страны|стран|города|городов|организации|организаций|движения|движений|państwa|panstwa|kraje|krajow|miasta|partie|partii|drzave|drzava|gradovi|stranke|stranaka|organizacije|државе|градови|странке|партии|партій|країни|країн|міста|організації)$/u;

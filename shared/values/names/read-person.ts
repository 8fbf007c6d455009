import { primaryLanguage, type ReadingContext } from '../context.ts';
import { folded, wordKey } from '../folded.ts';
import { linkTarget, withoutMarkup } from '../markup.ts';
import { present } from '../present.ts';
import type { NameValue } from './name.ts';
import { beforeOffices, offices, suffixes, titles } from './name-words.ts';
import { scriptOf } from './script.ts';
import { splitPerson } from './split-person.ts';
import { cutBrackets, isAcronym } from './surroundings.ts';

/** Longest words read as a name, in UTF-16 code units. */
const LONGEST = 400;

/**
 * Reads a person's name into parts: "Luis Pérez Leira", "Mironov S.M.", "DJENIC Aleksandar", "Putin, Vladimir",
 * "Миронов Сергей Михайлович", "last1=Sort Creus |first1=Albert", "V. Avramchuk (Revolutionary Workers’ Party)".
 * Where the words alone do not tell the parts, `assumed` says on what they were told.
 * @returns undefined where no name is left beside mark-up and titles
 */
export function readPerson(text: string, context: ReadingContext): NameValue | undefined {
  if (text.length > LONGEST) return undefined;
  const target = linkTarget(text);
  const { name, bracket } = cutBrackets(folded(withoutMarkup(text)));
  const parameters = fromParameters(name);
  const { bare: named, suffix } = cutSuffix(parameters ?? withoutOffice(name));
  const { title, rest: bare } = cutTitles(named);
  if (!/\p{L}/u.test(bare)) return undefined;
  const acronym = bracket !== undefined && isAcronym(bracket) ? bracket : undefined;
  return present({
    kind: 'name' as const,
    bearer: 'person' as const,
    full: spoken(bare),
    title,
    ...splitPerson(bare, context),
    suffix,
    acronym,
    affiliation: acronym === undefined ? bracket : undefined,
    linkTarget: target === undefined || target === bare ? undefined : target,
    script: scriptOf(bare),
    language: primaryLanguage(context) === undefined ? undefined : context.language,
  });
}

/** "Family, Given" put into the order in which it is spoken; everything else as it stands. */
function spoken(name: string): string {
  const comma = name.indexOf(',');
  return comma < 0 ? name : `${name.slice(comma + 1).trim()} ${name.slice(0, comma).trim()}`.trim();
}

/** Citation parameters, `last1=… |first1=…`, as "Family, Given". */
function fromParameters(text: string): string | undefined {
  if (!text.includes('=')) return undefined;
  const values = new Map(
    text.split('|').map(pair => {
      const [key = '', value = ''] = pair.split('=', 2);
      return [key.trim().toLowerCase().replace(/\d+$/, ''), value.trim()] as const;
    }),
  );
  const family =
    values.get('last') ?? values.get('surname') ?? values.get('apellido') ?? values.get('apellidos');
  const given = values.get('first') ?? values.get('given') ?? values.get('nombre');
  if (family && given) return `${family}, ${given}`;
  return family || values.get('author') || undefined;
}

/** "Levichev N.V., Chairman of the Party" without what he is. */
function withoutOffice(name: string): string {
  for (let comma = name.indexOf(','); comma >= 0; comma = name.indexOf(',', comma + 1))
    if (comma > 0 && beginsWithOffice(name.slice(comma + 1))) return name.slice(0, comma).trim();
  return name;
}

function beginsWithOffice(words: string): boolean {
  const named = words
    .trim()
    .split(' ')
    .map(word => wordKey(word).replace(/^(?:co|vice|ex|со|вице|экс)-/u, ''))
    .find(word => !beforeOffices.has(word));
  return named !== undefined && offices.has(named);
}

/** Cuts "Dr." and the like off the front, and off the given names in "Family, Dr. Given". */
function cutTitles(name: string): { title?: string; rest: string } {
  const comma = name.indexOf(',');
  if (comma < 0) return cutTitle(name);
  const family = cutTitle(name.slice(0, comma).trim());
  const given = cutTitle(name.slice(comma + 1).trim());
  const title = [family.title, given.title].filter(Boolean).join(' ');
  return { title: title || undefined, rest: `${family.rest}, ${given.rest}` };
}

function cutTitle(name: string): { title?: string; rest: string } {
  const words = name.split(' ');
  let count = 0;
  while (count < words.length - 1 && titles.has(wordKey(words[count]!)) && !isInitial(words, count)) count++;
  return count === 0
    ? { rest: name }
    : { title: words.slice(0, count).join(' '), rest: words.slice(count).join(' ') };
}

/** "M. Shevchuk" opens with an initial, "M. le président" would not be a name at all. */
function isInitial(words: readonly string[], index: number): boolean {
  return words[index]!.length <= 2 && words[index]!.endsWith('.');
}

function cutSuffix(name: string): { bare: string; suffix?: string } {
  const words = name.split(' ');
  const last = words.at(-1)!;
  if (words.length < 3 || !suffixes.has(wordKey(last))) return { bare: name };
  const bare = words.slice(0, -1).join(' ');
  return { bare: bare.endsWith(',') ? bare.slice(0, -1) : bare, suffix: last };
}

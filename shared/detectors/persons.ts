import type { Span } from '../text/text-like.ts';
import { isPatronymic, titles } from '../values/names/name-words.ts';
import type { CheckedText } from './checked-text.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { labelBeside } from './names/label-beside.ts';
import type { Name } from './names/name.ts';
import { findNames, hasSmallParts, namesOf } from './names/names.ts';
import { findRoles, type RoleBeside, RolesBeside } from './names/role-beside.ts';
import { findWords, type Word, wordsOf } from './names/words.ts';
import { propose } from './propose.ts';
import { findAsides } from './structure/asides.ts';
import { findLists } from './structure/lists.ts';
import { findRows } from './structure/rows.ts';
import { findSeen } from './structure/seen.ts';
import type { View } from './structure/view.ts';
import { isGivenName } from './words/given-names.ts';
import { organizationNouns } from './words/organization-words.ts';
import { placeWords } from './words/place-words.ts';
import { speechAuxiliaries, speechVerbs } from './words/speech-words.ts';

/** Proposes people that sentences name, and what they are said to be; who is said to have spoken is a speaker. */
export const persons: Detector = {
  id: 'persons',
  version: 1,
  types: ['person', 'speaker'],
  *detect(text: CheckedText): Iterable<Proposal> {
    const view = text.once(findSeen);
    const words = text.once(findWords);
    const headings = text.once(findRows).filter(({ heading }) => heading !== undefined);
    yield* peopleIn(text, view, words, text.once(findNames), text.once(findRoles), headings, listedIn(text));
    const asides = text.once(findAsides);
    if (asides.text === '') return;
    const asideWords = wordsOf(asides);
    const names = namesOf(asides.text, asideWords, hasSmallParts(text));
    yield* peopleIn(
      text,
      asides,
      asideWords,
      names,
      new RolesBeside(asides.text, asideWords, names),
      [],
      new Set(),
    );
  },
};

function* peopleIn(
  text: CheckedText,
  view: View,
  words: readonly Word[],
  names: readonly Name[],
  roles: RolesBeside,
  headings: readonly Span[],
  listed: ReadonlySet<number>,
): Iterable<Proposal> {
  let heading = 0;
  for (const [i, name] of names.entries()) {
    while (heading < headings.length && headings[heading]!.end <= name.start) heading++;
    if (heading < headings.length && headings[heading]!.start <= name.start) continue;
    if (name.kind === 'organization' || isPartOfMore(words, name) || listed.has(view.raw(name).start))
      continue;
    if (labelBeside(view, words, names, i) !== undefined) continue;
    const role = roles.behind(name) ?? roles.before(name);
    const verb = verbBeside(words, name, role?.stands === 'before' ? role.first : name.first);
    const why = reasonFor(view.text, words, name, role, verb);
    if (why === undefined) continue;
    const type = verb !== undefined && name.kind !== 'proper' ? 'speaker' : 'person';
    yield propose(text, {
      type,
      span: view.raw(name),
      fields: { role: role?.role, affiliation: role?.affiliation },
      grounds: groundsOf(why, role, verb === undefined ? undefined : words[verb]!.key),
      worth: (type === 'speaker' ? 0.6 : 0.4) + (role ? 0.2 : 0) + (role?.affiliation ? 0.1 : 0),
    });
  }
}

/** Where people begin whom lists name: those are proposed with what the list says of them. */
function listedIn(text: CheckedText): ReadonlySet<number> {
  const people = text.once(findLists).filter(({ of, role }) => of === 'people' && role !== 'aside');
  return new Set(people.flatMap(({ items }) => items.map(({ start }) => start)));
}

/** Whether a capitalised noun goes on behind the name: "Karl Marx Street", or a noun of a body: "Rosa Luxemburg Foundation". */
function isPartOfMore(words: readonly Word[], { last }: Name): boolean {
  const next = words[last + 1];
  if (next?.gap !== 'joined' || words[last]!.hasOwner) return false;
  return next.isCapital && (placeWords.has(next.key) || organizationNouns.has(next.key));
}

type Reason = 'addressed' | 'initials' | 'patronymic' | 'given-name' | 'office' | 'speech';

function reasonFor(
  text: string,
  words: readonly Word[],
  name: Name,
  role: RoleBeside | undefined,
  verb: number | undefined,
): Reason | undefined {
  if (name.isAddressed) return 'addressed';
  const own = words.slice(name.first, name.last + 1);
  const isShaped = name.kind === 'person' || name.kind === 'shaped';
  if (isShaped) {
    if (own.some(({ isInitial }) => isInitial)) return 'initials';
    if (own.some(({ start, end }) => isPatronymic(text.slice(start, end)))) return 'patronymic';
    const given = own.find(({ key }) => !titles.has(key)) ?? own[0]!;
    if (isGivenName(given.key) && given.end - given.start > 2) return 'given-name';
    if (role) return 'office';
    return verb !== undefined && name.kind === 'person' ? 'speech' : undefined;
  }
  const isSingle = name.first === name.last && !own[0]!.isShouted && !placeWords.has(own[0]!.key);
  const isJoined = own[0]!.gap === 'joined' && role?.stands === 'before';
  return isSingle && isJoined && endsInRole(words, name) ? 'office' : undefined;
}

/** Whether the word right before a name is an office or a title: "President Putin". */
function endsInRole(words: readonly Word[], { first }: Name): boolean {
  const before = words[first - 1];
  return before !== undefined && (ROLE_ALONE.has(before.key) || titles.has(before.key));
}

/** Offices that stand right before a family name. */
const ROLE_ALONE = new Set(
  'president presidente presidenta président présidente präsident präsidentin chancellor kanzler kanzlerin bundeskanzler minister ministerin ministre ministro ministra senator senador senadora sénateur governor mayor premier king queen pope general colonel judge professor президент президента президентом президенту премьер министр министра губернатор сенатор депутат депутата генерал профессор прем’єр міністр prezydent prezydenta premier premiera poseł senator generał predsednik predsednika predsjednik predsjednika premijer ministar general председник председника премијер министар secretary chairman'.split(
    ' ',
  ),
);

/** @returns the index of a verb of speech that the name is the subject of */
function verbBeside(words: readonly Word[], { first, last }: Name, from: number): number | undefined {
  for (let i = last + 1; i <= last + 3; i++) {
    const word = words[i];
    if (!word || word.isCapital) break;
    if (word.gap === 'break' || (i > last + 1 && word.gap !== 'joined')) break;
    const isApposition = word.gap === 'comma' && words[first]!.gap === 'comma';
    if (word.gap !== 'joined' && !isApposition) break;
    if (speechVerbs.has(word.key)) return i;
    if (!speechAuxiliaries.has(word.key)) break;
  }
  const before = words[from - 1];
  if (!before || before.isCapital || words[from]!.gap !== 'joined' || !speechVerbs.has(before.key))
    return undefined;
  return before.gap === 'joined' ? undefined : from - 1;
}

const SAYS: Readonly<Record<Reason, string>> = {
  addressed: 'A form of address stands before the name.',
  initials: 'Initials belong to the name.',
  patronymic: 'A patronymic belongs to the name.',
  'given-name': 'It begins with a common given name.',
  office: 'An office or calling stands beside the name.',
  speech: 'It is the subject of a verb of speech.',
};

function groundsOf(why: Reason, role: RoleBeside | undefined, verb: string | undefined) {
  return [
    ground(why, SAYS[why]),
    ...(role ? [ground('called', `The text calls the person “${role.role}”.`, { role: role.role })] : []),
    ...(verb === undefined
      ? []
      : [ground('speaks', `A verb of speech stands beside the name: “${verb}”.`, { verb })]),
  ];
}

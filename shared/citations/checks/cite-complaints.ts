import type { Edit } from '../../conflict-rules/finding.ts';
import type { CheckedText } from '../../detectors/checked-text.ts';
import { meantAttribute } from '../../markup/wikitext/attributes.ts';
import type { Span } from '../../text/text-like.ts';
import { gather } from '../gather.ts';
import type { CiteError, CiteErrorCode } from '../wiki/cite-errors.ts';
import { citePageOf } from '../wiki/cite-page.ts';
import type { CiteTag, NoteTag } from '../wiki/note-tags.ts';
import { although, because, type CitationCheck, checkOf, type Defect, sideOf } from './check.ts';
import { lettersApart } from './words.ts';

interface Complaint {
  readonly id: string;
  readonly label: string;
  readonly message: (given: Readonly<Record<string, string>>) => string;
  readonly edits?: (tags: readonly CiteTag[], checked: CheckedText) => readonly Edit[] | undefined;
}

/** What the Cite extension complains about on the page, and how to mend it. */
const complaints: Readonly<Record<CiteErrorCode, Complaint>> = {
  'stray-attribute': {
    id: 'ref-stray-attribute',
    label: 'Attributes of references that do not exist',
    message: ({ strays }) => `A reference has no attribute ${strays}.`,
    edits: ([tag]) => withoutStrays(tag!),
  },
  'list-stray-attribute': {
    id: 'ref-list-stray-attribute',
    label: 'Attributes of lists of references that do not exist',
    message: ({ strays }) => `A list of references has no attribute ${strays}.`,
    edits: ([tag]) => withoutStrays(tag!),
  },
  'numeric-name': {
    id: 'ref-numeric-name',
    label: 'Names of references that are only a number',
    message: ({ name }) => `The name of a reference must not be a number alone, as “${name}” is.`,
    edits: ([tag], checked) => renamed(tag as NoteTag, checked),
  },
  'name-and-follow': {
    id: 'ref-name-and-follow',
    label: 'References with a name that also continue another one',
    message: () => 'A reference that continues another one cannot have a name.',
  },
  'bad-direction': {
    id: 'ref-direction',
    label: 'Directions of writing that do not exist',
    message: ({ dir }) => `A direction of writing is “ltr”, “rtl” or “auto”, not “${dir}”.`,
  },
  'other-direction': {
    id: 'ref-direction-conflict',
    label: 'One reference in two directions of writing',
    message: ({ name }) => `References named “${name}” give two directions of writing.`,
  },
  nameless: {
    id: 'ref-nameless',
    label: 'References with neither words nor a name',
    message: () => 'The reference has neither words nor a name.',
    edits: ([tag]) => [{ start: tag!.start, end: tag!.end, text: '' }],
  },
  empty: {
    id: 'ref-empty',
    label: 'References without words',
    message: () => 'The reference has no words.',
    edits: ([tag]) => [{ start: tag!.start, end: tag!.end, text: '' }],
  },
  undefined: {
    id: 'ref-undefined',
    label: 'Names of references that say nothing anywhere',
    message: ({ name }) => `No reference named “${name}” says anything.`,
  },
  redefined: {
    id: 'ref-redefined',
    label: 'Names that different references have',
    message: ({ name }) => `References named “${name}” say different things.`,
  },
  'group-without-list': {
    id: 'ref-group-without-list',
    label: 'Groups of references without a list',
    message: ({ group }) => `References of the group “${group}” are shown nowhere, as it has no list.`,
    edits: ([tag], { text }) => [
      {
        start: text.length,
        end: text.length,
        text: `${/(?:^|\n)$/.test(text.slice(-1)) ? '' : '\n'}<references group="${(tag as NoteTag).group}" />`,
      },
    ],
  },
  'list-in-list': {
    id: 'ref-list-in-list',
    label: 'Lists of references in one another',
    message: () => 'A list of references cannot hold another one.',
  },
  'listed-in-other-group': {
    id: 'ref-listed-in-other-group',
    label: 'References in the list of another group',
    message: ({ group }) => `A reference of the group “${group}” is defined in the list of another one.`,
  },
  'listed-nameless': {
    id: 'ref-listed-nameless',
    label: 'References in a list that have no name',
    message: () => 'A reference that is defined in a list needs a name.',
  },
  'listed-empty': {
    id: 'ref-listed-empty',
    label: 'References in a list that say nothing',
    message: ({ name }) => `The reference “${name}” is defined in a list, but has no words.`,
  },
  'listed-unused': {
    id: 'ref-unused',
    label: 'References that are never used',
    message: ({ name }) => `The reference “${name}” is defined in a list, but never used.`,
    edits: ([tag]) => [{ start: tag!.start, end: tag!.end, text: '' }],
  },
};

export const complaintChecks: readonly CitationCheck[] = Object.entries(complaints).map(([code, complaint]) =>
  checkOf({
    id: complaint.id,
    severity: 'error',
    label: complaint.label,
    *find(checked) {
      const errors = checked.once(citePageOf).errors.filter(error => error.code === code);
      for (const tags of gathered(errors)) {
        const defect = defectOf(code as CiteErrorCode, tags, complaint, checked);
        if (defect) yield defect;
      }
    },
  }),
);

/** What is said of the same names is said once, of all places. */
function gathered(errors: readonly CiteError[]): readonly (readonly CiteTag[])[] {
  const groups = gather(errors, ({ code, tags }) => {
    const { name = '', group = '', dir = '', strays = '' } = givenOf(tags[0]!);
    return JSON.stringify([name, group, dir, strays, code === 'redefined' ? tags[0]!.start : '']);
  });
  return [...groups.values()].map(group => group.flatMap(({ tags }) => tags));
}

function defectOf(
  code: CiteErrorCode,
  tags: readonly CiteTag[],
  complaint: Complaint,
  checked: CheckedText,
): Defect | undefined {
  const { text } = checked;
  const [first] = tags as readonly [CiteTag];
  // Curly quotation marks have a check of their own, which mends these as well.
  if (code === 'stray-attribute' && isCurly(first)) return undefined;
  if (code === 'redefined' && tags.some(isMeantToRepeat)) return undefined;
  if (code === 'undefined' && isDefinedOtherwise(first, checked)) return undefined;
  const given = givenOf(first);
  const places = tags.map(tag => placeOf(tag, text));
  const sides = code === 'redefined' ? places.map(place => sideOf(text, place)) : [sideOf(text, ...places)];
  const swallowed = code === 'undefined' ? swallowedDefinitions(given.name!, checked) : [];
  if (swallowed.length > 0) sides.push(sideOf(text, ...swallowed));
  const near = code === 'undefined' && swallowed.length === 0 ? nearestName(given.name!, checked) : undefined;
  const edits = near
    ? withName(tags, near, text)
    : complaint.edits && editsOf(complaint.edits, tags, checked);
  return {
    message: complaint.message(given),
    given,
    about: [given.name ?? given.group ?? '', given.group ?? '', given.strays ?? ''],
    sides,
    grounds: [
      because('cite-extension', 'MediaWiki shows an error in place of the reference.'),
      ...(near ? [because('ref-near-name', `“${near}” may be meant.`, { name: near })] : []),
      ...swallowed
        .slice(0, 1)
        .map(() => although('ref-swallowed', 'It is defined, but within a reference that is not closed.')),
    ],
    ...(edits ? { edits } : {}),
  };
}

/** The edits for each of the tags; one edit mends several where they are about one name. */
function editsOf(
  make: NonNullable<Complaint['edits']>,
  tags: readonly CiteTag[],
  checked: CheckedText,
): readonly Edit[] | undefined {
  const edits = new Map<number, Edit>();
  for (const tag of tags) {
    const made = make([tag], checked);
    if (!made) return undefined;
    for (const edit of made) edits.set(edit.start, edit);
    if (made.some(edit => edit.start < tag.start || edit.end > tag.end)) break;
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

function givenOf(tag: CiteTag): Record<string, string> {
  const strays = tag.strays.map(one => `“${one.key}”`).join(', ');
  const given: Record<string, string> = strays ? { strays } : {};
  if (tag.kind === 'list') return { ...given, group: tag.group };
  for (const key of ['name', 'group', 'dir'] as const) if (tag[key] !== undefined) given[key] = tag[key];
  if (given.name === undefined && tag.follow !== undefined) given.name = tag.follow;
  return given;
}

/** The tag that is wrong: of a reference that says much only the opening one. */
function placeOf(tag: CiteTag, text: string): Span {
  if (tag.kind === 'note' && tag.reference) {
    const { start, openEnd, meantEnd } = tag.reference;
    return { start, end: tag.says ? openEnd : meantEnd };
  }
  const close = text.indexOf('>', tag.start);
  const isTag = text[tag.start] === '<' && close >= 0;
  return { start: tag.start, end: isTag ? Math.min(tag.end, close + 1) : tag.end };
}

function isCurly(tag: CiteTag): boolean {
  return tag.kind === 'note' && tag.reference?.problems.includes('curly') === true;
}

/** So many names are compared with one that is not defined. */
const MOST_NAMES = 500;

/** The defined name that differs from one by a letter or two, where there is but one. */
function nearestName(name: string, checked: CheckedText): string | undefined {
  if (name.length < 4 || name.length > 80) return undefined;
  const { read } = checked.once(namesOf);
  if (read.size > MOST_NAMES) return undefined;
  const allowed = name.length < 7 ? 1 : 2;
  const near = [...read].filter(
    ([other, notes]) =>
      other !== name &&
      other.length <= 80 &&
      notes.some(note => note.says) &&
      lettersApart(name.toLowerCase(), other.toLowerCase(), allowed + 1) <= allowed,
  );
  return near.length === 1 ? near[0]![0] : undefined;
}

function withName(tags: readonly CiteTag[], name: string, text: string): Edit[] | undefined {
  const edits = tags.map(tag => {
    const reference = tag.kind === 'note' ? tag.reference : undefined;
    if (!reference) return undefined;
    const to = reference.openEnd - (text[reference.openEnd - 2] === '/' ? 2 : 1);
    const value = meantAttribute(text, reference.start + '<ref'.length, to, 'name');
    return value && { start: value.start, end: value.end, text: `"${name}"` };
  });
  return edits.every(edit => edit !== undefined) ? edits : undefined;
}

/** Whether a reference is not closed where it was meant to repeat another: that is said by itself. */
function isMeantToRepeat(tag: CiteTag): boolean {
  const reference = tag.kind === 'note' ? tag.reference : undefined;
  return (
    reference !== undefined && reference.end > reference.meantEnd && reference.meantEnd === reference.openEnd
  );
}

/** Notes by the names that they are meant to have, and by those that MediaWiki reads; what it does not see. */
function namesOf(checked: CheckedText) {
  const { references, tags } = checked.once(citePageOf);
  const notes = tags.filter(tag => tag.kind === 'note');
  const seen = new Set(notes.map(note => note.reference));
  return {
    meant: gather(notes, note => note.reference?.name),
    read: gather(notes, note => note.name),
    following: gather(notes, note => note.follow),
    unseen: gather(
      references.filter(one => one.body && one.body.end > one.body.start && !seen.has(one)),
      one => one.name,
    ),
  };
}

/** Whether a note that MediaWiki sees says something and has the same name but for quotation marks. */
function isDefinedOtherwise(tag: CiteTag, checked: CheckedText): boolean {
  const name = tag.kind === 'note' ? (tag.reference?.name ?? tag.name) : undefined;
  const notes = (name !== undefined && checked.once(namesOf).meant.get(name)) || [];
  return notes.some(one => one.says && (isCurly(one) || isCurly(tag)));
}

/** References of a name that say something, but are swallowed by another one. */
function swallowedDefinitions(name: string, checked: CheckedText): Span[] {
  const unseen = checked.once(namesOf).unseen.get(name) ?? [];
  return unseen.map(({ start, meantEnd }) => ({ start, end: meantEnd }));
}

function withoutStrays({ strays }: CiteTag): Edit[] {
  return strays.map(({ start, end }) => ({ start: start - 1, end, text: '' }));
}

/** Gives a reference another name wherever it is used. */
function renamed(tag: NoteTag, checked: CheckedText): Edit[] | undefined {
  const name = tag.name;
  const { read, following } = checked.once(namesOf);
  if (!name || !/^\d+$/.test(name) || read.has(`ref-${name}`)) return undefined;
  const edits: Edit[] = [];
  for (const one of new Set([...(read.get(name) ?? []), ...(following.get(name) ?? [])])) {
    if (!one.reference) continue;
    for (const key of ['name', 'follow']) {
      const attribute = one.reference.attributes.findLast(each => each.key === key);
      if (attribute?.value !== name) continue;
      const { start, openEnd } = one.reference;
      const value = meantAttribute(checked.text, start + '<ref'.length, openEnd - 1, key);
      if (!value) return undefined;
      edits.push({ start: value.start, end: value.end, text: `"ref-${name}"` });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

import type { CheckedText } from './checked-text.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { aboutPerson } from './names/about.ts';
import { propose } from './propose.ts';
import { keysOf } from './structure/cues.ts';
import { isNameLike } from './structure/item-name.ts';
import type { ListBlock, ListItem } from './structure/list-block.ts';
import { findLists } from './structure/lists.ts';
import { countryWords, placeWords } from './words/place-words.ts';

/** Proposes what lists name: members, speakers, signatories, people. */
export const lists: Detector = {
  id: 'lists',
  version: 1,
  types: ['member', 'speaker', 'signatory', 'person'],
  *detect(text: CheckedText): Iterable<Proposal> {
    for (const list of text.once(findLists)) {
      if (list.of === 'sentences' || list.role === 'aside') continue;
      for (const item of list.items)
        if (list.kind === 'enumeration' || isNameLike(item.name)) yield entryOf(text, list, item);
    }
  },
};

function entryOf(text: CheckedText, list: ListBlock, item: ListItem): Proposal {
  const type = typeOf(list);
  const name = nameOf(list);
  const length = String(list.items.length);
  const isMember = type === 'member';
  return propose(text, {
    type,
    span: item,
    fields: isMember
      ? { list: name, country: item.country ?? countryIn(item.name) }
      : fieldsOf(type, list, item),
    grounds: [
      ground(
        name === undefined ? 'in-list' : 'in-named-list',
        name === undefined
          ? `It is entry ${item.number} of a list of ${length}.`
          : `It is entry ${item.number} of a list of ${length}: “${name}”.`,
        { number: String(item.number), length, ...(name === undefined ? {} : { list: name }) },
      ),
    ],
    worth: worthOf(type, list, item),
  });
}

/** The country that brackets at the end of a name give: "Party (Latvia)". */
function countryIn(name: string): string | undefined {
  const bracket = /\(([^()]{3,40})\)$/u.exec(name)?.[1];
  const keys = bracket === undefined ? [] : keysOf(bracket);
  return keys.length > 0 && keys.every(key => placeWords.has(key) || countryWords.has(key))
    ? bracket
    : undefined;
}

/** What a list says of a person: an office, a body, what was signed. */
function fieldsOf(type: string, list: ListBlock, { about, country }: ListItem) {
  return {
    ...(about === undefined ? {} : aboutPerson(about)),
    ...(type === 'person' ? { country } : {}),
    ...(type === 'signatory' ? { document: list.heading?.words } : {}),
  };
}

/** What the entries of a list are proposed as. */
function typeOf(list: ListBlock): 'member' | 'speaker' | 'signatory' | 'person' {
  if (list.of !== 'people') return 'member';
  return list.role === 'speaker' || list.role === 'signatory' ? list.role : 'person';
}

/** By what a list is called: its heading, else the words that lead to it. */
function nameOf({ heading, cue }: ListBlock): string | undefined {
  return heading?.words ?? cue?.words.slice(-160);
}

const BASE = { member: 0.55, speaker: 0.7, signatory: 0.7, person: 0.55 } as const;

/** What stands in a long, named list and says where it is from is what contradictions are found in. */
function worthOf(type: keyof typeof BASE, list: ListBlock, item: ListItem): number {
  return (
    BASE[type] +
    (list.items.length >= 10 ? 0.1 : 0) +
    (item.country === undefined && item.about === undefined ? 0 : 0.1) +
    (item.target === undefined ? 0 : 0.05)
  );
}

import type { CheckedText } from './checked-text.ts';
import type { Detector, Proposal } from './detector.ts';
import { ground } from './grounds.ts';
import { labelBeside } from './names/label-beside.ts';
import type { Name } from './names/name.ts';
import { findNames } from './names/names.ts';
import { findWords, type Word } from './names/words.ts';
import { propose } from './propose.ts';
import { isNameLike } from './structure/item-name.ts';
import { findLists } from './structure/lists.ts';
import { findRows } from './structure/rows.ts';
import { findSeen } from './structure/seen.ts';
import type { View } from './structure/view.ts';
import { roleNouns } from './words/role-words.ts';

/** Proposes the bodies that sentences name. */
export const organizations: Detector = {
  id: 'organizations',
  version: 1,
  types: ['organization'],
  *detect(text: CheckedText): Iterable<Proposal> {
    const view = text.once(findSeen);
    const words = text.once(findWords);
    const names = text.once(findNames);
    const headings = text.once(findRows).filter(({ heading }) => heading !== undefined);
    const seen = new Set<string>();
    let heading = 0;
    for (const [i, name] of names.entries()) {
      while (heading < headings.length && headings[heading]!.end <= name.start) heading++;
      if (heading < headings.length && headings[heading]!.start <= name.start) continue;
      const reason = reasonFor(view, words, names, i);
      if (!reason) continue;
      const quote = view.text.slice(name.start, name.end).toLowerCase();
      const isFirst = !seen.has(quote);
      seen.add(quote);
      const acronym = acronymBehind(view, name);
      yield propose(text, {
        type: 'organization',
        span: view.raw(name),
        grounds: [
          reason,
          ...(acronym ? [ground('acronym', `Its acronym stands behind it: ${acronym}.`, { acronym })] : []),
        ],
        worth: 0.3 + (isFirst ? 0.1 : 0) + (acronym ? 0.1 : 0) + (name.last - name.first >= 2 ? 0.05 : 0),
      });
    }
    yield* affiliations(text);
  },
};

function reasonFor(view: View, words: readonly Word[], names: readonly Name[], index: number) {
  const name = names[index]!;
  if (name.kind === 'organization') {
    if (name.label !== undefined) {
      const label = view.text.slice(words[name.label]!.start, words[name.label]!.end);
      return ground('label', `The word “${label}” beside it says what it is.`, { label });
    }
    const noun = words[name.noun!]!;
    if (!isNamed(words, name)) return undefined;
    const word = view.text.slice(noun.start, noun.end);
    return ground('noun', `“${word}” names a kind of organization.`, { noun: word });
  }
  const label = labelBeside(view, words, names, index);
  if (label !== undefined)
    return ground('label', `The word “${label}” beside it says what it is.`, { label });
  const acronym = name.first < name.last ? acronymBehind(view, name) : undefined;
  if (acronym !== undefined && standsFor(acronym, words.slice(name.first, name.last + 1)))
    return ground('spelled', `The acronym behind it has its first letters: ${acronym}.`, { acronym });
  return undefined;
}

/** A noun with nothing but a place or number beside it names no body of its own: "Moscow Office". */
function isNamed(words: readonly Word[], { first, last, noun }: Name): boolean {
  if (last - first >= 2) return true;
  const other = words[noun === first ? last : first]!;
  return first !== last ? !other.isNumber : words[first]!.key.includes('-');
}

const ACRONYM = /^ ?\(["“«]?([\p{Lu}\p{N}][\p{Lu}\p{N}-]{1,9})[,;)"”»]/u;

/** @returns the acronym in brackets behind a name */
function acronymBehind({ text }: View, { end }: Name): string | undefined {
  return ACRONYM.exec(text.slice(end, end + 16))?.[1];
}

/** Whether an acronym has the first letters of the words, small ones aside. */
function standsFor(acronym: string, words: readonly Word[]): boolean {
  const letters = words.filter(({ isCapital }) => isCapital).map(({ key }) => key[0]!);
  return letters.length >= 2 && letters.join('') === acronym.toLowerCase();
}

/** What stands in brackets or quotation marks behind those who signed. */
function* affiliations(text: CheckedText): Iterable<Proposal> {
  for (const list of text.once(findLists)) {
    if (list.kind !== 'signatures') continue;
    for (const { about, aboutSpan, name } of list.items) {
      if (about === undefined || aboutSpan === undefined || !isNameLike(about)) continue;
      const isApart = /[(“"«„]\s*$/u.test(text.text.slice(Math.max(0, aboutSpan.start - 3), aboutSpan.start));
      if (!isApart || /[,;]/.test(about) || roleNouns.has(about.toLowerCase())) continue;
      yield propose(text, {
        type: 'organization',
        span: aboutSpan,
        grounds: [ground('affiliation', `It stands behind ${name}, who signed.`, { name })],
        worth: 0.45,
      });
    }
  }
}

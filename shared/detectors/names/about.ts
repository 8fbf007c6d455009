import { wordKey } from '../../values/folded.ts';
import { View } from '../structure/view.ts';
import { roleModifiers, roleNouns } from '../words/role-words.ts';
import { namesOf } from './names.ts';
import { wordsOf } from './words.ts';

/** What is said of a person behind the name. */
interface About {
  readonly role?: string;
  readonly affiliation?: string;
}

const QUOTED = /["“„«‘]([^"”“»’]{2,120})["”“»’]/u;

/** Tells apart what somebody is and where: "journalist, member of the “X”", "Party of Y". */
export function aboutPerson(words: string): About {
  const first = words
    .trim()
    .split(/[\s,;]+/, 3)
    .map(wordKey);
  const isRole =
    /^\p{Ll}/u.test(words.trim()) ||
    first.some((key, i) => roleNouns.has(key) && first.slice(0, i).every(one => roleModifiers.has(one)));
  const quoted = QUOTED.exec(words)?.[1];
  if (!isRole) return { affiliation: words.trim() };
  const seen = wordsOf(new View(words, []));
  const bodies = namesOf(words, seen, false).filter(({ kind }) => kind === 'organization');
  const named = [...new Set(bodies.map(({ start, end }) => words.slice(start, end)))].join('; ');
  const affiliation = quoted ?? (named || undefined);
  return { role: words.trim(), ...(affiliation === undefined ? {} : { affiliation }) };
}

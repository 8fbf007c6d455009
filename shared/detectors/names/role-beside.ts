import type { CheckedText } from '../checked-text.ts';
import { findSeen } from '../structure/seen.ts';
import { lastJoins } from '../words/cue-words.ts';
import { articles } from '../words/opener-words.ts';
import { organizationNouns } from '../words/organization-words.ts';
import { roleJoins, roleModifiers, roleNouns } from '../words/role-words.ts';
import { speechVerbs } from '../words/speech-words.ts';
import { endingIn } from '../words/words.ts';
import type { Name } from './name.ts';
import { findNames } from './names.ts';
import { findWords, type Word } from './words.ts';

/** What a text says that somebody is, beside the name. */
export interface RoleBeside {
  /** As written: "former President of Bolivia". */
  readonly role: string;
  /** The body or country that the words name. */
  readonly affiliation?: string;
  readonly stands: 'before' | 'behind';
  /** Index of its first word. */
  readonly first: number;
}

/** So many words are looked at on either side. */
const BEFORE = 9;
const BEHIND = 24;
/** An office is told in so many words, whatever they are. */
const SHORT = 14;
const LONGEST = 220;

/** Finds the office or calling that stands beside names; made once for a text. */
export class RolesBeside {
  readonly #text: string;
  readonly #words: readonly Word[];
  readonly #byFirst: ReadonlyMap<number, Name>;
  readonly #byLast: ReadonlyMap<number, Name>;

  constructor(text: string, words: readonly Word[], names: readonly Name[]) {
    this.#text = text;
    this.#words = words;
    this.#byFirst = new Map(names.map(name => [name.first, name]));
    this.#byLast = new Map(names.map(name => [name.last, name]));
  }

  /** @returns what the words before a name say that its bearer is: "Russian President", "its chairman," */
  before(name: Name): RoleBeside | undefined {
    const gap = this.#words[name.first]!.gap;
    if (gap !== 'joined' && gap !== 'comma') return undefined;
    let noun = -1;
    let from = name.first;
    for (let i = name.first - 1; i >= 0 && i > name.first - BEFORE; i--) {
      const word = this.#words[i]!;
      const other = this.#byLast.get(i)?.kind;
      if (other === 'person' || (i === name.first - 1 && lastJoins.has(word.key))) break;
      const body = this.#byLast.get(i);
      if (body?.kind === 'organization' && body.first > 0 && noun < 0) {
        i = body.first;
        from = i;
        if (this.#words[i]!.gap !== 'joined') break;
        continue;
      }
      if (i === name.first - 1 && COPULAS.has(word.key) && word.gap === 'joined') continue;
      const isRole = roleNouns.has(word.key) && !word.hasOwner;
      if (isRole) noun = i;
      const belongs =
        isRole ||
        roleModifiers.has(word.key) ||
        roleJoins.has(word.key) ||
        word.isCapital ||
        organizationNouns.has(word.key) ||
        (noun >= 0 && /^\p{Ll}/u.test(word.key) && word.gap === 'joined' && isAdjectival(word));
      if (!belongs || (gap === 'comma' && noun < 0 && i < name.first - 1 && !belongs)) break;
      if (noun >= 0 && !isRole && !(word.isCapital || roleModifiers.has(word.key) || isAdjectival(word)))
        break;
      from = i;
      if (word.gap !== 'joined') break;
    }
    if (noun < 0) return undefined;
    if (gap === 'comma' && noun !== name.first - 1 && !this.#endsIn(noun, name.first)) return undefined;
    while (
      from < noun &&
      (articles.has(this.#words[from]!.key) ||
        (this.#words[from]!.isOpener && !roleModifiers.has(this.#words[from]!.key)))
    )
      from++;
    const isCopula = COPULAS.has(this.#words[name.first - 1]!.key);
    const role = this.#text.slice(
      this.#words[from]!.start,
      this.#words[name.first - (isCopula ? 2 : 1)]!.end,
    );
    return this.#of(role, from, name.first, 'before');
  }

  /** Whether the words from a role to a name are one phrase: "leader of the Left, X". */
  #endsIn(noun: number, first: number): boolean {
    for (let i = noun + 1; i < first; i++) if (this.#words[i]!.gap !== 'joined') return false;
    return true;
  }

  /** @returns what an apposition behind a name says that its bearer is: ", the leader of X" */
  behind(name: Name): RoleBeside | undefined {
    const first = this.#words[name.last + 1];
    if (!first) return undefined;
    const between = this.#text.slice(name.end, first.start);
    if (!/^(?:,| [—–-]| ?\()\s*$/u.test(between)) return undefined;
    let noun = -1;
    for (let i = name.last + 1; i < this.#words.length && i <= name.last + 6; i++) {
      const word = this.#words[i]!;
      if (i > name.last + 1 && word.gap !== 'joined') break;
      if (roleNouns.has(word.key.replace(/^(?:ex|vice|co|экс|вице|со)-/u, ''))) {
        noun = i;
        break;
      }
      if (
        !(
          roleModifiers.has(word.key) ||
          word.isCapital ||
          word.isNumber ||
          isAdjectival(word) ||
          organizationNouns.has(word.key) ||
          word.hasOwner
        )
      )
        break;
    }
    if (noun < 0 || COPULAS.has(this.#words[noun + 1]?.key ?? '')) return undefined;
    const last = this.#toSign(noun) ?? this.#phraseEnd(noun, name.last);
    return this.#of(this.#text.slice(first.start, this.#words[last]!.end), name.last + 1, last + 1, 'behind');
  }

  /** Where a role ends that goes to the next sign in few words, none of which is a verb of speech. */
  #toSign(noun: number): number | undefined {
    for (let i = noun + 1; i < noun + SHORT; i++) {
      const word = this.#words[i];
      const opens =
        word?.gap === 'sign' && /^ ["“„«‘]$/u.test(this.#text.slice(this.#words[i - 1]!.end, word.start));
      if (!word || (word.gap !== 'joined' && !opens)) return i - 1;
      if (speechVerbs.has(word.key)) return undefined;
    }
    return undefined;
  }

  /** A role goes on until a sign; with quotation marks and joined names, not with verbs. */
  #phraseEnd(noun: number, from: number): number {
    let last = noun;
    for (let i = noun + 1; i < this.#words.length && i < from + BEHIND; i++) {
      const word = this.#words[i]!;
      const opens =
        word.gap === 'sign' && /^ ["“„«‘]$/u.test(this.#text.slice(this.#words[i - 1]!.end, word.start));
      if (word.gap !== 'joined' && !opens) break;
      const name = this.#byFirst.get(i);
      if (name) {
        last = name.last;
        i = name.last;
      } else if (word.isCapital || roleNouns.has(word.key) || organizationNouns.has(word.key)) last = i;
      else if (
        !(
          roleJoins.has(word.key) ||
          roleModifiers.has(word.key) ||
          isAdjectival(word) ||
          (word.gap === 'joined' && i === noun + 1 && roleJoins.has(word.key))
        )
      )
        break;
      if (this.#words[last]!.end - this.#words[from]!.end > LONGEST) break;
    }
    return last;
  }

  #of(role: string, from: number, to: number, stands: 'before' | 'behind'): RoleBeside {
    let body: Name | undefined;
    for (let i = from; i < to; i++) {
      const name = this.#byFirst.get(i) ?? (i === from ? this.#byLast.get(i) : undefined);
      const isNamed =
        name?.kind === 'organization' ||
        (i > from && roleJoins.has(this.#words[i - 1]!.key) && name?.kind !== 'person');
      if (name && isNamed && name.last < to && (body === undefined || name.kind === 'organization'))
        body = name;
    }
    const owner =
      from > 0 && this.#words[from - 1]!.hasOwner && this.#words[from]!.gap === 'joined'
        ? this.#byLast.get(from - 1)
        : undefined;
    const affiliation = owner ?? body;
    return {
      role: role.slice(0, LONGEST),
      ...(affiliation ? { affiliation: this.#text.slice(affiliation.start, affiliation.end) } : {}),
      stands,
      first: from,
    };
  }
}

const COPULAS = new Set(
  'is was ist war es fue est etait e era foi jest byl byla je bio bila је био била'.split(' '),
);

const isAdjectival = ({ key, isCapital }: Word): boolean =>
  !isCapital && key.length > 4 && ADJECTIVE.test(key);
const ADJECTIVE = endingIn(
  2,
  'al an ive ic ish ist ый ий ого ая ой iste ale ano ana ista ico ica ny na ski ska ni ki ен на ни ски ска ський ська',
);

/** The roles beside the names of what is seen. */
export function findRoles(text: CheckedText): RolesBeside {
  return new RolesBeside(text.once(findSeen).text, text.once(findWords), text.once(findNames));
}

import { diffChars } from 'diff';
import type { Claim } from '../model/claim.ts';
import type { CountValue } from '../values/counts/count.ts';
import { sayCount } from '../values/counts/say-count.ts';
import type { FoundGround } from './found-ground.ts';

const NUMBER = ['no', 'one', 'two', 'three', 'four', 'five'];
const WORDS: Record<string, string> = {
  given: 'Given names',
  family: 'Family names',
  patronymic: 'Patronymics',
  title: 'Titles',
  full: 'Names',
};

/** @returns what disagrees between claims, as a conflict's kind: `name`, `date`, `count` or `by-hand`. */
export function guessKind(claims: readonly Claim[]): string {
  const kinds = new Set(claims.map(claim => claim.value?.kind ?? 'none'));
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'name' || kind === 'date' || kind === 'count') ? kind : 'by-hand';
}

/** Says how two claims' values differ, part by part, from the letters alone. */
export function explainDifference(one: Claim, other: Claim): FoundGround[] {
  const [a, b] = [one.value, other.value];
  if (!a || !b || a.kind !== b.kind) return [];
  if (a.kind === 'name') return explainNames(a, b);
  if (a.kind === 'date') {
    const [first, second] = [String(a.edtf), String(b.edtf)];
    return first === second
      ? [ground('date', `Both read as ${first}`, false, { same: first })]
      : [ground('date', `The dates read as ${first} and ${second}`, true, { a: first, b: second })];
  }
  if (a.kind === 'count') {
    const same = a.number === b.number && a.comparator === b.comparator && a.upper === b.upper;
    if (same) return [ground('count', 'The numbers are the same', false, { same: sayFigures(a) })];
    const says = `The numbers are ${sayBare(a)} and ${sayBare(b)}`;
    return [ground('count', says, true, { a: sayFigures(a), b: sayFigures(b) })];
  }
  return [];
}

type Members = Readonly<Record<string, unknown>>;

const ground = (
  part: string,
  says: string,
  speaksFor: boolean,
  given: Readonly<Record<string, string>>,
): FoundGround => ({ rule: `letters.${part}`, says, for: speaksFor, given });

const sayBare = (count: Members): string =>
  `${String(count.comparator).replace('-', ' ')} ${count.number}${count.upper === undefined ? '' : ` and ${count.upper}`}`;

/** A count without its unit, by the signs of arithmetic. */
const sayFigures = ({ unit: _unit, ...count }: Members): string => sayCount(count as CountValue, 'en');

function explainNames(a: Members, b: Members): FoundGround[] {
  const parts = ['family', 'given', 'patronymic', 'title'].filter(part => a[part] || b[part]);
  const compared = parts.filter(part => a[part] && b[part]);
  if (compared.length === 0)
    return [compareLetters('full', String(a.full), String(b.full), a.full !== b.full)];
  return parts.map(part => {
    if (a[part] && b[part]) return compareLetters(part, String(a[part]), String(b[part]), true);
    const only = String(a[part] ?? b[part]);
    return ground(part, `${WORDS[part]}: only one side has “${only}”`, false, { only });
  });
}

/** Says whether two words are equal, else how many letters tell them apart, as far as that is worth counting. */
function compareLetters(part: string, a: string, b: string, speaksFor: boolean): FoundGround {
  if (a === b) return ground(part, `${WORDS[part]} are equal`, speaksFor, { same: a });
  const changes = diffChars(a, b);
  const out = changes.reduce((sum, change) => sum + (change.removed ? change.value.length : 0), 0);
  const put = changes.reduce((sum, change) => sum + (change.added ? change.value.length : 0), 0);
  const letters = Math.max(out, put);
  if (letters >= NUMBER.length) return ground(part, `${WORDS[part]} differ: ${a}, ${b}`, speaksFor, { a, b });
  const says = `${WORDS[part]} differ in ${NUMBER[letters]} ${letters === 1 ? 'letter' : 'letters'}: ${a}, ${b}`;
  return ground(part, says, speaksFor, { a, b, letters: String(letters) });
}

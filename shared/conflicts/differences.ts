import { diffChars } from 'diff';
import type { Claim } from '../model/claim.ts';

const NUMBER = ['no', 'one', 'two', 'three', 'four', 'five'];
const WORDS: Record<string, string> = {
  given: 'Given names',
  family: 'Family names',
  patronymic: 'Patronymics',
  title: 'Titles',
  full: 'Names',
};

/** A ground before it has its id: what speaks for or against a conflict. */
export interface FoundGround {
  readonly rule: string;
  readonly says: string;
  readonly for: boolean;
}

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
    const same = a.edtf === b.edtf;
    return [
      ground('date', same ? `Both read as ${a.edtf}` : `The dates read as ${a.edtf} and ${b.edtf}`, !same),
    ];
  }
  if (a.kind === 'count') {
    const same = a.number === b.number && a.comparator === b.comparator && a.upper === b.upper;
    return [
      ground(
        'count',
        same ? 'The numbers are the same' : `The numbers are ${sayBare(a)} and ${sayBare(b)}`,
        !same,
      ),
    ];
  }
  return [];
}

type Members = Readonly<Record<string, unknown>>;

const ground = (part: string, says: string, speaksFor: boolean): FoundGround => ({
  rule: `letters.${part}`,
  says,
  for: speaksFor,
});

const sayBare = (count: Members): string =>
  `${String(count.comparator).replace('-', ' ')} ${count.number}${count.upper === undefined ? '' : ` and ${count.upper}`}`;

function explainNames(a: Members, b: Members): FoundGround[] {
  const parts = ['family', 'given', 'patronymic', 'title'].filter(part => a[part] || b[part]);
  const compared = parts.filter(part => a[part] && b[part]);
  if (compared.length === 0)
    return [ground('full', sayLetters('full', String(a.full), String(b.full)), a.full !== b.full)];
  return parts.map(part => {
    if (!a[part] || !b[part])
      return ground(part, `${WORDS[part]}: only one side has “${a[part] ?? b[part]}”`, false);
    return ground(part, sayLetters(part, String(a[part]), String(b[part])), true);
  });
}

function sayLetters(part: string, a: string, b: string): string {
  if (a === b) return `${WORDS[part]} are equal`;
  const changes = diffChars(a, b);
  const out = changes.reduce((sum, change) => sum + (change.removed ? change.value.length : 0), 0);
  const put = changes.reduce((sum, change) => sum + (change.added ? change.value.length : 0), 0);
  const letters = Math.max(out, put);
  return letters < NUMBER.length
    ? `${WORDS[part]} differ in ${NUMBER[letters]} ${letters === 1 ? 'letter' : 'letters'}: ${a}, ${b}`
    : `${WORDS[part]} differ: ${a}, ${b}`;
}

import { asSeen } from './look-alikes.ts';

/**
 * What two stretches differ in, where they read alike: line ends, characters that cannot be seen, white space, the
 * Unicode form (é as one or as two), quotation marks and dashes, compatibility forms (ﬁ, full width), case, letters of
 * another script that look the same, accents.
 */
export type Subtlety =
  | 'line-ends'
  | 'invisible'
  | 'space'
  | 'form'
  | 'quotes'
  | 'width'
  | 'case'
  | 'look-alike'
  | 'marks';

/** Why two stretches read alike and are not the same. */
export interface Note {
  /** All that has to be overlooked for them to be the same, at least one. */
  readonly differ: readonly Subtlety[];
  /** Code points that only one side has, each once, a few at most; of look-alikes the pairs, in order. */
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Characters that cannot be seen: format characters, variation selectors, blank letters. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{Cf}/gu;
const QUOTES = /['"`‘’‚‛“”„‟«»‹›′″「」『』〝〞〟＇＂]/gu;
const DASHES = /[-‐‑‒–—―−﹘﹣－]/gu;

const overlook: readonly (readonly [Subtlety, (text: string) => string])[] = [
  ['line-ends', text => text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')],
  ['invisible', text => text.replace(INVISIBLE, '')],
  ['space', text => text.replace(/[\s\u200b]+/gu, '')],
  ['form', text => text.normalize('NFC')],
  [
    'quotes',
    text => text.replace(QUOTES, "'").replace(/''/g, "'").replace(DASHES, '-').replaceAll('…', '...'),
  ],
  ['width', text => text.normalize('NFKC')],
  ['case', text => text.toUpperCase().toLowerCase().normalize('NFC')],
  ['look-alike', asSeen],
  ['marks', text => text.normalize('NFD').replace(/\p{M}/gu, '')],
];

/** Longer stretches are not explained. */
const LONG = 2_000;
const MOST = 6;

/**
 * Explains a difference that a reader could overlook.
 * @param left what one side has; empty where it has nothing there
 * @returns undefined where the two are really different
 */
export function explain(left: string, right: string): Note | undefined {
  if (left === right || left.length + right.length > LONG) return undefined;
  const alone = overlook.find(([, see]) => see(left) === see(right));
  const differ = alone ? [alone[0]] : needed(left, right);
  if (differ.length === 0) return undefined;
  return { differ, ...(differ[0] === 'look-alike' ? pairs(left, right) : onlyIn(left, right)) };
}

/** Those subtleties of which none can be left out, where all together make the two the same. */
function needed(left: string, right: string): Subtlety[] {
  const isSame = (but?: Subtlety) => {
    const see = (text: string) =>
      overlook.reduce((seen, [subtlety, fold]) => (subtlety === but ? seen : fold(seen)), text);
    return see(left) === see(right);
  };
  if (!isSame()) return [];
  return overlook.map(([subtlety]) => subtlety).filter(subtlety => !isSame(subtlety));
}

function onlyIn(left: string, right: string): Pick<Note, 'left' | 'right'> {
  const [ofLeft, ofRight] = [new Set(left), new Set(right)];
  return {
    left: [...ofLeft].filter(point => !ofRight.has(point)).slice(0, MOST),
    right: [...ofRight].filter(point => !ofLeft.has(point)).slice(0, MOST),
  };
}

function pairs(left: string, right: string): Pick<Note, 'left' | 'right'> {
  const [points, others] = [[...left.normalize('NFD')], [...right.normalize('NFD')]];
  const apart = points
    .map((point, i) => [point, others[i]!] as const)
    .filter(([point, other], i, all) => point !== other && !all.slice(0, i).some(([same]) => same === point))
    .slice(0, MOST);
  return { left: apart.map(([point]) => point), right: apart.map(([, other]) => other) };
}

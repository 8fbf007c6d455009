/** A stretch of a name between spaces, dashes and marks, and whether a dot follows it. */
export interface Piece {
  readonly text: string;
  readonly dotted: boolean;
  /** Dots inside, each after one letter: "S.M", "A.B.C". */
  readonly acronym: boolean;
}

const PIECES = /[\p{L}\p{M}\p{N}'·.]+|[&%+]/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=\p{Ll}{2})(?=\p{Lu}{2,4}$)/u;
const DIGITS_END = /(?<=\p{L}{3})(?=\p{N})/u;
/** Behind the Arabic article. */
const ARTICLE = /(?<=^ال)(?=\p{L}{2})/u;
const SIGNS = /[\p{Script=Han}\p{Script=Hangul}]/u;
const DOTTED = /^(?:\p{L}\p{M}*\.)+\p{L}?\p{M}*$/u;

/** Cuts a normalised name into pieces: at spaces, dashes and brackets, between humps of camel case, signs one by one. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [run] of text.matchAll(PIECES)) {
    if (run === '&') pieces.push({ text: 'and', dotted: false, acronym: false });
    else if (run === '%' || run === '+') continue;
    else if (DOTTED.test(run) && run.length > 2) pieces.push({ text: run, dotted: true, acronym: true });
    else for (const part of run.split('.')) addPart(part, run.includes('.'), pieces);
  }
  return pieces;
}

function addPart(part: string, dotted: boolean, pieces: Piece[]): void {
  const bare = part.replaceAll("'", '').replaceAll('·', '');
  if (bare === '') return;
  if (SIGNS.test(bare)) {
    for (const sign of bare) pieces.push({ text: sign, dotted: false, acronym: false });
    return;
  }
  for (const hump of bare.split(HUMP))
    for (const run of hump.split(DIGITS_END))
      for (const text of run.split(ARTICLE)) pieces.push({ text, dotted, acronym: false });
}

import { wordKey } from './folded.ts';

/** A word, a run of digits, or one other character that is no space. Offsets are UTF-16 code units. */
export interface Token {
  readonly kind: 'word' | 'digits' | 'mark';
  readonly text: string;
  /** The word as it is looked up; for digits and marks the text itself. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly apart: boolean;
}

const PIECES = /(\s+)|([\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*)|([0-9]+)|(.)/gsu;

/** Cuts words, digits and marks; linear in the text's length. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let apart = false;
  for (const match of text.matchAll(PIECES)) {
    if (match[1] !== undefined) {
      apart = true;
      continue;
    }
    const kind = match[2] !== undefined ? 'word' : match[3] !== undefined ? 'digits' : 'mark';
    const piece = match[0];
    tokens.push({
      kind,
      text: piece,
      key: kind === 'word' ? wordKey(piece) : piece,
      start: match.index,
      end: match.index + piece.length,
      apart,
    });
    apart = false;
  }
  return tokens;
}

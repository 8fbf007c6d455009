import { type Token, tokensOf } from './tokens.ts';

/** What stands between paragraphs among the tokens of a running text. */
export const BREAK = '\n';

/**
 * Cuts a running text into tokens as `tokensOf` does, with a mark of its own (`BREAK`) where lines are left blank, so
 * that nothing is read across paragraphs. Offsets are those of the text.
 */
export function runningTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const token of tokensOf(text)) {
    const from = tokens.at(-1)?.end ?? 0;
    if (token.apart && hasBlankLine(text, from, token.start))
      tokens.push({ kind: 'mark', text: BREAK, key: BREAK, start: from, end: from, apart: false });
    tokens.push(token);
  }
  return tokens;
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  const space = text.slice(from, to);
  const first = space.indexOf('\n');
  return first >= 0 && space.indexOf('\n', first + 1) >= 0;
}

import { createScanner, type SyntaxKind } from 'jsonc-parser';
import { Unextractable } from '../../extractor.ts';

/** A text in a JSON file, and where it stands: within its quotation marks. */
export interface JsonString {
  readonly from: number;
  readonly to: number;
  /** Names and indices that lead to it from the outermost value. */
  readonly path: readonly (string | number)[];
}

/** Values of jsonc-parser's `SyntaxKind`, of which its types have no values at run time. */
const Token = {
  openBrace: 1 as SyntaxKind.OpenBraceToken,
  closeBrace: 2 as SyntaxKind.CloseBraceToken,
  openBracket: 3 as SyntaxKind.OpenBracketToken,
  closeBracket: 4 as SyntaxKind.CloseBracketToken,
  comma: 5 as SyntaxKind.CommaToken,
  string: 10 as SyntaxKind.StringLiteral,
  end: 17 as SyntaxKind.EOF,
};
const DEEPEST = 200;

/**
 * Goes through the strings of JSON that is known to be well-formed, in its order.
 * @param at where the JSON begins in the file
 * @throws Unextractable where it nests too deep
 */
export function eachString(json: string, at: number, each: (string: JsonString) => void): void {
  const scanner = createScanner(json, true);
  const path: (string | number)[] = [];
  /** For each object or list that is open, whether it is an object whose next string is a name. */
  const open: { isObject: boolean; name: boolean }[] = [];
  for (let token = scanner.scan(); token !== Token.end; token = scanner.scan()) {
    const within = open.at(-1);
    if (token === Token.openBrace || token === Token.openBracket) {
      if (open.length >= DEEPEST)
        throw new Unextractable(`This JSON nests values more than ${DEEPEST} deep; that is not read.`);
      const isObject = token === Token.openBrace;
      open.push({ isObject, name: isObject });
      path.push(isObject ? '' : 0);
    } else if (token === Token.closeBrace || token === Token.closeBracket) {
      open.pop();
      path.pop();
    } else if (token === Token.comma) {
      if (within?.isObject) within.name = true;
      else path[path.length - 1] = (path.at(-1) as number) + 1;
    } else if (token === Token.string) {
      if (within?.name) {
        within.name = false;
        path[path.length - 1] = scanner.getTokenValue();
        continue;
      }
      const from = at + scanner.getTokenOffset() + 1;
      each({ from, to: from + scanner.getTokenLength() - 2, path });
    }
  }
}

/** @returns a JSON Pointer (RFC 6901) */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map(name => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** @returns a JSONPath (RFC 9535) to all texts that stand at a like place, in whichever item of a list */
export function patternOf(path: readonly (string | number)[]): string {
  let pattern = '$';
  for (const name of path)
    if (typeof name === 'number') pattern += '[*]';
    else if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) pattern += `.${name}`;
    else pattern += `['${name.replace(/[\\']/g, '\\$&')}']`;
  return pattern;
}

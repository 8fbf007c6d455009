import type { Piece } from '../../html/pieces.ts';

const CHANGED =
  /&(?:(amp|lt|gt|quot|apos)|#(\d+)|#x([0-9a-fA-F]+));|\r\n|<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * @param raw the content of an element without elements in it, well-formed
 * @param at where it stands in the source
 * @returns it decoded, divided where the source has more than the text
 */
export function* xmlPieces(raw: string, at: number): Generator<Piece> {
  let plain = 0;
  for (const found of raw.matchAll(CHANGED)) {
    const [whole, named, decimal, hex, quoted] = found;
    if (found.index > plain) yield literal(raw, plain, found.index, at);
    plain = found.index + whole.length;
    const from = at + found.index;
    const to = at + plain;
    if (named) yield { text: NAMED[named]!, from, to };
    else if (decimal) yield { text: String.fromCodePoint(Number(decimal)), from, to };
    else if (hex) yield { text: String.fromCodePoint(Number.parseInt(hex, 16)), from, to };
    else if (quoted !== undefined) yield* linesOf(quoted, from + '<![CDATA['.length);
    else if (whole === '\r\n') yield { text: '\n', from, to };
  }
  if (plain < raw.length) yield literal(raw, plain, raw.length, at);
}

function* linesOf(quoted: string, at: number): Generator<Piece> {
  let start = 0;
  for (let end = quoted.indexOf('\r\n'); end >= 0; end = quoted.indexOf('\r\n', start)) {
    if (end > start) yield literal(quoted, start, end, at);
    yield { text: '\n', from: at + end, to: at + end + 2 };
    start = end + 2;
  }
  if (start < quoted.length) yield literal(quoted, start, quoted.length, at);
}

function literal(raw: string, from: number, to: number, at: number): Piece {
  return { text: raw.slice(from, to).replaceAll('\r', '\n'), from: at + from, to: at + to };
}

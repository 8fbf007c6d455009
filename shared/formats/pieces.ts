/** How long a piece is at least, in UTF-16 code units, before it is sent on its way. */
const PIECE = 65_536;

/** Joins small strings into pieces worth sending. */
export async function* inPieces(strings: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const string of strings) {
    piece += string;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

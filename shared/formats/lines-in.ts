/** @returns the lines of a text that comes in pieces, without their LF. */
export async function* linesIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      const rest = piece.slice(from, at);
      yield begun.length > 0 ? begun.join('') + rest : rest;
      begun = [];
      from = at + 1;
    }
    if (from < piece.length) begun.push(piece.slice(from));
  }
  if (begun.length > 0) yield begun.join('');
}

/** The rows of one chunk, in UTF-16 code units from the chunk's start. */
export interface ChunkRows {
  /** Where each row begins; the first is 0. */
  readonly starts: readonly number[];
  /** Where each row's shown text ends, before its terminator. */
  readonly ends: readonly number[];
  /** Length of the chunk with all terminators. */
  readonly length: number;
}

/**
 * Finds the rows of a chunk again from its text. `last` says that no chunk follows: then a terminator at
 * the end is followed by an empty row. A row without a terminator that does not end the text is a cut.
 */
export function rowsOf(chunkText: string, last: boolean): ChunkRows {
  const starts: number[] = [];
  const ends: number[] = [];
  const terminator = /\r\n|\r|\n/g;
  let start = 0;
  for (let found = terminator.exec(chunkText); found; found = terminator.exec(chunkText)) {
    starts.push(start);
    ends.push(found.index);
    start = terminator.lastIndex;
  }
  if (start < chunkText.length || last) {
    starts.push(start);
    ends.push(chunkText.length);
  }
  return { starts, ends, length: chunkText.length };
}

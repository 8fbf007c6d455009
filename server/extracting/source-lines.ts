/** A line of a file without its end, and where it stands in units of the file. */
export interface SourceLine {
  readonly text: string;
  readonly from: number;
  /** Where the line ends, and where the next begins. */
  readonly to: number;
  readonly next: number;
}

/** @returns the lines of a text, which LF, CR or both end; no empty one after the last end */
export function linesOf(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  const ends = /\r\n?|\n/g;
  let from = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    lines.push({ text: text.slice(from, end.index), from, to: end.index, next: ends.lastIndex });
    from = ends.lastIndex;
  }
  if (from < text.length) lines.push({ text: text.slice(from), from, to: text.length, next: text.length });
  return lines;
}

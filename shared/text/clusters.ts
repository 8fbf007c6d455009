const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Letters that neither join what stands before them nor draw in what follows: where two meet, a cluster ends. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0xc0 && unit < 0x300) ||
  (unit >= 0x391 && unit <= 0x3ce) ||
  (unit >= 0x400 && unit < 0x482) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x30a1 && unit <= 0x30fa) ||
  (unit >= 0x4e00 && unit < 0xa000);

/**
 * @returns where the grapheme clusters of a text end (UAX #29), ascending, the last at its length; UTF-16 code units.
 *   Plain letters are passed over without asking the segmenter.
 */
export function clusterEnds(text: string): number[] {
  const ends: number[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + 1;
    while (to < text.length && !(isPlain(text.charCodeAt(to - 1)) && isPlain(text.charCodeAt(to)))) to++;
    if (to === from + 1) ends.push(to);
    else addClusters(text, from, to, ends);
    from = to;
  }
  return ends;
}

/** A window is about so long: the segmenter's cost grows faster than the text that it is given at once. */
const WINDOW = 256;

function addClusters(text: string, start: number, end: number, ends: number[]): void {
  for (let from = start, reach = WINDOW; from < end; ) {
    const to = Math.min(end, from + reach);
    const found = [...graphemes.segment(text.slice(from, to))];
    // What follows the window may belong to the last cluster in it.
    if (to < end) found.pop();
    for (const { index, segment } of found) ends.push(from + index + segment.length);
    reach = found.length === 0 ? reach * 4 : WINDOW;
    if (found.length > 0) from = ends.at(-1)!;
  }
}

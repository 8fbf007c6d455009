/** A place that is like a pattern, in code points of the text, and how many letters differ. */
export interface Approximate {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

const pointsOf = (text: string): Int32Array => Int32Array.from(text, point => point.codePointAt(0)!);

/**
 * Where a text is most like a pattern: letters replaced, left out or put in count one each (Sellers' algorithm, with
 * Ukkonen's cut-off). Of matches that overlap the one with fewest errors is told, the longest of several such.
 * Takes time proportional to the length of the text and the errors allowed.
 * @param most no match has more errors than this
 */
export function approximate(text: string, pattern: string, most: number): Approximate[] {
  const hay = pointsOf(text);
  const needle = pointsOf(pattern);
  const ends = endsOf(hay, needle, most);
  const found: Approximate[] = [];
  for (const { end, errors } of ends) {
    const start = startOf(hay, needle, end, errors);
    const last = found.at(-1);
    if (last && start < last.end) {
      if (errors < last.errors || (errors === last.errors && start === last.start))
        found[found.length - 1] = { start, end, errors };
    } else found.push({ start, end, errors });
  }
  return found;
}

/** Places at which a match ends that has no more errors than its neighbours. */
function endsOf(hay: Int32Array, needle: Int32Array, most: number): { end: number; errors: number }[] {
  const size = needle.length;
  const column = Int32Array.from({ length: size + 1 }, (_, i) => i);
  const found: { end: number; errors: number }[] = [];
  let live = Math.min(size, most + 1);
  for (let j = 0; j < hay.length; j++) {
    let diagonal = 0;
    for (let i = 1; i <= live; i++) {
      const above = column[i]!;
      const cost = diagonal + Number(needle[i - 1] !== hay[j]);
      column[i] = Math.min(cost, above + 1, column[i - 1]! + 1);
      diagonal = above;
    }
    while (live > 0 && column[live]! > most) live--;
    if (live === size) found.push({ end: j + 1, errors: column[size]! });
    else {
      live++;
      column[live] = most + 1;
    }
  }
  return found;
}

/** Where the match with so many errors that ends at `end` begins; the earliest of several. */
function startOf(hay: Int32Array, needle: Int32Array, end: number, errors: number): number {
  const size = needle.length;
  let column = Int32Array.from({ length: size + 1 }, (_, i) => i);
  let start = column[size] === errors ? end : -1;
  for (let j = end - 1; j >= 0 && end - j <= size + errors; j--) {
    const next = new Int32Array(size + 1);
    next[0] = end - j;
    for (let i = 1; i <= size; i++)
      next[i] = Math.min(
        column[i - 1]! + Number(needle[size - i] !== hay[j]),
        column[i]! + 1,
        next[i - 1]! + 1,
      );
    column = next;
    if (column[size] === errors) start = j;
  }
  return start < 0 ? end : start;
}

/** How many letters have to be replaced, left out or put in to make one text of the other (Levenshtein). */
export function editDistance(a: string, b: string): number {
  const x = pointsOf(a);
  const y = pointsOf(b);
  const row = Int32Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    let diagonal = row[0]!;
    row[0] = i;
    for (let j = 1; j <= y.length; j++) {
      const above = row[j]!;
      row[j] = Math.min(diagonal + Number(x[i - 1] !== y[j - 1]), above + 1, row[j - 1]! + 1);
      diagonal = above;
    }
  }
  return row[y.length]!;
}

/**
 * How like a passage is to what a text begins with, 1 for the same and 0 for nothing in common; how far the text's
 * beginning reaches is left open. An empty passage is like anything.
 */
export function headLikeness(passage: string, text: string): number {
  const x = pointsOf(passage);
  const y = pointsOf(text);
  if (x.length === 0) return 1;
  let row = Int32Array.from({ length: y.length + 1 }, (_, i) => i);
  for (let i = 1; i <= x.length; i++) {
    const next = new Int32Array(y.length + 1);
    next[0] = i;
    for (let j = 1; j <= y.length; j++)
      next[j] = Math.min(row[j - 1]! + Number(x[i - 1] !== y[j - 1]), row[j]! + 1, next[j - 1]! + 1);
    row = next;
  }
  return Math.max(0, 1 - Math.min(...row) / x.length);
}

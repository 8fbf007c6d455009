/** So many runs of pages are named; the others are counted. */
const NAMED = 12;

/** @returns numbers of pages as one says them at the beginning of a sentence: "Pages 3–5 and 9" @param pages in order */
export function sayPages(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const said = runs.slice(0, NAMED).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  const left = runs.slice(NAMED).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  if (left > 0) said.push(`${left} more`);
  const list = said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said[0];
  return `${pages.length === 1 ? 'Page' : 'Pages'} ${list}`;
}

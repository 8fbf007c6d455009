/** So many runs of pages are named; that there are more is shown by dots. */
const NAMED = 12;

/** @returns numbers of pages as runs, "3–5, 9", and how many they are @param pages in order */
export function sayPages(pages: readonly number[]): { pages: string; count: number } {
  const runs: [number, number][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  const said = runs.slice(0, NAMED).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return { pages: [...said, ...(runs.length > NAMED ? ['…'] : [])].join(', '), count: pages.length };
}

/** So many opening signs of one kind may stand in one paragraph; what comes behind is taken for plain words. */
const MOST = 200;
/** So deep quotations may lie in one another. */
const MOST_QUOTED = 40;
const SIGN = /[[<`>\n]/g;
/** A line that begins a paragraph of its own. */
const NEW_PARAGRAPH = /[ \t]{0,40}(?:\r?\n|$|[-*+>#|~]|\d{1,9}[.)])/y;

/**
 * Keeps the time for parsing in proportion to the length: signs beyond what any paragraph has are replaced by letters,
 * so that no offset moves.
 */
export function guarded(text: string): string {
  let counts: Record<string, number> = {};
  const parts: string[] = [];
  let at = 0;
  for (const match of text.matchAll(SIGN)) {
    const [sign] = match;
    if (sign === '\n') {
      NEW_PARAGRAPH.lastIndex = match.index + 1;
      if (NEW_PARAGRAPH.test(text)) counts = {};
      counts['>'] = 0;
      continue;
    }
    const count = (counts[sign] ?? 0) + 1;
    counts[sign] = count;
    if (count <= (sign === '>' ? MOST_QUOTED : MOST)) continue;
    parts.push(text.slice(at, match.index), 'x');
    at = match.index + 1;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(at);
}

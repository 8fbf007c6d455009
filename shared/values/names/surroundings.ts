/** Cuts the brackets that end a name: "Fatah (Palestine)". Brackets further in stay; those around the whole go. */
export function cutBrackets(text: string): { name: string; bracket?: string } {
  const trimmed = /[.,;:]$/.test(text) && text.endsWith('),') ? text.slice(0, -1) : text;
  if (!trimmed.endsWith(')')) return { name: withoutPunctuation(text) };
  const open = matchingOpen(trimmed);
  const name = open < 0 ? '' : trimmed.slice(0, open).trim();
  if (name === '') return { name: withoutPunctuation(open === 0 ? trimmed.slice(1, -1).trim() : text) };
  return { name, bracket: trimmed.slice(open + 1, -1).trim() || undefined };
}

function matchingOpen(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (text[i] === ')') depth++;
    else if (text[i] === '(' && --depth === 0) return i;
  }
  return -1;
}

/** Takes off quotation marks around the whole, and commas, semicolons and colons at the end. */
function withoutPunctuation(text: string): string {
  let end = text.length;
  while (end > 0 && ',;:'.includes(text[end - 1]!)) end--;
  return text.slice(0, end).trimEnd();
}

/** Whether the words in brackets are an acronym: two to ten characters, capitals in the majority. */
export function isAcronym(text: string): boolean {
  if (text.length < 2 || text.length > 10 || /\s/.test(text)) return false;
  const capitals = [...text].filter(character => /\p{Lu}/u.test(character)).length;
  return capitals >= 2 && capitals * 2 > text.length;
}

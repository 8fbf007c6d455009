/**
 * Takes wikitext and HTML mark-up off words, so that a value holds only what a reader sees: links keep their
 * label, references, templates and comments go, emphasis and tags go. One pass, linear in the text's length.
 * What is not closed is kept as it stands.
 */
export function withoutMarkup(text: string): string {
  return shownPieces(text)
    .map(piece => piece.shown)
    .join('');
}

/** A stretch of raw text, `[start, end)` in UTF-16 code units, and what a reader sees of it. */
interface ShownPiece {
  readonly shown: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a text where mark-up begins and ends; the pieces follow one another without a gap. */
export function shownPieces(text: string): ShownPiece[] {
  const pieces: ShownPiece[] = [];
  const closers = closings(text);
  for (let start = 0; start < text.length; ) {
    const skipped = markupAt(text, start, closers);
    const end = skipped?.end ?? nextMarkup(text, start + 1);
    pieces.push({ shown: skipped?.shown ?? text.slice(start, end), start, end });
    start = end;
  }
  return pieces;
}

/** @returns the target of the text's only wiki link where its label differs from it, else undefined. */
export function linkTarget(text: string): string | undefined {
  const open = text.indexOf('[[');
  const close = text.indexOf(']]', open);
  if (open < 0 || close < 0 || text.indexOf('[[', close) >= 0) return undefined;
  const bar = text.indexOf('|', open);
  if (bar < 0 || bar > close) return undefined;
  return text.slice(open + 2, bar).trim() || undefined;
}

interface Piece {
  readonly shown: string;
  readonly end: number;
}

const STARTS = /[{<['&]/g;

function nextMarkup(text: string, from: number): number {
  STARTS.lastIndex = from;
  return STARTS.exec(text)?.index ?? text.length;
}

/** Where each `{{` closes, found in one pass with a stack. */
function closings(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (let i = text.search(/\{\{|\}\}/); i >= 0 && i < text.length - 1; i++) {
    const pair = text.slice(i, i + 2);
    if (pair === '{{') open.push(i++);
    else if (pair === '}}') {
      const start = open.pop();
      if (start !== undefined) closing.set(start, i + 2);
      i++;
    }
  }
  return closing;
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  thinsp: ' ',
};

function markupAt(text: string, i: number, closers: ReadonlyMap<number, number>): Piece | undefined {
  switch (text[i]) {
    case '{': {
      const end = closers.get(i);
      return end === undefined ? undefined : { shown: '', end };
    }
    case '<':
      return tagAt(text, i, closers);
    case '[':
      return linkAt(text, i);
    case "'":
      return emphasisAt(text, i);
    default:
      return entityAt(text, i);
  }
}

/** Longest tag looked at, in UTF-16 code units: keeps unclosed `<` from costing a scan of the rest each. */
const TAG_LIMIT = 1000;

function tagAt(text: string, i: number, closers: ReadonlyMap<number, number>): Piece | undefined {
  if (text.startsWith('<!--', i)) {
    const end = text.indexOf('-->', i);
    return end < 0 ? { shown: '', end: text.length } : { shown: '', end: end + 3 };
  }
  const opening = /^<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/i.exec(text.slice(i, i + TAG_LIMIT));
  if (!opening) return undefined;
  const end = i + opening[0].length;
  const name = opening[2]!.toLowerCase();
  if (name === 'br') return { shown: '\n', end };
  const holdsReference = name === 'ref' && opening[1] === '' && !opening[0].endsWith('/>');
  if (!holdsReference) return { shown: '', end };
  return { shown: '', end: referenceEnd(text, end, closers) };
}

/**
 * References do not nest: one that meets another before it is closed has lost its end, and ends with the
 * template in it and what was meant to close it.
 */
function referenceEnd(text: string, from: number, closers: ReadonlyMap<number, number>): number {
  const close = text.indexOf('</ref>', from);
  const template = closers.get(from);
  const next = text.slice(from, close < 0 ? undefined : close).search(/<ref\b/i);
  if (template !== undefined && next >= 0)
    return template + (/^[^\s\w]?\/ref>/i.exec(text.slice(template, template + 6))?.[0].length ?? 0);
  return close < 0 ? text.length : close + 6;
}

/** Longest link looked at, in UTF-16 code units. */
const LINK_LIMIT = 1000;

function linkAt(text: string, i: number): Piece | undefined {
  const near = text.slice(i, i + LINK_LIMIT);
  if (near.startsWith('[[')) {
    const close = near.indexOf(']]');
    if (close < 0) return undefined;
    const inside = near.slice(2, close);
    if (/^(file|image|category):/i.test(inside)) return { shown: '', end: i + close + 2 };
    return { shown: inside.slice(inside.lastIndexOf('|') + 1), end: i + close + 2 };
  }
  if (!near.startsWith('[http://') && !near.startsWith('[https://')) return undefined;
  const close = near.indexOf(']');
  if (close < 0) return undefined;
  const space = near.indexOf(' ');
  return { shown: space < 0 || space > close ? '' : near.slice(space + 1, close), end: i + close + 1 };
}

function emphasisAt(text: string, i: number): Piece {
  let end = i;
  while (text[end] === "'") end++;
  const isEmphasis = end - i >= 2 && end - i <= 5;
  return { shown: isEmphasis ? '' : text.slice(i, end), end };
}

function entityAt(text: string, i: number): Piece | undefined {
  const entity = /^&([a-z]{2,6});/.exec(text.slice(i, i + 8));
  const shown = entity ? ENTITIES[entity[1]!] : undefined;
  return shown === undefined ? undefined : { shown, end: i + entity![0].length };
}

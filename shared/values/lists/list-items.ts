import type { Span } from '../../text/text-like.ts';
import { Sight } from './sight.ts';
import { BULLET, bullets, LAST_JOIN, LAST_PAIR } from './signs.ts';

/** An item of a list in a text: all of it with its mark-up, and the words that name it. UTF-16 code units. */
interface ListItem {
  readonly words: Span;
  readonly whole: Span;
}

interface ListItemOptions {
  /** Whether the items are people: what follows a name after a comma or in brackets is then not part of it. */
  readonly people?: boolean;
}

const INLINE_BULLET = new RegExp(String.raw`(?:^|\s)(?:\*+|[${bullets}])\s`, 'gu');
const INLINE_NUMBER = /(?:^|\s)\(?(\d{1,3})[.)]\s/gu;
const REST = /^(?:(?:and |y |et |и )?(?:among )?others|etc|entre otros|entre autres|и (?:др|другие))[.…]?$/iu;
const ARTICLE = /^(?:the|la|el|los|las|le|les)\s+/iu;
/** What begins the description that follows a name. */
const AFTER_NAME = /\s+[—–-]\s|,\s|\s+[([“«"]/u;
const AFTER_ITEM = /\s+[—–]\s/u;
/** A name is not longer than so many words; what is longer is a sentence and stays whole. */
const NAME_WORDS = 12;

/**
 * Finds the items of a list where they stand: on lines with or without bullets or numbers, after bullets or numbers
 * flattened into one line, or apart by semicolons or commas. Mark-up is looked through, and never at an item's ends.
 * @returns the items in order; none where there are not at least two
 */
export function listItems(raw: string, options: ListItemOptions = {}): ListItem[] {
  const sight = new Sight(raw);
  const { text } = sight;
  const parts = byBullets(text, INLINE_BULLET) ?? byLines(text) ?? byNumbers(text) ?? bySigns(text);
  const items = parts.flatMap(part => itemOf(sight, part, options) ?? []);
  return items.length < 2 ? [] : items;
}

function itemOf(sight: Sight, part: Span, { people = false }: ListItemOptions): ListItem | undefined {
  const own = beforeHeading(sight, part);
  const whole = trimmed(sight.text, own);
  if (whole.end <= whole.start || REST.test(sight.text.slice(whole.start, whole.end))) return undefined;
  const words = nameIn(sight, whole, people);
  return { words: sight.raw(words), whole: sight.rawAround(own) };
}

/** Leaves out the bold heading of the next group: "* A '''Asia:''' * B". */
function beforeHeading({ text, bold }: Sight, part: Span): Span {
  const heading = bold.find(
    run =>
      run.start > part.start &&
      run.end <= part.end &&
      text.slice(part.start, run.start).trim() !== '' &&
      /:\s*$/.test(text.slice(run.start, Math.min(part.end, run.end + 1))),
  );
  return heading ? { start: part.start, end: heading.start } : part;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s/,;]/.test(text[from]!)) from++;
  while (to > from && /[\s,;]/.test(text[to - 1]!)) to--;
  // A full stop belongs to an initial or an abbreviation, else it ends the list.
  if (text[to - 1] === '.' && /\p{L}{3}\.$/u.test(text.slice(from, to))) to--;
  return { start: from, end: to };
}

/** The words of an item that name it: a link or bold words where these are the name, else what stands before a description. */
function nameIn(sight: Sight, whole: Span, people: boolean): Span {
  const { text } = sight;
  const inside = (run: Span) => run.start >= whole.start && run.end <= whole.end;
  const marked = [...sight.bold.filter(inside), ...sight.links.filter(inside)];
  const first = marked.find(run => text.slice(whole.start, run.start).trim() === '');
  const rest = first ? text.slice(first.end, whole.end) : '';
  if (first && (rest === '' || /^\s*[([—–:,-]/.test(rest)) && (people || !/^\s*\(/.test(rest)))
    return trimmed(text, first);
  const last = marked.find(run => run.end === whole.end);
  if (last && /^\p{Ll}[^([]*$/u.test(text.slice(whole.start, last.start))) return trimmed(text, last);
  const words = text.slice(whole.start, whole.end);
  const article = people ? null : ARTICLE.exec(words);
  const from = whole.start + (article?.[0].length ?? 0);
  const after = (people ? AFTER_NAME : AFTER_ITEM).exec(words);
  const isName = after !== null && words.slice(0, after.index).split(/\s+/).length <= NAME_WORDS;
  return trimmed(text, { start: from, end: isName ? whole.start + after.index : whole.end });
}

/** Lines, each an item; with bullets, a line without one goes on with the item before it. */
function byLines(text: string): Span[] | undefined {
  const lines = linesOf(text);
  if (lines.length < 2) return undefined;
  const bulletOf = (line: Span) => BULLET.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  if (lines.filter(line => bulletOf(line) > 0).length >= 2) {
    const items: Span[] = [];
    for (const line of lines) {
      const bullet = bulletOf(line);
      if (bullet > 0) items.push({ start: line.start + bullet, end: line.end });
      else if (items.length > 0) items.push({ start: items.pop()!.start, end: line.end });
    }
    return items;
  }
  const head = text.slice(lines[0]!.start, lines[0]!.end);
  return /:\s*$/.test(head) || head.startsWith('==') ? lines.slice(1) : lines;
}

/** Bullets in the middle of lines: what stands before the first of a line is its heading. */
function byBullets(text: string, bullet: RegExp): Span[] | undefined {
  const items: Span[] = [];
  let isInline = false;
  for (const line of linesOf(text)) {
    const bullets = [...text.slice(line.start, line.end).matchAll(bullet)];
    isInline ||= bullets.length >= 2;
    bullets.forEach((found, i) => {
      const next = bullets[i + 1];
      items.push({
        start: line.start + found.index + found[0].length,
        end: next ? line.start + next.index : line.end,
      });
    });
  }
  return isInline ? items : undefined;
}

/** "1) … 2) …" counting up from one; other numbers with a point are not bullets. */
function byNumbers(text: string): Span[] | undefined {
  const found = [...text.matchAll(INLINE_NUMBER)];
  const counted = found.filter((one, i) => Number(one[1]) === i + 1);
  return counted.length >= 2 && counted.length === found.length ? byBullets(text, INLINE_NUMBER) : undefined;
}

/** Items apart by semicolons, or by commas, after a heading that a colon ends. */
function bySigns(text: string): Span[] {
  const colon = outside(text, ':', 0)[0];
  const from = colon === undefined ? 0 : colon + 1;
  const strong = outside(text, ';', from);
  const cuts = strong.length > 0 ? strong : outside(text, ',', from);
  if (cuts.length === 0) return [];
  const items = [...cuts, text.length].map((end, i) => ({ start: i === 0 ? from : cuts[i - 1]! + 1, end }));
  return [...items.slice(0, -1).flatMap(item => joined(text, item)), ...joined(text, items.at(-1)!, true)];
}

/** Takes "and" off an item, and cuts the last one at it. */
function joined(text: string, item: Span, last = false): Span[] {
  const words = text.slice(item.start, item.end);
  const lead = words.length - words.trimStart().length;
  const join = LAST_JOIN.exec(words.trimStart());
  if (join) return [{ start: item.start + lead + join[0].length, end: item.end }];
  const pair = last ? LAST_PAIR.exec(words) : null;
  if (!pair) return [item];
  return [
    { start: item.start, end: item.start + pair.index },
    { start: item.start + pair.index + pair[0].length, end: item.end },
  ];
}

function linesOf(text: string): Span[] {
  return [...text.matchAll(/[^\r\n\u0085\u2028\u2029]+/gu)]
    .filter(([line]) => line.trim() !== '')
    .map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
}

/** @returns where a sign stands outside brackets and quotation marks; a colon inside "https://" is none */
function outside(text: string, sign: string, from: number): number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const character = text[i]!;
    if ('([{«“'.includes(character)) depth++;
    else if (')]}»”'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === sign && depth === 0 && !(sign === ':' && text.startsWith('//', i + 1)))
      found.push(i);
  }
  return found;
}

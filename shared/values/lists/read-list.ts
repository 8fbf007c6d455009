import { folded } from '../folded.ts';
import { withoutMarkup } from '../markup.ts';
import type { ListValue } from './list.ts';
import { BULLET, bullets, LAST_JOIN, LAST_PAIR } from './signs.ts';

/**
 * Reads a list: items on lines with bullets or numbers, bullets flattened into one line ("* [[A]] * [[B]]"),
 * lines without bullets, or a run of commas. The words before the first item, or before a colon, are the heading.
 * @returns undefined where there are not at least two items
 */
export function readList(text: string): ListValue | undefined {
  return byLines(text) ?? byInlineBullets(text) ?? byInlineNumbers(text) ?? byCommas(text);
}

function listOf(heading: string | undefined, items: readonly string[]): ListValue | undefined {
  const shown = items.map(shownItem).filter(Boolean);
  if (shown.length < 2) return undefined;
  const title = heading === undefined ? '' : headingOf(heading);
  return title ? { kind: 'list', heading: title, items: shown } : { kind: 'list', items: shown };
}

/** An item without mark-up and without the comma or semicolon that ends it. */
function shownItem(item: string): string {
  const shown = folded(withoutMarkup(item));
  return /[;,]$/.test(shown) ? shown.slice(0, -1).trimEnd() : shown;
}

function headingOf(words: string): string {
  const shown = folded(withoutMarkup(words)).replace(/^=+ ?/, '');
  let end = shown.length;
  while (end > 0 && '=: '.includes(shown[end - 1]!)) end--;
  return shown.slice(0, end);
}

function byLines(text: string): ListValue | undefined {
  const lines = text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).filter(line => line.trim() !== '');
  if (lines.length < 2) return undefined;
  const first = lines.findIndex(line => BULLET.test(line));
  const bulleted = lines.filter(line => BULLET.test(line)).length;
  if (first >= 0 && bulleted >= 2) {
    return listOf(lines.slice(0, first).join(' '), itemsOf(lines.slice(first)));
  }
  const isHeaded = lines[0]!.trimEnd().endsWith(':') || lines[0]!.startsWith('==');
  return listOf(isHeaded ? lines[0] : undefined, isHeaded ? lines.slice(1) : lines);
}

/** A line without a bullet goes on with the item before it. */
function itemsOf(lines: readonly string[]): readonly string[] {
  const items: string[][] = [];
  for (const line of lines) {
    if (BULLET.test(line)) items.push([line.replace(BULLET, '')]);
    else items.at(-1)?.push(line);
  }
  return items.map(parts => parts.join(' '));
}

function byInlineBullets(text: string): ListValue | undefined {
  const bare = withoutMarkup(text);
  for (const bullet of ['*', ...bullets]) {
    const parts = ` ${bare}`.split(` ${bullet}`);
    if (parts.length >= 3)
      return listOf(
        parts[0],
        parts.slice(1).map(part => part.replace(/^\*+/, '')),
      );
  }
  return undefined;
}

/** "1) … 2) …" or "1. … 2. …" in one line, counting up from one. */
function byInlineNumbers(text: string): ListValue | undefined {
  const bare = ` ${withoutMarkup(text)}`;
  for (const sign of [')', '.']) {
    const starts: number[] = [];
    for (let number = 1, from = 0; ; number++) {
      const start = bare.indexOf(` ${number}${sign} `, from);
      if (start < 0) break;
      starts.push(start);
      from = start + 1;
    }
    if (starts.length < 2) continue;
    const items = starts.map((start, i) => bare.slice(start, starts[i + 1]).replace(/^ \d+[.)] /, ''));
    return listOf(bare.slice(0, starts[0]), items);
  }
  return undefined;
}

function byCommas(text: string): ListValue | undefined {
  const bare = folded(withoutMarkup(text));
  const colon = outside(bare, ':')[0];
  const body = colon === undefined ? bare : bare.slice(colon + 1);
  const separator = outside(body, ';').length > 0 ? ';' : ',';
  const cuts = outside(body, separator);
  if (cuts.length === 0) return undefined;
  const parts = [...cuts, body.length].map((end, i) =>
    body.slice(i === 0 ? 0 : cuts[i - 1]! + 1, end).trim(),
  );
  const last = (parts.pop() ?? '').replace(/[.]$/, '');
  const isJoined = LAST_JOIN.test(last);
  const tail = isJoined ? [last.replace(LAST_JOIN, '')] : splitPair(last);
  return listOf(colon === undefined ? undefined : bare.slice(0, colon), [...parts, ...tail]);
}

function splitPair(words: string): readonly string[] {
  const match = LAST_PAIR.exec(words);
  return match ? [words.slice(0, match.index), words.slice(match.index + match[0].length)] : [words];
}

/** @returns where the sign stands outside brackets and quotation marks; a colon inside "https://" is none. */
function outside(text: string, sign: string): readonly number[] {
  const found: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if ('([{«“'.includes(character)) depth++;
    else if (')]}»”'.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === sign && depth === 0 && !(sign === ':' && text.startsWith('//', i + 1)))
      found.push(i);
  }
  return found;
}

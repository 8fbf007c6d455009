import type { Span } from '../../text/text-like.ts';
import { roleOf } from './cues.ts';
import { isNameLike } from './item-name.ts';
import type { ListBlock, ListItem } from './list-block.ts';
import { type PersonRow, personRow } from './person-row.ts';
import type { Row } from './rows.ts';
import type { View } from './view.ts';

/** So many signed lines make signatures where no words before them say so. */
const FEWEST = 3;
const LONGEST_LINE = 200;
const LONGEST_LABEL = 120;

interface Signed extends Span {
  readonly row: PersonRow;
}

/** Finds lines that name bodies, one a line, without bullets, below words that lead to them: "Signatories:". */
export function lineLists(view: View, rows: readonly Row[]): ListBlock[] {
  const found: ListBlock[] = [];
  for (let i = 0; i < rows.length; i++) {
    const cue = rows[i]!;
    if (cue.bullet || view.text[cue.end - 1] !== ':' || cue.end - cue.start > LONGEST_LABEL) continue;
    const label = { ...view.raw(cue), words: view.text.slice(cue.start, cue.end).replace(/[:\s]+$/u, '') };
    const role = roleOf(undefined, label.words);
    if (role !== 'signatory' && role !== 'member') continue;
    const lines: Row[] = [];
    while (isNameLine(view.text, rows[i + 1])) lines.push(rows[++i]!);
    const people = lines.filter(({ start, end }) => personRow(view.text.slice(start, end))).length;
    if (lines.length < FEWEST || people * 2 > lines.length) continue;
    const items = lines.map((row, at): ListItem => {
      const span = view.raw(row);
      return { ...span, whole: span, name: view.text.slice(row.start, row.end), number: at + 1 };
    });
    const block = { start: items[0]!.start, end: items.at(-1)!.end, cue: label, role, items };
    found.push({ kind: 'lines', of: 'things', isOpen: false, ...block });
  }
  return found;
}

function isNameLine(text: string, row: Row | undefined): row is Row {
  if (!row || row.bullet || row.heading !== undefined || row.end - row.start > LONGEST_LABEL) return false;
  const words = text.slice(row.start, row.end);
  return !/[!?;:]$|[^\p{Lu}\p{L}]\.$|\p{Ll}{4}\.$|\d{3}/u.test(words) && isNameLike(words);
}

/** Finds lines that people have signed: names with what they are, one a line, without bullets. */
export function signatures(view: View, rows: readonly Row[]): ListBlock[] {
  const found: ListBlock[] = [];
  let open: Signed[] = [];
  let before: Row | undefined;
  let title: Row | undefined;
  const close = () => {
    const block = blockOf(view, open, before, title);
    if (block) found.push(block);
    open = [];
  };
  for (const row of rows) {
    const words = row.end - row.start > LONGEST_LINE ? '' : view.text.slice(row.start, row.end);
    const person = row.bullet || row.heading !== undefined || words === '' ? undefined : personRow(words);
    if (person) open.push({ start: row.start, end: row.end, row: person });
    else {
      close();
      before = row;
      if (row.heading !== undefined || (title === undefined && row.end - row.start <= LONGEST_LABEL))
        title = row;
    }
  }
  close();
  return found;
}

function blockOf(
  view: View,
  signed: readonly Signed[],
  before: Row | undefined,
  title: Row | undefined,
): ListBlock | undefined {
  const label = (row: Row | undefined) =>
    row && {
      ...view.raw(row),
      words: view.text.slice(Math.max(row.start, row.end - 300), row.end).replace(/[:\s]+$/u, ''),
    };
  const cue = label(before);
  const isShort = before !== undefined && before.end - before.start <= LONGEST_LABEL;
  const role = cue && isShort ? roleOf(undefined, cue.words) : undefined;
  const isCued = role === 'signatory' || role === 'speaker' || role === 'person';
  const said = signed.filter(({ row }) => row.about !== undefined).length;
  const known = signed.filter(({ row }) => row.isKnown).length;
  const isSigned = signed.length >= FEWEST && said * 2 >= signed.length && known * 2 >= signed.length;
  if (signed.length < 2 || !(isSigned || (isCued && known * 3 >= signed.length))) return undefined;
  const heading = label(title);
  const items = signed.map((one, i) => itemOf(view, one, i + 1));
  return {
    kind: 'signatures',
    of: 'people',
    start: items[0]!.whole.start,
    end: items.at(-1)!.whole.end,
    ...(heading ? { heading } : {}),
    ...(cue && isShort ? { cue } : {}),
    role: isCued ? role : 'signatory',
    isOpen: false,
    items,
  };
}

function itemOf(view: View, { start, end, row }: Signed, number: number): ListItem {
  const words = view.text.slice(start, end);
  const within = (span: Span) => view.raw({ start: start + span.start, end: start + span.end });
  return {
    ...within(row.name),
    whole: view.raw({ start, end }),
    name: words.slice(row.name.start, row.name.end),
    number,
    ...(row.about
      ? { about: words.slice(row.about.start, row.about.end), aboutSpan: within(row.about) }
      : {}),
  };
}

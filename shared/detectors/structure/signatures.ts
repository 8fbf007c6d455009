import type { Span } from '../../text/text-like.ts';
import { roleOf } from './cues.ts';
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

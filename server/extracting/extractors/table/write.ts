import { addText, type PartText, type Segment, trimSegments } from '../../several-texts.ts';
import { TextBuilder } from '../../text-builder.ts';
import type { TableCell } from './read-rows.ts';

/** A text in a column. */
export interface CellText extends PartText {
  readonly segments: readonly Segment[];
}

type Rows = readonly (readonly TableCell[])[];

/** @returns the texts of a column, with their rows' numbers; rows without one are left out */
export function textsOf(text: string, rows: Rows, column: number): CellText[] {
  return rows.flatMap((row, i) => {
    const cell = row[column];
    const segments = cell ? trimSegments(segmentsOf(text, cell)) : [];
    const beginning = segments[0] ? text.slice(segments[0].from, segments[0].from + 300) : '';
    return segments.length > 0 ? [{ number: i + 1, beginning, segments }] : [];
  });
}

/** Writes texts of a column one after another. */
export function writeTexts(texts: readonly CellText[], column: string): TextBuilder {
  const builder = new TextBuilder();
  for (const { number, segments } of texts) addText(builder, segments, { row: number, column });
  return builder;
}

/** Writes a table as one: a row a line, a tab between cells. */
export function writeTable(
  text: string,
  header: readonly TableCell[] | undefined,
  rows: Rows,
  names: readonly string[],
): TextBuilder {
  const builder = new TextBuilder();
  builder.open({ kind: 'table' });
  const write = (row: readonly TableCell[], number: number | undefined): void => {
    builder.lines(1);
    builder.open({ kind: 'row' });
    names.forEach((column, i) => {
      if (i > 0) builder.mark('\t');
      builder.openHere({ kind: 'cell', header: number === undefined });
      const cell = row[i];
      for (const segment of cell ? trimSegments(segmentsOf(text, cell)) : [])
        builder.add(segment.text.replace(/[\t\n]/g, ' '), {
          ...(number === undefined ? {} : { row: number }),
          column,
          from: segment.from,
          to: segment.to,
        });
      builder.close();
    });
    builder.close();
  };
  if (header) write(header, undefined);
  for (const [i, row] of rows.entries()) write(row, i + 1);
  builder.close();
  return builder;
}

/** A cell's text in runs that stand in the file as they are; of two quotation marks that stand for one, the second. */
function segmentsOf(text: string, { from, to, quoted }: TableCell): Segment[] {
  const segments: Segment[] = [];
  const special = quoted ? /""|\r\n?|\n/g : /\r\n?|\n/g;
  special.lastIndex = 0;
  const there = text.slice(from, to);
  let at = 0;
  const add = (end: number): void => {
    if (end > at) segments.push({ text: there.slice(at, end), from: from + at, to: from + end });
  };
  for (let found = special.exec(there); found; found = special.exec(there)) {
    add(found.index);
    at = found.index + 1;
    if (found[0] === '""') continue;
    at = special.lastIndex;
    segments.push({ text: '\n', from: from + found.index, to: from + at });
  }
  add(there.length);
  return segments;
}

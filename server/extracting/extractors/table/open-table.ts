import { ownChoice } from '../../../../shared/derivation/own-values.ts';
import { type Remark, remark } from '../../../../shared/derivation/remarks.ts';
import type { ExtractionOptions } from '../../../../shared/model/derivation.ts';
import { type Choice, type Extracted, type OriginalFile, Unextractable } from '../../extractor.ts';
import { latest } from '../../latest.ts';
import { chooseTexts, titleFrom } from '../../several-texts.ts';
import { columnNames, DELIMITERS, type Delimiter, guessDelimiter, guessHeader, rankColumns } from './look.ts';
import { readRows, type TableCell } from './read-rows.ts';
import { textsOf, writeTable, writeTexts } from './write.ts';

/** A table of more cells is not written as one: where each came from would take more than its words. */
const MOST_CELLS = 300_000;
const MOST_COLUMNS = 1000;

type Row = readonly TableCell[];

/**
 * Reads delimited text.
 * @returns what makes text of it, by the options `content`, `column`, `rows`, `part`, `header` and `delimiter`; it throws
 * Unextractable where there is none
 */
export function openTable({ text = '', name }: OriginalFile): (options: ExtractionOptions) => Extracted {
  const guessed = guessDelimiter(text, name);
  const cut = latest((delimiter: Delimiter) => {
    const { rows, unclosed } = readRows(text, delimiter);
    if (rows.length === 0)
      throw new Unextractable('This table has no rows: there is nothing but empty lines in it.');
    const lay = latest((header: boolean) => layOut(text, rows, header, unclosed));
    return { hasHeader: guessHeader(text, rows), lay };
  });
  return options => {
    const delimiter = DELIMITERS.find(one => one === options.delimiter) ?? guessed;
    const { hasHeader, lay } = cut(delimiter);
    const header = typeof options.header === 'boolean' ? options.header : hasHeader;
    const laid = lay(header);
    const { contents, names, columns, remarks } = laid;
    const content = contents.find(one => one === options.content) ?? contents[0]!;
    const choices: Choice[] = contents.length > 1 ? [ownChoice('content', contents)] : [];
    const settings = [
      ownChoice('header', [hasHeader, !hasHeader]),
      ownChoice('delimiter', [guessed, ...DELIMITERS.filter(one => one !== guessed)]),
    ];
    const applied = { content, header, delimiter };
    if (content === 'table') {
      const built = writeTable(text, laid.header, laid.body, names).build();
      return { ...built, ...titleFrom(name), options: applied, choices: [...choices, ...settings], remarks };
    }
    const column = columns.find(one => one === options.column) ?? columns[0]!;
    const chosen = chooseTexts(laid.textsIn(column), options);
    if (chosen.texts.length === 0)
      throw new Unextractable(`Column "${column}" of this table holds no text. Choose another column.`);
    choices.push({ name: 'column', values: columns.map(value => ({ value, label: value })) });
    return {
      ...writeTexts(chosen.texts, column).build(),
      ...(chosen.isOne ? {} : titleFrom(name)),
      options: { ...applied, column, ...chosen.options },
      choices: [...choices, ...chosen.choices, ...settings],
      remarks: [...chosen.remarks, ...remarks],
    };
  };
}

/** Tells the rows of a table from its header, and what its columns hold. */
function layOut(text: string, rows: readonly Row[], header: boolean, unclosed: boolean) {
  const names = columnNames(text, rows, header);
  if (names.length > MOST_COLUMNS)
    throw new Unextractable(
      `This table has ${names.length} columns, which is more than the ${MOST_COLUMNS} that are taken.`,
    );
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0)
    throw new Unextractable(
      'This table has a header but no rows. Add it as plain text to have it as it stands.',
    );
  const { order, isText } = rankColumns(text, body, names.length);
  const contents: ('column' | 'table')[] = isText ? ['column', 'table'] : ['table', 'column'];
  return {
    header: header ? rows[0] : undefined,
    body,
    names,
    /** What is likeliest to be the text, first. */
    contents: rows.length * names.length > MOST_CELLS ? (['column'] as const) : contents,
    columns: order.map(i => names[i]!),
    textsIn: latest((column: string) => textsOf(text, body, names.indexOf(column))),
    remarks: remarksOf(body, names.length, unclosed),
  };
}

function remarksOf(rows: readonly Row[], width: number, unclosed: boolean): Remark[] {
  const uneven = rows.filter(({ length }) => length !== width).length;
  return [
    ...(uneven > 0 ? [remark('rows-uneven', { count: uneven })] : []),
    ...(unclosed ? [remark('quote-unclosed')] : []),
  ];
}

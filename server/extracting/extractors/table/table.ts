import {
  type Choice,
  type Extracted,
  type Extractor,
  type OriginalFile,
  Unextractable,
} from '../../extractor.ts';
import { chooseTexts, titleFrom } from '../../several-texts.ts';

/** A table of more cells is not written as one: where each came from would take more than its words. */
const MOST_CELLS = 300_000;
const MOST_COLUMNS = 1000;
const NAMES: Readonly<Record<string, string>> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab', '|': 'Bar' };

/** Reads tables of delimited text (CSV, TSV): the texts of one column, or the table itself. */
export const table: Extractor = {
  id: 'table',
  version: '1',
  label: 'a table',
  mediaType: 'text/csv',
  endings: ['csv', 'tsv', 'tab'],
  reads: 'text',
  recognises: (_beginning, name) => /\.(?:csv|tsv|tab)$/i.test(name ?? ''),
  async extract({ text = '', name }: OriginalFile, options): Promise<Extracted> {
    const [look, { readRows }, write] = await Promise.all([
      import('./look.ts'),
      import('./read-rows.ts'),
      import('./write.ts'),
    ]);
    const guessed = look.guessDelimiter(text, name);
    const delimiter = look.DELIMITERS.find(one => one === options.delimiter) ?? guessed;
    const { rows, unclosed } = readRows(text, delimiter);
    if (rows.length === 0) throw new Unextractable('This table has no rows.');
    const hasHeader = look.guessHeader(text, rows);
    const header = typeof options.header === 'boolean' ? options.header : hasHeader;
    const names = look.columnNames(text, rows, header);
    if (names.length > MOST_COLUMNS)
      throw new Unextractable(
        `This table has ${names.length} columns, which is more than the ${MOST_COLUMNS} that are taken.`,
      );
    const body = header ? rows.slice(1) : rows;
    if (body.length === 0) throw new Unextractable('This table has a header but no rows.');
    const { order, isText } = look.rankColumns(text, body, names.length);
    const cells = rows.length * names.length;
    const contents = cells > MOST_CELLS ? ['column'] : isText ? ['column', 'table'] : ['table', 'column'];
    const content = contents.find(one => one === options.content) ?? contents[0]!;

    const choices: Choice[] = [];
    if (contents.length > 1)
      choices.push({
        name: 'content',
        values: contents.map(value => ({
          value,
          label: value === 'column' ? 'The texts of one column' : 'The table itself',
        })),
      });
    const settings: Choice[] = [
      {
        name: 'header',
        values: [hasHeader, !hasHeader].map(value => ({
          value,
          label: value ? 'The first row names the columns' : 'The first row is one like the others',
        })),
      },
      {
        name: 'delimiter',
        values: [guessed, ...look.DELIMITERS.filter(one => one !== guessed)].map(value => ({
          value,
          label: NAMES[value]!,
        })),
      },
    ];
    const applied = { content, header, delimiter };
    const remarks = remarksOf(body, names.length, unclosed);
    if (content === 'table') {
      const built = write.writeTable(text, header ? rows[0] : undefined, body, names).build();
      return { ...built, ...titleFrom(name), options: applied, choices: [...choices, ...settings], remarks };
    }
    const columns = order.map(i => names[i]!);
    const column = columns.find(one => one === options.column) ?? columns[0]!;
    const chosen = chooseTexts(write.textsOf(text, body, names.indexOf(column)), options);
    if (chosen.texts.length === 0)
      throw new Unextractable(`Column "${column}" of this table holds no text. Choose another column.`);
    const built = write.writeTexts(chosen.texts, column).build();
    choices.push({ name: 'column', values: columns.map(value => ({ value, label: value })) });
    return {
      ...built,
      ...(chosen.isOne ? {} : titleFrom(name)),
      options: { ...applied, column, ...chosen.options },
      choices: [...choices, ...chosen.choices, ...settings],
      remarks,
    };
  },
};

function remarksOf(rows: readonly (readonly unknown[])[], width: number, unclosed: boolean): string[] {
  const remarks: string[] = [];
  const uneven = rows.filter(({ length }) => length !== width).length;
  if (uneven > 0) remarks.push(`Rows with fewer cells than the longest: ${uneven}.`);
  if (unclosed) remarks.push('A quotation mark is opened and never closed; it is taken as it stands.');
  return remarks;
}

import type { ExtractOpened, Extractor, OriginalFile } from '../../extractor.ts';

async function open(file: OriginalFile): Promise<ExtractOpened> {
  const { openTable } = await import('./open-table.ts');
  return openTable(file);
}

/** Reads tables of delimited text (CSV, TSV): the texts of one column, or the table itself. */
export const table: Extractor = {
  id: 'table',
  version: '1',
  label: 'a table',
  mediaType: 'text/csv',
  endings: ['csv', 'tsv', 'tab'],
  reads: 'text',
  recognises: (_beginning, name) => /\.(?:csv|tsv|tab)$/i.test(name ?? ''),
  open,
  extract: async (file, options) => (await open(file))(options),
};

import { parse } from 'csv-parse/sync';
import { claimType } from '../../claim-types/registry.ts';
import { AnchorState } from '../../model/claim.ts';
import { verdict, workflow } from '../../model/scales.ts';
import { PART_DIVIDER } from '../../text/quote.ts';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignFault,
  ForeignPiece,
  LongFile,
  ReadOptions,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Part, Unit } from '../placing/sought.ts';
import { blocksOf } from './blocks.ts';
import { readCell } from './cells.ts';

/** What the columns that are read may be called, in lower case. */
const NAMES = {
  words: ['words', 'quote', 'exact', 'surface', 'passage', 'span', 'text', 'claim text', 'claimreviewed'],
  id: ['claim', 'id', 'annotation'],
  type: ['type', 'label', 'category', 'class'],
  prefix: ['prefix', 'before'],
  suffix: ['suffix', 'after'],
  start: ['start', 'begin', 'start_offset', 'from'],
  end: ['end', 'end_offset', 'to'],
  ranges: ['ranges'],
  document: ['document', 'document id', 'doc'],
  revision: ['revision'],
  origin: ['origin', 'url', 'uri', 'address', 'source'],
  title: ['title', 'document title', 'file', 'filename'],
  fields: ['fields'],
  state: ['state'],
  workflow: ['workflow', 'status'],
  verdict: ['verdict', 'rating'],
  tags: ['tags', 'tag', 'labels'],
  notes: ['notes', 'note', 'comment', 'comments', 'remark'],
  author: ['author', 'user', 'creator', 'annotator'],
  made: ['made', 'created', 'date'],
} as const;
type Name = keyof typeof NAMES;
type Cells = Partial<Record<Name, string>>;

/** Most columns of a table, and longest name of one in UTF-16 code units: each row is kept with their names. */
const MOST_COLUMNS = 1000;
const LONGEST_NAME = 200;

const DELIMITERS = [',', ';', '\t'];

/** Reads tables of quotes, some rows at a time: a row an annotation. Which column is which is told by the first row. */
export async function* read(
  files: readonly LongFile[],
  { unit = 'utf16' }: ReadOptions,
): AsyncGenerator<ForeignPiece> {
  for (const file of files) {
    const table = new Table(file.name, files.length > 1 ? `${file.name} ` : '', unit);
    let delimiter: string | undefined;
    const delimited = (first: string): string => {
      delimiter = delimiterOf(first);
      return delimiter;
    };
    for await (const { text, ending } of blocksOf(file.text(), delimited))
      for (const row of parsed(text, delimiter, ending)) {
        const read = table.take(row);
        if (read)
          yield 'target' in read ? { is: 'annotation', annotation: read } : { is: 'fault', fault: read };
      }
    table.requireWords();
  }
}

/** A table whose first row says what its columns are. */
class Table {
  readonly #name: string;
  readonly #prefix: string;
  readonly #unit: Unit;
  #header: readonly string[] | undefined;
  #places: Partial<Record<Name, number>> = {};
  #rows = 0;

  constructor(name: string, prefix: string, unit: Unit) {
    this.#name = name;
    this.#prefix = prefix;
    this.#unit = unit;
  }

  /** @returns what a row says; undefined for the first @throws FormatError where no column holds words */
  take(row: readonly string[]): ForeignAnnotation | ForeignFault | undefined {
    this.#rows++;
    if (!this.#header) {
      this.#header = row;
      requireFewColumns(row, this.#name);
      this.#places = placesOf(row);
      this.requireWords();
      return undefined;
    }
    const cells: Cells = {};
    for (const [column, at] of Object.entries(this.#places) as [Name, number][]) {
      const cell = readCell(row[at] ?? '');
      if (cell.trim() !== '') cells[column] = cell;
    }
    const id = `${this.#prefix}row ${this.#rows}`;
    const parts = partsOf(cells, this.#unit);
    if (parts.length === 0) return { id, says: 'The row has neither words nor numbers.' };
    return annotationOf(cells, parts, id, this.#header, row);
  }

  requireWords(): void {
    const { words, start, ranges } = this.#places;
    if (words === undefined && start === undefined && ranges === undefined)
      throw new FormatError(
        'columns',
        `No column of ${this.#name || 'the file'} holds words; call one of them "words" or "quote".`,
      );
  }
}

export function recognises({ name, text }: FileHead): boolean {
  if (!/\.(csv|tsv)$/i.test(name)) return false;
  try {
    const places = placesOf(parsed(text.slice(0, 2000).split(/\r?\n/)[0]!)[0] ?? []);
    return places.words !== undefined;
  } catch {
    return false;
  }
}

function requireFewColumns(header: readonly string[], name: string): void {
  const called = name || 'The file';
  if (header.length > MOST_COLUMNS)
    throw new FormatError(
      'columns',
      `${called} has ${header.length} columns, which is more than the ${MOST_COLUMNS} that are taken.`,
    );
  const long = header.findIndex(cell => cell.length > LONGEST_NAME);
  if (long >= 0)
    throw new FormatError(
      'columns',
      `The name of column ${long + 1} of ${called} is longer than ${LONGEST_NAME} characters; its first row should hold names.`,
    );
}

const delimiterOf = (first: string): string =>
  DELIMITERS.toSorted((a, b) => first.split(b).length - first.split(a).length)[0]!;

function parsed(
  text: string,
  delimiter = delimiterOf(/^[^\r\n]*/.exec(text)![0]),
  ending?: string,
): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      relax_quotes: true,
      ...(ending === undefined ? {} : { record_delimiter: ending }),
    });
  } catch (error) {
    throw new FormatError('', `This is not a table of comma-separated values: ${(error as Error).message}.`);
  }
}

function placesOf(header: readonly string[]): Partial<Record<Name, number>> {
  const names = header.map(cell => cell.trim().toLowerCase());
  const places: Partial<Record<Name, number>> = {};
  for (const [column, synonyms] of Object.entries(NAMES) as [Name, readonly string[]][]) {
    const at = synonyms.map(name => names.indexOf(name)).find(found => found >= 0);
    if (at !== undefined) places[column] = at;
  }
  return places;
}

function partsOf({ words, prefix, suffix, ...cells }: Cells, unit: Unit): Part[][] {
  const spans = [
    ...(cells.ranges ?? `${cells.start ?? ''}-${cells.end ?? ''}`).matchAll(/(\d{1,15})-(\d{1,15})/g),
  ].map(([, start, end]) => ({ start: Number(start), end: Number(end), unit }));
  const pieces = words?.split(PART_DIVIDER) ?? [];
  if (spans.length < 2 || pieces.length !== spans.length) {
    if (words === undefined && spans.length === 0) return [];
    if (spans.length > 1) return spans.map(span => [{ by: 'words', positions: [span] }]);
    const quote =
      words === undefined ? undefined : { exact: words, prefix: prefix ?? '', suffix: suffix ?? '' };
    return [[{ by: 'words', positions: spans, ...(quote ? { quote } : {}) }]];
  }
  return spans.map((span, i) => [{ by: 'words', positions: [span], quote: { exact: pieces[i]! } }]);
}

function annotationOf(
  cells: Cells,
  parts: Part[][],
  id: string,
  header: readonly string[],
  row: readonly string[],
): ForeignAnnotation {
  const { document, revision, origin, title, type = '', author, made } = cells;
  const isOurs = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cells.id ?? '');
  const sources = [revision === undefined ? undefined : `urn:uuid:${revision}`, document, origin].filter(
    source => source !== undefined,
  );
  const found = verdict.schema.safeParse(cells.verdict?.trim().toLowerCase());
  const step = workflow.schema.safeParse(cells.workflow?.trim().toLowerCase());
  const spilled = [
    ...(cells.verdict && !found.success ? [`Verdict: ${cells.verdict}`] : []),
    ...(cells.workflow && !step.success ? [`Status: ${cells.workflow}`] : []),
  ];
  const own = claimType(type.trim().toLowerCase())?.id;
  const state = AnchorState.safeParse(cells.state);
  return {
    id: isOurs ? `urn:uuid:${cells.id}` : (cells.id ?? id),
    ...(own === undefined ? (type.trim() === '' ? {} : { label: type.trim() }) : { type: own }),
    target: { about: { sources, ...(title === undefined ? {} : { title }) }, sought: { parts } },
    ...fieldsOf(cells.fields),
    ...(found.success ? { verdict: found.data } : {}),
    ...(step.success ? { workflow: step.data } : {}),
    ...(isOurs && state.success ? { anchorState: state.data } : {}),
    tags: [...(cells.tags?.split('\n') ?? []), ...spilled],
    notes: (cells.notes?.split('\n') ?? []).map(text => ({ text })),
    ...(author === undefined ? {} : { by: author }),
    ...(made === undefined ? {} : { at: made }),
    original: JSON.stringify(
      Object.fromEntries(header.slice(0, row.length).map((name, i) => [name, row[i]!])),
    ),
  };
}

function fieldsOf(cell: string | undefined): { fields?: Record<string, string> } {
  const fields: Record<string, string> = {};
  for (const line of cell?.split('\n') ?? []) {
    const match = /^([a-z][A-Za-z0-9]{0,39}): ([\s\S]{0,5000})$/.exec(line);
    if (match) fields[match[1]!] = match[2]!;
  }
  return Object.keys(fields).length > 0 ? { fields } : {};
}

import { z } from 'zod';
import type { SoughtQuote } from '../../text/quotes/found-quote.ts';
import type {
  AnnotationFile,
  ForeignAnnotation,
  ForeignAnnotations,
  ForeignFault,
  ForeignNote,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Position } from '../placing/sought.ts';
import { readJson } from '../read-json.ts';

const Row = z.looseObject({
  id: z.string().min(1),
  uri: z.string().optional(),
  user: z.string().optional(),
  text: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  created: z.string().optional(),
  references: z.array(z.string()).nullish(),
  permissions: z.looseObject({ read: z.array(z.string()).optional() }).nullish(),
  target: z
    .array(z.looseObject({ source: z.string().optional(), selector: z.array(z.unknown()).nullish() }))
    .nullish(),
  document: z.looseObject({ title: z.array(z.string()).optional() }).nullish(),
});
type Row = z.infer<typeof Row>;

const Numbers = z.object({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() });
const Quote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});

/**
 * Reads Hypothesis: what its search API answers, what its client exports, or a list of annotations. Replies are notes on
 * what they reply to. Positions count UTF-16 units of a page's text; the quote decides, white space folded.
 */
export function read(files: readonly AnnotationFile[]): ForeignAnnotations {
  const rows: Row[] = [];
  const faults: ForeignFault[] = [];
  for (const file of files)
    for (const [i, raw] of rowsOf(file).entries()) {
      const row = Row.safeParse(raw);
      if (row.success) rows.push(row.data);
      else
        faults.push({
          id: `annotation ${i + 1}`,
          says: `${row.error.issues[0]!.path.join('.')} is not as Hypothesis has it.`,
        });
    }
  const homes = new Set<string>();
  const annotations: { row: Row; made: ForeignAnnotation }[] = [];
  for (const row of rows) {
    if (row.references?.length) continue;
    const made = annotationOf(row);
    if (made) {
      homes.add(row.id);
      annotations.push({ row, made });
    } else faults.push({ id: row.id, says: 'It is a note on the page as a whole, not on words in it.' });
  }
  const replies = new Map<string, ForeignNote[]>();
  const originals = new Map<string, string[]>();
  for (const row of rows.toSorted((a, b) => ((a.created ?? '') < (b.created ?? '') ? -1 : 1))) {
    const root = row.references?.[0];
    if (root === undefined) continue;
    if (!homes.has(root))
      faults.push({ id: row.id, says: `It replies to ${root}, which is not on words in a text here.` });
    else {
      const notes = replies.get(root) ?? [];
      if (notes.push(noteOf(row)) === 1) replies.set(root, notes);
      const told = originals.get(root) ?? [];
      if (told.push(JSON.stringify(row)) === 1) originals.set(root, told);
    }
  }
  const closed = rows.filter(
    ({ permissions }) => permissions?.read && !permissions.read.some(who => who.startsWith('group:')),
  ).length;
  return {
    texts: new Map(),
    annotations: annotations.map(({ row, made }) => ({
      ...made,
      notes: [...(made.notes ?? []), ...(replies.get(row.id) ?? [])],
      original: [made.original, ...(originals.get(row.id) ?? [])].join('\n'),
    })),
    faults,
    notes:
      closed > 0
        ? [`${closed} of them were to be read by their authors alone; on this desk everybody reads them.`]
        : [],
  };
}

export function recognises({ text }: AnnotationFile): boolean {
  const head = text.slice(0, 100_000);
  return (
    /^\ufeff?\s*[[{]/.test(head) &&
    /"(rows|export_userid|export_date)"\s*:/.test(head) &&
    /"target"\s*:/.test(head)
  );
}

function rowsOf(file: AnnotationFile): readonly unknown[] {
  const json = readJson(file);
  const listed = Array.isArray(json)
    ? json
    : ((json as Record<string, unknown> | null)?.rows ??
      (json as Record<string, unknown> | null)?.annotations);
  if (!Array.isArray(listed))
    throw new FormatError('rows', `${file.name || 'The file'} has neither "rows" nor "annotations".`);
  return listed;
}

function annotationOf(row: Row): ForeignAnnotation | undefined {
  const { id, uri, tags, created, document, target } = row;
  const [first] = target ?? [];
  const positions: Position[] = [];
  let quote: SoughtQuote | undefined;
  for (const selector of first?.selector ?? []) {
    const numbers = Numbers.safeParse(selector);
    if (numbers.success) positions.push({ start: numbers.data.start, end: numbers.data.end, unit: 'utf16' });
    const words = Quote.safeParse(selector);
    if (words.success)
      quote = { exact: words.data.exact, prefix: words.data.prefix ?? '', suffix: words.data.suffix ?? '' };
  }
  if (!quote && positions.length === 0) return undefined;
  const sources = [uri, first?.source].filter(source => source !== undefined);
  const by = nameOf(row.user);
  const text = row.text?.trim() ? [noteOf(row)] : [];
  return {
    id,
    target: {
      about: { sources, ...(document?.title?.[0] === undefined ? {} : { title: document.title[0] }) },
      sought: { parts: [[{ by: 'words', positions, ...(quote ? { quote } : {}) }]], spaces: 'runs' },
    },
    tags: tags ?? [],
    notes: text,
    ...(by === undefined ? {} : { by }),
    ...(created === undefined ? {} : { at: created }),
    original: JSON.stringify(row),
  };
}

/** A reply answers the last one it refers to, where that is a reply itself or words of the first. */
function noteOf({ id, text, user, created, references }: Row): ForeignNote {
  const by = nameOf(user);
  const replyTo = references?.at(-1);
  return {
    id,
    text: text ?? '',
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(by === undefined ? {} : { by }),
    ...(created === undefined ? {} : { at: created }),
  };
}

const nameOf = (user: string | undefined): string | undefined =>
  user?.replace(/^acct:/, '').replace(/@.*$/, '');

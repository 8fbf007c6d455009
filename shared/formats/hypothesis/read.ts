import { z } from 'zod';
import type { SoughtQuote } from '../../text/quotes/found-quote.ts';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignFault,
  ForeignNote,
  ForeignPiece,
  LongFile,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Position } from '../placing/sought.ts';
import { readItems } from '../read-json.ts';

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
 * Reads Hypothesis: what its search API answers, what its client exports, or a list of annotations, in two passes. Replies
 * are notes on what they reply to, and may stand before or after it. Positions count UTF-16 units of a page's text; the
 * quote decides, white space folded.
 */
export async function* read(files: readonly LongFile[]): AsyncGenerator<ForeignPiece> {
  const threads = new Threads();
  for await (const one of rowsOf(files)) if ('row' in one) threads.know(one.row);
  for await (const one of rowsOf(files)) {
    if ('fault' in one) yield { is: 'fault', fault: one.fault };
    else if (!one.row.references?.length) yield pieceOf(one.row, threads);
  }
  for (const fault of threads.faults) yield { is: 'fault', fault };
  if (threads.closed > 0)
    yield {
      is: 'note',
      says: `${threads.closed} of them were to be read by their authors alone; on this desk everybody reads them.`,
    };
}

function pieceOf(row: Row, threads: Threads): ForeignPiece {
  const made = annotationOf(row);
  if (made) return { is: 'annotation', annotation: threads.with(made) };
  const says = 'It is a note on the page as a whole, not on words in it.';
  return { is: 'fault', fault: { id: row.id, says } };
}

/** What replies to what. */
class Threads {
  /** How many were to be read by their authors alone. */
  closed = 0;
  /** Annotations of words. */
  readonly #homes = new Set<string>();
  readonly #replies = new Map<string, { note: ForeignNote; original: string }[]>();

  know(row: Row): void {
    const { id, references, permissions } = row;
    if (permissions?.read && !permissions.read.some(who => who.startsWith('group:'))) this.closed++;
    const root = references?.[0];
    if (root === undefined) {
      if (selectorsOf(row).some(isOfWords)) this.#homes.add(id);
      return;
    }
    const replies = this.#replies.get(root) ?? [];
    const reply = { note: noteOf(row), original: JSON.stringify(row) };
    if (replies.push(reply) === 1) this.#replies.set(root, replies);
  }

  /** @returns an annotation with what replies to it, oldest first */
  with(made: ForeignAnnotation): ForeignAnnotation {
    const replies = (this.#replies.get(made.id) ?? []).toSorted((a, b) =>
      compare(a.note.at ?? '', b.note.at ?? ''),
    );
    return {
      ...made,
      notes: [...(made.notes ?? []), ...replies.map(({ note }) => note)],
      original: [made.original, ...replies.map(({ original }) => original)].join('\n'),
    };
  }

  /** Replies to what is no annotation of words. */
  get faults(): ForeignFault[] {
    return [...this.#replies].flatMap(([root, replies]) =>
      this.#homes.has(root)
        ? []
        : replies.map(({ note }) => ({
            id: note.id!,
            says: `It replies to ${root}, which is not on words in a text here.`,
          })),
    );
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function recognises({ text }: FileHead): boolean {
  const head = text.slice(0, 100_000);
  return (
    /^\ufeff?\s*[[{]/.test(head) &&
    /"(rows|export_userid|export_date)"\s*:/.test(head) &&
    /"target"\s*:/.test(head)
  );
}

async function* rowsOf(files: readonly LongFile[]): AsyncGenerator<{ row: Row } | { fault: ForeignFault }> {
  for (const file of files) {
    let i = 0;
    let isOther = false;
    for await (const { value, of, taken } of readItems(file, { lists: ['rows', 'annotations'] })) {
      if (of === undefined) isOther = !taken?.length;
      if (of === undefined || taken) continue;
      i++;
      const row = Row.safeParse(value);
      if (row.success) yield { row: row.data };
      else {
        const says = `${row.error.issues[0]!.path.join('.')} is not as Hypothesis has it.`;
        yield { fault: { id: `annotation ${i}`, says } };
      }
    }
    if (isOther)
      throw new FormatError('rows', `${file.name || 'The file'} has neither "rows" nor "annotations".`);
  }
}

const selectorsOf = ({ target }: Row): readonly unknown[] => target?.[0]?.selector ?? [];

const isOfWords = (selector: unknown): boolean =>
  Numbers.safeParse(selector).success || Quote.safeParse(selector).success;

function annotationOf(row: Row): ForeignAnnotation | undefined {
  const { id, uri, tags, created, document, target } = row;
  const positions: Position[] = [];
  let quote: SoughtQuote | undefined;
  for (const selector of selectorsOf(row)) {
    const numbers = Numbers.safeParse(selector);
    if (numbers.success) positions.push({ start: numbers.data.start, end: numbers.data.end, unit: 'utf16' });
    const words = Quote.safeParse(selector);
    if (words.success)
      quote = { exact: words.data.exact, prefix: words.data.prefix ?? '', suffix: words.data.suffix ?? '' };
  }
  if (!quote && positions.length === 0) return undefined;
  const sources = [uri, target?.[0]?.source].filter(source => source !== undefined);
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

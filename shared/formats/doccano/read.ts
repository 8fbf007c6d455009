import { z } from 'zod';
import type { FileHead, ForeignPiece, LongFile, ReadOptions } from '../foreign.ts';
import { FormatError } from '../format.ts';
import { countsDiffer } from '../placing/units-differ.ts';
import { readRecords } from '../read-json.ts';
import { sayRelated } from '../relations.ts';

const Offset = z.int();
const Span = z.union([
  z
    .tuple([Offset, Offset, z.union([z.string(), z.number()])], z.unknown())
    .transform(([start, end, label]) => ({ id: undefined, start, end, label })),
  z
    .object({
      id: z.union([z.string(), z.number()]).optional(),
      start_offset: Offset,
      end_offset: Offset,
      label: z.union([z.string(), z.number()]).nullish(),
    })
    .transform(({ id, start_offset, end_offset, label }) => ({
      id,
      start: start_offset,
      end: end_offset,
      label: label ?? '',
    })),
]);
const Relation = z.object({
  from_id: z.union([z.string(), z.number()]),
  to_id: z.union([z.string(), z.number()]),
  type: z.string().nullish(),
});
const Title = z.object({ title: z.string().min(1) });

/** What columns of spans are called in the exports of its versions. */
const SPANS = ['entities', 'label', 'labels', 'spans'];

/**
 * Reads doccano's JSON Lines of sequence labelling and relation extraction: a text a line. The file has no words beside
 * its numbers; they are UTF-16 code units where nobody says otherwise.
 */
export async function* read(files: readonly LongFile[], options: ReadOptions): AsyncGenerator<ForeignPiece> {
  const unsure = new Unsure();
  for (const file of files) {
    let i = 0;
    for await (const record of readRecords(file)) {
      const place = `${files.length > 1 ? `${file.name} ` : ''}record ${++i}`;
      yield* piecesIn(record, place, options, unsure);
    }
  }
  for (const says of unsure.notes) yield { is: 'note', says };
}

function* piecesIn(
  record: unknown,
  place: string,
  { unit }: ReadOptions,
  unsure: Unsure,
): Generator<ForeignPiece> {
  if (typeof record !== 'object' || record === null)
    throw new FormatError(place, `${place} is no object, as doccano writes them.`);
  const members = record as Record<string, unknown>;
  const text = members.text ?? members.data;
  const spans = SPANS.flatMap(name => (Array.isArray(members[name]) ? members[name] : []));
  if (typeof text !== 'string' || text === '') {
    yield { is: 'fault', fault: { id: place, says: 'It has no text.' } };
    return;
  }
  const title = Title.safeParse(members).data?.title ?? Title.safeParse(members.meta).data?.title;
  yield { is: 'text', key: place, text: { title: title ?? '', text } };
  if (unit === undefined && spans.length > 0 && countsDiffer(text)) unsure.count++;
  const related = new Map<string | number, z.infer<typeof Relation>[]>();
  for (const relation of relationsOf(members.relations)) {
    const known = related.get(relation.from_id);
    if (known) known.push(relation);
    else related.set(relation.from_id, [relation]);
  }
  const words = new Words(text, spans);
  for (const [n, raw] of spans.entries()) {
    const span = Span.safeParse(raw);
    const id = `${place}, ${span.data?.id ?? `span ${n + 1}`}`;
    if (!span.success) {
      const whole = typeof raw === 'string';
      const says = whole ? 'It is about the text as a whole, not about words in it.' : 'It is no span.';
      yield { is: 'fault', fault: { id, says } };
      continue;
    }
    const { start, end, label } = span.data;
    const position = { start, end, unit: unit ?? ('utf16' as const) };
    const own = (span.data.id === undefined ? undefined : related.get(span.data.id)) ?? [];
    const annotation = {
      id,
      ...(label === '' ? {} : { label: String(label) }),
      target: { text: place, sought: { parts: [[{ by: 'words' as const, positions: [position] }]] } },
      notes: own.map(({ to_id, type }) => ({
        text: sayRelated({ type: type ?? '', id: String(to_id), words: words.of(to_id) }),
      })),
      original: JSON.stringify(own.length > 0 ? { ...(raw as object), relations: own } : raw),
    };
    yield { is: 'annotation', annotation };
  }
}

/** Texts of which programs may count the letters differently. */
class Unsure {
  count = 0;

  get notes(): string[] {
    return this.count === 0 ? [] : [sayUnsure(this.count)];
  }
}

export function recognises({ name, text }: FileHead): boolean {
  if (!/\.(jsonl?|txt)$/i.test(name) || !/^\ufeff?\s*[[{]/.test(text)) return false;
  const head = text.slice(0, 100_000);
  return (
    /"(text|data)"\s*:\s*"/.test(head) &&
    /"(entities|labels?)"\s*:\s*\[/.test(head) &&
    !/"result"\s*:\s*\[/.test(head)
  );
}

function relationsOf(value: unknown): z.infer<typeof Relation>[] {
  return (Array.isArray(value) ? value : []).flatMap(one => Relation.safeParse(one).data ?? []);
}

/** The words on which spans stand, by their ids. */
class Words {
  readonly #text: string;
  readonly #spans: readonly unknown[];
  #known: Map<string | number, string> | undefined;

  constructor(text: string, spans: readonly unknown[]) {
    this.#text = text;
    this.#spans = spans;
  }

  of(id: string | number): string | undefined {
    if (!this.#known) {
      this.#known = new Map();
      for (const raw of this.#spans) {
        const span = Span.safeParse(raw).data;
        if (span?.id !== undefined && !this.#known.has(span.id))
          this.#known.set(span.id, this.#text.slice(span.start, span.end));
      }
    }
    return this.#known.get(id);
  }
}

const sayUnsure = (count: number): string =>
  `${count === 1 ? 'One text has' : `${count} texts have`} characters that programs count differently; offsets were taken for UTF-16 code units. If the marks stand beside their words, take the file in again with another unit.`;

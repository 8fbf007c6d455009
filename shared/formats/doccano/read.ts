import { z } from 'zod';
import type {
  AnnotationFile,
  ForeignAnnotation,
  ForeignAnnotations,
  ForeignFault,
  ForeignText,
  ReadOptions,
} from '../foreign.ts';
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
export function read(files: readonly AnnotationFile[], { unit }: ReadOptions): ForeignAnnotations {
  const texts = new Map<string, ForeignText>();
  const annotations: ForeignAnnotation[] = [];
  const faults: ForeignFault[] = [];
  let unsure = 0;
  for (const file of files)
    for (const [i, record] of readRecords(file).entries()) {
      const place = `${files.length > 1 ? `${file.name} ` : ''}record ${i + 1}`;
      if (typeof record !== 'object' || record === null)
        throw new FormatError(place, `${place} is no object, as doccano writes them.`);
      const members = record as Record<string, unknown>;
      const text = members.text ?? members.data;
      const spans = SPANS.flatMap(name => (Array.isArray(members[name]) ? members[name] : []));
      if (typeof text !== 'string' || text === '') {
        faults.push({ id: place, says: 'It has no text.' });
        continue;
      }
      const title = Title.safeParse(members).data?.title ?? Title.safeParse(members.meta).data?.title;
      texts.set(place, { title: title ?? '', text });
      if (unit === undefined && spans.length > 0 && countsDiffer(text)) unsure++;
      const related = relationsOf(members.relations);
      const words = related.size > 0 ? wordsById(text, spans) : new Map<string | number, string>();
      for (const [n, raw] of spans.entries()) {
        const span = Span.safeParse(raw);
        const id = `${place}, ${span.data?.id ?? `span ${n + 1}`}`;
        if (!span.success) {
          const whole = typeof raw === 'string';
          faults.push({
            id,
            says: whole ? 'It is about the text as a whole, not about words in it.' : 'It is no span.',
          });
          continue;
        }
        const { start, end, label } = span.data;
        const position = { start, end, unit: unit ?? ('utf16' as const) };
        const own = (span.data.id === undefined ? undefined : related.get(span.data.id)) ?? [];
        annotations.push({
          id,
          ...(label === '' ? {} : { label: String(label) }),
          target: { text: place, sought: { parts: [[{ by: 'words', positions: [position] }]] } },
          notes: own.map(({ to_id, type }) => ({
            text: sayRelated({ type: type ?? '', id: String(to_id), words: words.get(to_id) }),
          })),
          original: JSON.stringify(own.length > 0 ? { ...(raw as object), relations: own } : raw),
        });
      }
    }
  return { texts, annotations, faults, notes: unsure === 0 ? [] : [sayUnsure(unsure)] };
}

export function recognises({ name, text }: AnnotationFile): boolean {
  if (!/\.(jsonl?|txt)$/i.test(name) || !/^\ufeff?\s*[[{]/.test(text)) return false;
  const head = text.slice(0, 100_000);
  return (
    /"(text|data)"\s*:\s*"/.test(head) &&
    /"(entities|labels?)"\s*:\s*\[/.test(head) &&
    !/"result"\s*:\s*\[/.test(head)
  );
}

/** Relations by the span that they go out from. */
function relationsOf(value: unknown): Map<string | number, z.infer<typeof Relation>[]> {
  const bySpan = new Map<string | number, z.infer<typeof Relation>[]>();
  for (const one of Array.isArray(value) ? value : []) {
    const relation = Relation.safeParse(one).data;
    if (!relation) continue;
    const known = bySpan.get(relation.from_id);
    if (known) known.push(relation);
    else bySpan.set(relation.from_id, [relation]);
  }
  return bySpan;
}

function wordsById(text: string, spans: readonly unknown[]): Map<string | number, string> {
  const words = new Map<string | number, string>();
  for (const raw of spans) {
    const { id, start, end } = Span.safeParse(raw).data ?? {};
    if (id !== undefined && !words.has(id)) words.set(id, text.slice(start, end));
  }
  return words;
}

const sayUnsure = (count: number): string =>
  `${count === 1 ? 'One text has' : `${count} texts have`} characters that programs count differently; offsets were taken for UTF-16 code units. If the marks stand beside their words, take the file in again with another unit.`;

import { z } from 'zod';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignNote,
  ForeignPiece,
  LongFile,
  ReadOptions,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import type { Part, Unit } from '../placing/sought.ts';
import { readRecords } from '../read-json.ts';
import { sayRelated } from '../relations.ts';

const Offset = z.number();
const Value = z.looseObject({
  start: z.union([Offset, z.string()]).optional(),
  end: z.union([Offset, z.string()]).optional(),
  globalOffsets: z.object({ start: Offset, end: Offset }).optional(),
  text: z.union([z.string(), z.array(z.string())]).optional(),
});
const Result = z.looseObject({
  id: z.string().optional(),
  from_name: z.string().optional(),
  to_name: z.string().optional(),
  type: z.string().optional(),
  value: Value.optional(),
  from_id: z.string().optional(),
  to_id: z.string().optional(),
  labels: z.array(z.string()).optional(),
});
type Result = z.infer<typeof Result>;
const Person = z.union([
  z.looseObject({ email: z.string().optional(), username: z.string().optional() }),
  z.number(),
  z.string(),
]);
const Annotation = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  result: z.array(z.unknown()),
  completed_by: Person.nullish(),
  created_at: z.string().nullish(),
  was_cancelled: z.boolean().optional(),
});
type Annotation = z.infer<typeof Annotation>;
const Task = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  data: z.record(z.string(), z.unknown()),
  annotations: z.array(z.unknown()).optional(),
  completions: z.array(z.unknown()).optional(),
  predictions: z.array(z.unknown()).optional(),
});
type Task = z.infer<typeof Task>;

/**
 * Reads Label Studio's JSON: tasks with their annotations. Offsets in plain text are code points; regions of HTML are
 * placed by their words, for their paths and offsets are of a page. Predictions of a model are left aside. One task is held
 * at a time, all of it: its results refer to one another, and its text may come after them.
 */
export async function* read(
  files: readonly LongFile[],
  { unit = 'points' }: ReadOptions,
): AsyncGenerator<ForeignPiece> {
  let predictions = 0;
  for (const file of files) {
    let i = 0;
    for await (const record of readRecords(file)) {
      const task = Task.safeParse(record);
      const place = `${files.length > 1 ? `${file.name} ` : ''}task ${++i}`;
      if (!task.success)
        throw new FormatError(place, `${place} has no "data", as the tasks of Label Studio have.`);
      predictions += task.data.predictions?.length ?? 0;
      yield* piecesOf(task.data, place, unit);
    }
  }
  if (predictions > 0) yield { is: 'note', says: `${predictions} predictions of models were left aside.` };
}

function* piecesOf(task: Task, place: string, unit: Unit): Generator<ForeignPiece> {
  const longest = longestText(task.data);
  const given = [...(task.annotations ?? []), ...(task.completions ?? [])];
  const texts = new Set<string>();
  for (const [n, raw] of given.entries()) {
    const annotation = Annotation.safeParse(raw);
    const at = given.length > 1 ? `${place}, annotation ${n + 1}` : place;
    if (!annotation.success) yield faultOf(at, 'It has no list of results.');
    else if (!annotation.data.was_cancelled)
      yield* readResults(task, annotation.data, { at, place, unit, longest, texts });
  }
}

const faultOf = (id: string, says: string): ForeignPiece => ({ is: 'fault', fault: { id, says } });

export function recognises({ text }: FileHead): boolean {
  const head = text.slice(0, 1_000_000);
  return (
    /^\ufeff?\s*[[{]/.test(head) &&
    /"data"\s*:\s*\{/.test(head) &&
    /"(annotations|completions|predictions)"\s*:\s*\[/.test(head) &&
    /"result"\s*:\s*\[/.test(head)
  );
}

/** Where results stand in a file, and in which unit their offsets count. */
interface Where {
  /** As the report says it; and the task alone. */
  readonly at: string;
  readonly place: string;
  readonly unit: Unit;
  /** The member of the task's data that holds the longest text. */
  readonly longest: string | undefined;
  /** The members of it that were given as texts. */
  readonly texts: Set<string>;
}

function* readResults(task: Task, annotation: Annotation, where: Where): Generator<ForeignPiece> {
  const { at } = where;
  const results: Result[] = [];
  for (const [i, raw] of annotation.result.entries())
    if (Result.safeParse(raw).success) results.push(raw as Result);
    else yield faultOf(`${at}, result ${i + 1}`, 'It is not as Label Studio writes results.');
  // A region may come several times, with labels, a comment and a rating of their own; the first stands for all.
  const byId = new Map(
    results
      .filter(isRegion)
      .toReversed()
      .map(result => [result.id, result]),
  );
  const together = grouped(results, ({ id }) => id);
  const relations = grouped(results, ({ type, from_id }) => (type === 'relation' ? from_id : undefined));
  for (const [i, result] of results.entries()) {
    const id = `${at}, ${result.id ?? `result ${i + 1}`}`;
    if (result.type === 'relation') {
      if (!byId.has(result.from_id)) yield faultOf(id, 'It relates what is no region of a text.');
    } else if (!isRegion(result)) {
      if (!byId.has(result.id)) yield faultOf(id, 'It is about the text as a whole, not about words in it.');
    } else {
      if (result.id !== undefined && byId.get(result.id) !== result) continue;
      const siblings = (together.get(result.id) ?? []).filter(other => other !== result);
      const made = regionOf(task, result, siblings, id, where);
      if (typeof made === 'string') {
        yield faultOf(id, made);
        continue;
      }
      const notes = [...(made.notes ?? []), ...relationsOf(relations.get(result.id) ?? [], byId)];
      yield* textOf(task, made, where);
      yield { is: 'annotation', annotation: { ...made, ...madeBy(annotation), notes } };
    }
  }
}

/** The text that an annotation is on, where it was not given yet. */
function* textOf(
  task: Task,
  { target }: ForeignAnnotation,
  { place, texts }: Where,
): Generator<ForeignPiece> {
  if (!('text' in target)) return;
  const name = target.text.slice(place.length + 1);
  if (texts.has(name)) return;
  texts.add(name);
  yield {
    is: 'text',
    key: target.text,
    text: { title: titleOf(task), text: task.data[name] as string },
  };
}

/** What has the same key together; what has none is left out. */
function grouped(
  results: readonly Result[],
  keyOf: (result: Result) => string | undefined,
): Map<string | undefined, Result[]> {
  const groups = new Map<string | undefined, Result[]>();
  for (const result of results) {
    const key = keyOf(result);
    if (key === undefined) continue;
    const group = groups.get(key) ?? [];
    if (group.push(result) === 1) groups.set(key, group);
  }
  return groups;
}

const isRegion = ({ value, type }: Result): boolean =>
  type !== 'relation' && value?.start !== undefined && value.end !== undefined;

function regionOf(
  task: Task,
  result: Result,
  siblings: readonly Result[],
  id: string,
  { place, unit, longest }: Where,
): ForeignAnnotation | string {
  const name = textName(task, result) ?? longest;
  const text = name === undefined ? undefined : task.data[name];
  if (name === undefined || typeof text !== 'string' || text === '')
    return 'The task does not hold the text that it is about.';
  const { value } = result;
  const words = [value!.text].flat().find(one => typeof one === 'string' && one !== '');
  const isPlain = typeof value!.start === 'number' && typeof value!.end === 'number';
  const positions = isPlain ? [{ start: value!.start as number, end: value!.end as number, unit }] : [];
  if (!isPlain && words === undefined) return 'It is placed by a path in a page and does not tell its words.';
  const part: Part = { by: 'words', positions, ...(words === undefined ? {} : { quote: { exact: words } }) };
  const all = [result, ...siblings];
  const labels = [...new Set(all.flatMap(labelsOf))];
  const [label, ...tags] = labels;
  const sought = { parts: [[part]], spaces: 'runs' as const };
  // The source of a page is no text for readers; what was marked in it is sought in the texts here.
  const isPage = !isPlain;
  const key = `${place} ${name}`;
  return {
    id,
    ...(label === undefined ? {} : { label }),
    target: isPage ? { about: { title: titleOf(task) }, sought } : { text: key, sought },
    tags,
    notes: all.flatMap(commentsOf),
    original: all.map(one => JSON.stringify(one)).join('\n'),
  };
}

/** The member of the data that a result says holds its text. */
function textName(task: Task, { source, to_name }: Result): string | undefined {
  const told = [source, to_name].flatMap(name => (typeof name === 'string' ? [name.replace(/^\$/, '')] : []));
  return told.find(name => typeof task.data[name] === 'string');
}

function longestText(data: Task['data']): string | undefined {
  const texts = Object.entries(data).filter(([, value]) => typeof value === 'string');
  return texts.toSorted(([, a], [, b]) => String(b).length - String(a).length)[0]?.[0];
}

function titleOf({ data, id }: Task): string {
  const title = data.title ?? data.name;
  return typeof title === 'string' && title !== '' ? title : id === undefined ? '' : `Task ${id}`;
}

/** Whatever the control is called, its choices are a list of texts under its type's name. */
function labelsOf({ type, value }: Result): string[] {
  const named = type === undefined ? undefined : value?.[type];
  const listed = [named, value?.labels, value?.hypertextlabels, value?.choices].find(Array.isArray);
  return (listed ?? []).filter(label => typeof label === 'string');
}

function commentsOf({ type, value }: Result): ForeignNote[] {
  if (type !== 'textarea') return [];
  return [value?.text].flat().flatMap(text => (typeof text === 'string' ? [{ text }] : []));
}

function relationsOf(
  relations: readonly Result[],
  byId: ReadonlyMap<string | undefined, Result>,
): ForeignNote[] {
  return relations.map(({ to_id, labels }) => {
    const other = byId.get(to_id);
    const words = [other?.value?.text].flat().find(one => typeof one === 'string');
    return { text: sayRelated({ type: labels?.join(', ') ?? '', id: to_id ?? '', words }) };
  });
}

function madeBy({ completed_by, created_at }: Annotation): { by?: string; at?: string } {
  const by =
    typeof completed_by === 'object' ? (completed_by?.username ?? completed_by?.email) : completed_by;
  return {
    ...(by === undefined || by === null ? {} : { by: String(by) }),
    ...(created_at ? { at: created_at } : {}),
  };
}

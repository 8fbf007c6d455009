import type { Conflict } from '../../model/conflict.ts';
import type { Entity } from '../../model/entity.ts';
import type {
  FileHead,
  ForeignAnnotation,
  ForeignEvidence,
  ForeignFault,
  ForeignNote,
  ForeignPiece,
  LongFile,
} from '../foreign.ts';
import { FormatError } from '../format.ts';
import { readItems } from '../read-json.ts';
import { readAnnotation } from './read-annotation.ts';
import { readConflict, readEntities } from './read-conflict.ts';
import { readEvidence } from './read-evidence.ts';
import { listOf } from './read-selectors.ts';
import type { Node } from './terms.ts';

/** Deeper nesting than this is nobody's honest collection. */
const DEEPEST = 10;

/**
 * Reads annotations of the W3C's model: one, a list, a page, a collection or a graph. What annotates other annotations
 * of the same files becomes evidence or notes on them.
 */
export async function* read(files: readonly LongFile[]): AsyncGenerator<ForeignPiece> {
  let honest = 0;
  const nodes = nodesIn(
    files,
    node => node,
    value => (isCollection(value) ? honest++ : undefined),
  );
  yield* readNodes(nodes, () => {
    if (honest < files.length) throw new FormatError('type', 'There is no Web Annotation in this file.');
  });
}

export function recognises({ text }: FileHead): boolean {
  return (
    /^\ufeff?\s*[[{]/.test(text) &&
    /ns\/anno\.jsonld/.test(text.slice(0, 100_000)) &&
    !/"(id|annotation)"\s*:\s*"(#|[0-9a-f]{8}-)/.test(text.slice(0, 100_000))
  );
}

/**
 * Every annotation in files, from their beginning each time.
 * @param adapt what an annotation is read as
 * @param around hears of each object that stood around annotations
 */
export function nodesIn(
  files: readonly LongFile[],
  adapt: (node: Node, file: LongFile) => Node,
  around: (value: unknown) => void = () => undefined,
): () => AsyncGenerator<Node> {
  return async function* () {
    for (const file of files)
      for await (const { value, of, taken } of readItems(file, { lists: ['items', 'first', '@graph'] })) {
        if (of === undefined && taken) around(value);
        for (const node of annotationNodes(value)) yield adapt(node, file);
      }
  };
}

/**
 * Reads annotations of one file, or of several that belong together, in two passes: what annotates others may stand before
 * or after them.
 * @param none called where there is none
 */
export async function* readNodes(
  nodes: () => AsyncIterable<Node>,
  none: () => void,
): AsyncGenerator<ForeignPiece> {
  const others = new Others();
  let count = 0;
  for await (const node of nodes()) {
    count++;
    others.know(node);
  }
  if (count === 0) none();
  for (const entity of others.entities) yield { is: 'entity', entity };
  let i = 0;
  for await (const node of nodes())
    for (const one of others.read(node, i++))
      yield 'target' in one ? { is: 'annotation', annotation: one } : { is: 'fault', fault: one };
  for (const conflict of others.conflicts) yield { is: 'conflict', conflict };
  for (const says of others.notes) yield { is: 'note', says };
}

/** What annotations say about one another, which becomes evidence or notes. */
class Others {
  readonly #ids = new Set<unknown>();
  /** Those that may be about others. */
  readonly #linking: Node[] = [];
  readonly #notes = new Map<string, ForeignNote[]>();
  readonly #evidence = new Map<string, ForeignEvidence[]>();
  readonly #conflicts = new Map<string, Conflict>();
  readonly #entities = new Map<string, Entity>();
  #isSorted = false;
  #aside = 0;

  /** Takes notice of an annotation; all of them have to be known before one is read. */
  know(node: Node): void {
    if (typeof node.id === 'string') this.#ids.add(node.id);
    for (const entity of readEntities(node)) this.#entities.set(entity.id, entity);
    if (listOf(node.target).every(one => typeof one !== 'object' || (one !== null && !('selector' in one))))
      this.#linking.push(node);
  }

  /** @param place how many came before @returns the annotation with what others say about it; nothing where it is about others */
  read(node: Node, place: number): (ForeignAnnotation | ForeignFault)[] {
    if (!this.#isSorted) this.#sort();
    if (aboutOthers(node, this.#ids)) return [];
    return readAnnotation(withoutDecisions(node), `annotation ${place + 1}`).map(one =>
      'target' in one
        ? {
            ...one,
            ...(one.settled
              ? { settled: one.settled.filter(({ conflictId }) => this.#conflicts.has(conflictId)) }
              : {}),
            notes: [...(one.notes ?? []), ...threadOf(one.id, this.#notes)],
            evidence: [...(one.evidence ?? []), ...(this.#evidence.get(one.id) ?? [])],
          }
        : one,
    );
  }

  /** Entities that are told in full, without those that they are said not to be and that do not come along. */
  get entities(): Entity[] {
    return [...this.#entities.values()].map(entity => ({
      ...entity,
      distinctFrom: entity.distinctFrom.filter(id => this.#entities.has(id)),
    }));
  }

  get conflicts(): Conflict[] {
    if (!this.#isSorted) this.#sort();
    return [...this.#conflicts.values()];
  }

  get notes(): string[] {
    return this.#aside > 0
      ? [`${this.#aside} annotations on several others, such as relations, were left aside.`]
      : [];
  }

  #sort(): void {
    this.#isSorted = true;
    const add = <T>(map: Map<string, T[]>, id: string, item: T): void => {
      const known = map.get(id);
      if (known) known.push(item);
      else map.set(id, [item]);
    };
    for (const node of this.#linking.splice(0)) {
      const about = aboutOthers(node, this.#ids);
      if (!about) continue;
      const conflict = readConflict(node);
      if (conflict) this.#conflicts.set(conflict.id, conflict);
      else if (about.length > 1 || !this.#ids.has(about[0]!)) this.#aside++;
      else {
        const cited = readEvidence(node);
        if (cited) add(this.#evidence, about[0]!, cited);
        else for (const note of remarksIn(node)) add(this.#notes, about[0]!, note);
      }
    }
  }
}

/** Whether a value says of itself that it holds annotations, be it none. */
const isCollection = (value: unknown): boolean =>
  /^Annotation(Collection|Page)$/.test(String((value as { type?: unknown } | null)?.type));

/** @returns every annotation in a value, however it is wrapped */
function* annotationNodes(value: unknown, depth = 0): Generator<Node> {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const item of value) yield* annotationNodes(item, depth + 1);
  else if (value !== null && typeof value === 'object') {
    const { target, items, first, '@graph': graph } = value as Record<string, unknown>;
    if (target !== undefined) yield value as Node;
    for (const inner of [items, first, graph])
      if (typeof inner === 'object') yield* annotationNodes(inner, depth + 1);
  }
}

/** A claim of a desk says what decisions laid on it: in words for others, and once more for us. */
function withoutDecisions(node: Node): Node {
  const bodies = listOf(node.body) as Node[];
  if (!bodies.some(body => body?.purpose === 'moderating')) return node;
  return { ...node, body: bodies.filter(body => body?.purpose !== 'editing') };
}

/** @returns the annotations that one is about, or undefined where it is about something else */
function aboutOthers({ target }: Node, ids: ReadonlySet<unknown>): string[] | undefined {
  const named = listOf(target).map(one =>
    typeof one === 'object' && one !== null && !('selector' in one)
      ? ((one as { source?: unknown; id?: unknown }).source ?? (one as { id?: unknown }).id)
      : one,
  );
  // What a desk names by its id and does not send along is one of its annotations too.
  const isOther = (one: unknown) => ids.has(one) || (typeof one === 'string' && one.startsWith('urn:uuid:'));
  return named.length > 0 && named.every(isOther) ? (named as string[]) : undefined;
}

/** What replies to replies hangs on the same annotation, each reply behind what it answers; each thread is told once. */
function threadOf(id: string, notes: ReadonlyMap<string, readonly ForeignNote[]>): ForeignNote[] {
  const thread: ForeignNote[] = [];
  const told = new Set([id]);
  const open = (notes.get(id) ?? []).toReversed();
  for (let note = open.pop(); note; note = open.pop()) {
    thread.push(note);
    const { id: answered } = note;
    if (answered === undefined || told.has(answered)) continue;
    told.add(answered);
    for (const reply of (notes.get(answered) ?? []).toReversed())
      open.push({ ...reply, replyTo: reply.replyTo ?? answered });
  }
  return thread;
}

function remarksIn(node: Node): ForeignNote[] {
  const [read] = readAnnotation(
    { ...node, target: { source: 'x', selector: { type: 'TextQuoteSelector', exact: 'x' } } },
    '',
  );
  const said =
    read && 'target' in read ? [...(read.notes ?? []), ...(read.tags ?? []).map(text => ({ text }))] : [];
  return said.map((note, i) => ({
    ...note,
    ...(i === 0 && typeof node.id === 'string' ? { id: node.id } : {}),
  }));
}

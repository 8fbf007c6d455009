import { claimType } from '../../claim-types/registry.ts';
import { verdict, workflow } from '../../model/scales.ts';
import type {
  ForeignAnnotation,
  ForeignEvidence,
  ForeignFault,
  ForeignNote,
  PlaceInText,
} from '../foreign.ts';
import type { Part } from '../placing/sought.ts';
import { ClaimParticulars, parsed } from './particulars.ts';
import { entityIn } from './read-conflict.ts';
import { listOf, readSelectors } from './read-selectors.ts';
import { type Node, webAddress } from './terms.ts';

/** What the bodies of an annotation say about its target. */
interface Said {
  type?: string;
  label?: string;
  workflow?: ForeignAnnotation['workflow'];
  verdict?: ForeignAnnotation['verdict'];
  value?: ForeignAnnotation['value'];
  fields?: ForeignAnnotation['fields'];
  anchorState?: ForeignAnnotation['anchorState'];
  settled?: ForeignAnnotation['settled'];
  /** What the notes are called, in their order. */
  called?: readonly { readonly id: string; readonly replyTo?: string | undefined }[];
  readonly tags: string[];
  readonly notes: ForeignNote[];
  readonly evidence: ForeignEvidence[];
}

/**
 * Reads a W3C Web Annotation (Recommendation of 23 February 2017). Targets in the same resource belong together;
 * each other resource has an annotation of its own, as the model has it: bodies apply to each target.
 * @param node the annotation in JSON-LD with the usual context
 * @param place what it is called where it has no id
 */
export function readAnnotation(node: Node, place: string): (ForeignAnnotation | ForeignFault)[] {
  const id = typeof node.id === 'string' ? node.id : place;
  const targets = listOf(node.target);
  if (targets.length === 0) return [{ id, says: 'It has no target.' }];
  const { called = [], ...said } = readBodies(node);
  const entityId = entityIn(node);
  const common = {
    id,
    ...said,
    ...(called.length === said.notes.length
      ? { notes: said.notes.map((note, i) => threaded(note, called[i]!)) }
      : {}),
    ...(entityId === undefined ? {} : { entityId }),
    ...nameOf(node.creator),
    ...(typeof node.created === 'string' ? { at: node.created } : {}),
    original: JSON.stringify(node),
  };
  const faults: ForeignFault[] = [];
  const places = readPlaces(targets, says => faults.push({ id, says }));
  const annotations = places.map((target): ForeignAnnotation => ({ ...common, target }));
  return [...annotations, ...(annotations.length > 0 ? [] : faults)];
}

/**
 * Reads where specific resources stand: those of one resource belong together.
 * @param fault is told what cannot be read of one
 */
export function readPlaces(
  resources: readonly unknown[],
  fault: (says: string) => void = () => {},
): PlaceInText[] {
  const bySource = new Map<string, { sources: string[]; parts: Part[][] }>();
  for (const resource of resources) {
    const { sources, parts } = readTarget(resource);
    if (sources.length === 0) fault('A target does not say what it is about.');
    else if (parts.length === 0) fault('It is about a resource as a whole, not about words in it.');
    else {
      const known = bySource.get(sources[0]!);
      if (known) known.parts.push(parts);
      else bySource.set(sources[0]!, { sources, parts: [parts] });
    }
  }
  return [...bySource.values()].map(({ sources, parts }) => ({ about: { sources }, sought: { parts } }));
}

const threaded = (
  note: ForeignNote,
  { id, replyTo }: { readonly id: string; readonly replyTo?: string | undefined },
): ForeignNote => ({ ...note, id, ...(replyTo === undefined ? {} : { replyTo }) });

/** The words that a target selects, and what it is a part of: the resource, and its state where that has an address. */
function readTarget(target: unknown): { sources: string[]; parts: Part[] } {
  if (typeof target === 'string') {
    const [source = '', fragment] = target.split('#', 2);
    const parts = fragment?.startsWith('char=')
      ? readSelectors({ type: 'FragmentSelector', value: fragment })
      : [];
    return { sources: [source], parts };
  }
  if (typeof target !== 'object' || target === null) return { sources: [], parts: [] };
  const { source, selector, state, id } = target as Record<string, unknown>;
  const cached = listOf(state).flatMap(one => listOf((one as { cached?: unknown } | null)?.cached));
  const named = source ?? id;
  const sources = [...cached, typeof named === 'object' ? (named as { id?: unknown } | null)?.id : named];
  return {
    sources: sources.filter(one => typeof one === 'string'),
    parts: readSelectors(selector),
  };
}

function readBodies(node: Node): Said {
  const said: Said = { tags: [], notes: [], evidence: [] };
  const [motivation] = listOf(node.motivation);
  if (typeof node.bodyValue === 'string') said.notes.push({ text: node.bodyValue, ...saidBy(node) });
  for (const body of listOf(node.body)) readBody(said, body, String(motivation ?? ''), node);
  return said;
}

function readBody(said: Said, body: unknown, motivation: string, node: Node): void {
  if (typeof body === 'string') readLink(said, body);
  if (typeof body !== 'object' || body === null) return;
  const { purpose, value, source, items, id, format } = body as Record<string, unknown>;
  for (const item of listOf(items)) readBody(said, item, motivation, node);
  const link = source ?? id;
  if (typeof value === 'string') {
    const author = { ...saidBy(node), ...saidBy(body as Node) };
    readWords(said, String(listOf(purpose)[0] ?? motivation), value, format, author);
  } else readLink(said, typeof link === 'object' ? (link as { id?: unknown } | null)?.id : link);
}

function readLink(said: Said, address: unknown): void {
  const url = webAddress(typeof address === 'string' ? address : undefined);
  if (url !== undefined)
    said.evidence.push({ csl: { type: 'webpage', URL: url } as ForeignEvidence['csl'], stance: 'mentions' });
}

function readWords(
  said: Said,
  purpose: string,
  value: string,
  format: unknown,
  author: Partial<ForeignNote>,
): void {
  switch (purpose) {
    case 'classifying':
      if (claimType(value)) said.type = value;
      else said.label = value;
      return;
    case 'tagging':
      said.tags.push(value);
      return;
    case 'moderating': {
      const step = workflow.schema.safeParse(value);
      if (step.success) said.workflow = step.data;
      else said.notes.push({ text: value, ...author });
      return;
    }
    case 'assessing': {
      const step = verdict.schema.safeParse(value);
      if (step.success) said.verdict = step.data;
      else said.notes.push({ text: value, ...author });
      return;
    }
    case 'identifying':
      if (format === 'application/json') return;
      break;
    case 'describing':
      if (format === 'application/json' && readParticulars(said, value)) return;
  }
  said.notes.push({ text: value, ...author });
}

function readParticulars(said: Said, value: string): boolean {
  const read = ClaimParticulars.safeParse(parsed(value));
  if (!read.success) return false;
  const { anchorState, fields, notes, settled, value: own } = read.data;
  if (own) said.value = own;
  if (fields) said.fields = fields;
  if (anchorState) said.anchorState = anchorState;
  if (settled) said.settled = settled;
  if (notes) said.called = notes;
  return true;
}

function saidBy(node: Node): Partial<ForeignNote> {
  return { ...nameOf(node.creator), ...(typeof node.created === 'string' ? { at: node.created } : {}) };
}

/** A person's name, or the address that stands for them. */
export function nameOf(creator: unknown): { by?: string } {
  const [first] = listOf(creator);
  if (typeof first === 'string') return { by: first };
  const { name, nickname, id } = (first ?? {}) as Record<string, unknown>;
  const by = listOf(name)[0] ?? listOf(nickname)[0] ?? id;
  return typeof by === 'string' && by.trim() !== '' ? { by: by.trim() } : {};
}

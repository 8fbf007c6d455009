import type { Draft } from '../../../shared/change/draft.ts';
import { draftOf } from '../../../shared/claims/new-claim.ts';
import type { ForeignAnnotation } from '../../../shared/formats/foreign.ts';
import { place } from '../../../shared/formats/placing/place.ts';
import { readAnnotation } from '../../../shared/formats/web-annotation/read-annotation.ts';
import type { Node } from '../../../shared/formats/web-annotation/terms.ts';
import { sameJson } from '../../../shared/json/canonical.ts';
import { Claim, type Note } from '../../../shared/model/claim.ts';
import type { Source } from '../../../shared/model/source.ts';
import { claimOf } from '../annotations/claim-of.ts';
import { TextsHere } from '../annotations/texts-here.ts';
import type { Desk } from '../desk.ts';

/** A claim as an annotation has it, and what its evidence cites that is not here yet. */
export interface TakenIn {
  readonly claim: Claim;
  readonly sources: readonly Source[];
}

/**
 * Finds the words here that an annotation is about. Nothing is sought in texts that it does not name.
 * @param own addresses under which this server is reached, for targets that name a document by its address here
 * @returns the claim that it makes, or undefined where its words are not here
 */
export async function takeIn(
  desk: Desk,
  node: Node,
  { id, by, at, own }: { id: string; by: string; at: string; own: readonly string[] },
): Promise<TakenIn | undefined> {
  const read = readAnnotation(node, '');
  const [annotation] = read;
  // A claim stands in one document: what is about several is kept as it came.
  if (read.length !== 1 || !annotation || !('target' in annotation) || !('about' in annotation.target))
    return undefined;
  const { about, sought } = annotation.target;
  const here = await TextsHere.of(desk.storage);
  const text = await here.named({ sources: (about.sources ?? []).map(source => localName(source, own)) });
  if (!text) return undefined;
  const placement = place(text.searched, sought);
  if (!placement.found) return undefined;
  const { ranges, repairs } = placement;
  const made = claimOf(id, namedLess(annotation), text, ranges, repairs, {
    format: 'web-annotation',
    by,
    at,
  });
  const { imported: _, ...claim } = made.claim;
  const checked = Claim.safeParse(claim);
  if (!checked.success) return undefined;
  // What is cited is the same source each time, whoever cites it.
  const known = await Promise.all(made.sources.map(source => desk.storage.readObject('source', source.id)));
  return { claim: checked.data, sources: made.sources.filter((_, i) => !known[i]) };
}

/** The annotation itself is kept beside its claim: the claim needs no copy of it. */
const namedLess = (annotation: ForeignAnnotation): ForeignAnnotation => ({ ...annotation, original: '' });

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The id of what an address on this server names: its last one, so that a revision comes before its document. */
function localName(source: string, own: readonly string[]): string {
  const isOwn = own.some(address => source.startsWith(address));
  return (isOwn && source.match(UUID)?.at(-1)) || source;
}

/**
 * What the annotation cannot say stays as it is. Pages that it links and the claim does not cite become evidence; an
 * annotation that links none may have been read without them, so nothing is dropped.
 * @param newId makes the ids of what comes
 * @returns what makes a claim say what an annotation says now
 */
export function becoming(claim: Claim, { claim: wanted, sources }: TakenIn, newId: () => string): Draft[] {
  const on = (operation: Draft['operation']): Draft => ({ kind: 'claim', objectId: claim.id, operation });
  const values: Record<string, unknown> = {};
  for (const name of ['type', 'anchor', 'value', 'workflow', 'verdict'] as const)
    if (!sameJson(claim[name], wanted[name])) values[name] = wanted[name] ?? null;
  for (const name of new Set([...Object.keys(claim.fields), ...Object.keys(wanted.fields)]))
    if (claim.fields[name] !== wanted.fields[name]) values[`fields.${name}`] = wanted.fields[name] ?? null;
  const drafts: Draft[] = [];
  if (Object.keys(values).length > 0)
    drafts.push(on({ op: 'set', values: values as Extract<Draft['operation'], { op: 'set' }>['values'] }));
  for (const tag of claim.tags)
    if (!wanted.tags.includes(tag)) drafts.push(on({ op: 'drop', list: 'tags', item: tag }));
  for (const tag of wanted.tags)
    if (!claim.tags.includes(tag)) drafts.push(on({ op: 'add', list: 'tags', item: tag }));
  const says = (note: Note) => `${note.by}\n${note.text}`;
  const there = new Set(claim.notes.map(says));
  const kept = new Set(wanted.notes.map(says));
  for (const note of claim.notes)
    if (!kept.has(says(note))) drafts.push(on({ op: 'drop', list: 'notes', item: note.id }));
  for (const { replyTo: _, ...note } of wanted.notes)
    if (!there.has(says(note))) drafts.push(on({ op: 'add', list: 'notes', item: { ...note } }));
  const cited = new Set(claim.evidence.map(({ sourceId }) => sourceId));
  const linked = wanted.evidence.filter(({ sourceId }) => !cited.has(sourceId));
  for (const source of sources)
    if (linked.some(({ sourceId }) => sourceId === source.id)) drafts.push(draftOf('source', source));
  for (const evidence of linked)
    drafts.push(on({ op: 'add', list: 'evidence', item: { ...evidence, id: newId() } }));
  return drafts;
}

/** @returns what makes the objects of an annotation that is new here */
export const creating = ({ claim, sources }: TakenIn): Draft[] => [
  ...sources.map(source => draftOf('source', source)),
  draftOf('claim', claim),
];

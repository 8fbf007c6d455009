import type { CslItem } from '../../citations/csl.ts';
import { cslDate } from '../../citations/csl-date.ts';
import { safeUrl } from '../../citations/safe-url.ts';
import { verdict } from '../../model/scales.ts';
import type { FileHead, ForeignAnnotation, ForeignEvidence, ForeignPiece, LongFile } from '../foreign.ts';
import { FormatError } from '../format.ts';
import { readItems } from '../read-json.ts';

type Node = Readonly<Record<string, unknown>>;

/**
 * Reads ClaimReview as publishers write it: one, a list, a graph or a data feed. What was reviewed is sought by its
 * words in the texts that it is said to appear in; the review itself becomes evidence.
 */
export async function* read(files: readonly LongFile[]): AsyncGenerator<ForeignPiece> {
  let others = 0;
  let reviews = 0;
  for (const file of files) {
    let i = 0;
    for await (const node of nodesIn(file)) {
      const id = idOf(node, i++);
      if (!isReview(node)) {
        others++;
        continue;
      }
      reviews++;
      const annotation = annotationOf(node, id);
      yield annotation
        ? { is: 'annotation', annotation }
        : { is: 'fault', fault: { id, says: 'It does not say in words what was reviewed.' } };
    }
  }
  if (reviews === 0) throw new FormatError('@type', 'There is no ClaimReview in this file.');
  if (others > 0)
    yield { is: 'note', says: `${others} of its items are no ClaimReviews and were left aside.` };
}

export function recognises({ text }: FileHead): boolean {
  return /^\ufeff?\s*[[{]/.test(text) && /"@type"\s*:\s*\[?\s*"[^"]*ClaimReview"/.test(text);
}

/** Deeper nesting than this is nobody's honest feed. */
const DEEPEST = 20;

async function* nodesIn(file: LongFile): AsyncGenerator<Node> {
  // A feed is no item of itself.
  for await (const { value, taken } of readItems(file, { lists: ['@graph', 'dataFeedElement'] }))
    if (!taken?.includes('dataFeedElement')) yield* nodes(value);
}

function* nodes(value: unknown, depth = 0): Generator<Node> {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) for (const item of value) yield* nodes(item, depth + 1);
  else if (isNode(value)) {
    if (value['@type'] !== undefined && value.dataFeedElement === undefined) yield value;
    for (const member of ['@graph', 'dataFeedElement']) yield* nodes(value[member], depth + 1);
    if (value['@type'] === 'DataFeedItem') yield* nodes(value.item, depth + 1);
  }
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const isReview = (node: Node): boolean =>
  [node['@type']].flat().some(type => /(^|[:/])ClaimReview$/.test(String(type)));

function idOf(node: Node, i: number): string {
  const id = words(node['@id']);
  return id?.startsWith('urn:uuid:') ? id : (words(node.url) ?? id ?? `review ${i + 1}`);
}

/** @returns text that a property may hold in several ways; undefined where it says nothing */
function words(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  const text = isNode(one) ? one['@value'] : one;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

function nameOf(value: unknown): string | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return isNode(one) ? words(one.name) : words(one);
}

function annotationOf(node: Node, id: string): ForeignAnnotation | undefined {
  const item = first(node.itemReviewed);
  const exact = words(node.claimReviewed) ?? words(item?.text) ?? words(item?.description);
  if (exact === undefined) return undefined;
  const rating = first(node.reviewRating);
  const called = words(rating?.alternateName) ?? words(rating?.name);
  const step = verdict.steps.find(({ label }) => label === called);
  const speaker = nameOf(item?.author);
  const own = id.startsWith('urn:uuid:');
  const body = words(node.reviewBody);
  return {
    id,
    type: 'statement',
    target: {
      about: { sources: appearances(node, item) },
      sought: { parts: [[{ by: 'words', positions: [], quote: { exact } }]], spaces: 'runs' },
    },
    ...(step ? { verdict: step.code } : {}),
    ...(speaker === undefined || own ? {} : { fields: { subject: speaker.slice(0, 5000) } }),
    tags: called === undefined || step ? [] : [called],
    notes: body === undefined ? [] : [{ text: body }],
    ...(own ? {} : { evidence: evidenceOf(node) }),
    ...byAndAt(node),
    original: JSON.stringify(node),
  };
}

/** Where the claim was made: only there are its words sought first. */
function appearances(node: Node, item: Node | undefined): string[] {
  const places = [item?.appearance, item?.firstAppearance, item?.url, item?.['@id'], item?.isPartOf].flat();
  const found = places.flatMap(place =>
    isNode(place) ? [words(place.url) ?? words(place['@id'])] : [words(place)],
  );
  return [...found, words(node.url)].filter(address => address !== undefined);
}

function first(value: unknown): Node | undefined {
  const one = Array.isArray(value) ? value[0] : value;
  return isNode(one) ? one : undefined;
}

function byAndAt(node: Node): { by?: string; at?: string } {
  const by = nameOf(node.author);
  const at = words(node.datePublished);
  return { ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) };
}

function evidenceOf(node: Node): ForeignEvidence[] {
  const address = words(node.url);
  if (address === undefined || !('url' in safeUrl(address))) return [];
  const title = words(node.name) ?? words(node.headline) ?? words(node.claimReviewed);
  const day = /^\d{4}-\d{2}-\d{2}/.exec(words(node.datePublished) ?? '')?.[0];
  const by = nameOf(node.author);
  const csl: CslItem = {
    type: 'webpage',
    URL: address,
    ...(title === undefined ? {} : { title: title.slice(0, 2000) }),
    ...(by === undefined ? {} : { author: [{ literal: by }] }),
    ...(day === undefined ? {} : { issued: cslDate(day) }),
  };
  const rating = first(node.reviewRating);
  const called = words(rating?.alternateName) ?? words(rating?.name);
  return [{ csl, stance: 'mentions', ...(called === undefined ? {} : { note: `Rated “${called}”.` }) }];
}

import jsonld from 'jsonld';
import type { RemoteDocument } from 'jsonld/jsonld-spec.js';
import { Parser, Writer } from 'n3';
import type { Node } from '../../../shared/formats/web-annotation/terms.ts';
import { Refusal } from '../../services/refusal.ts';
import { contexts, prefixes } from './contexts.ts';

/** Knows the contexts of annotations and containers; none is fetched from elsewhere. */
async function documentLoader(url: string): Promise<RemoteDocument> {
  const document = contexts.get(url);
  if (!document)
    throw new Refusal(
      'not-acceptable',
      `This annotation uses the vocabulary ${url}, which is not known here: it is to be had in JSON-LD only.`,
    );
  return { documentUrl: url, document } as RemoteDocument;
}

/** Most that is written otherwise, in squares of the lengths of its lists: so much does expanding them take. */
const MOST = 2_000_000;

/**
 * @param node JSON-LD in the contexts of annotations and containers; items of a page that are in others, or very long,
 *   are named by their addresses alone
 * @returns the same graph in Turtle
 * @throws Refusal where it uses another context, or is very long
 */
export async function toTurtle(node: Node): Promise<string> {
  const written = withItems(node);
  if (weightOf(written) > MOST)
    throw new Refusal(
      'not-acceptable',
      'This can be had in JSON-LD only: it is too long to be written otherwise.',
    );
  const quads = await jsonld
    .toRDF(written as object, { format: 'application/n-quads', documentLoader })
    .catch((error: Error & { cause?: unknown; details?: { cause?: unknown } }) => {
      throw error.details?.cause instanceof Refusal
        ? error.details.cause
        : new Refusal(
            'not-acceptable',
            'This annotation can be had in JSON-LD only: it is no graph that can be written otherwise.',
          );
    });
  const writer = new Writer({ prefixes });
  writer.addQuads(new Parser({ format: 'N-Quads' }).parse(String(quads)));
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)));
  });
}

/** A page, or a container with its first one, whose items can all be written. */
function withItems(node: Node): Node {
  const { items, first } = node;
  if (typeof first === 'object' && first !== null) return { ...node, first: withItems(first as Node) };
  if (!Array.isArray(items)) return node;
  let left = MOST - items.length ** 2;
  const written = items.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    const weight = weightOf(item);
    if (weight > left || !contextsIn(item).every(url => contexts.has(url))) return (item as Node).id;
    left -= weight;
    return item;
  });
  return { ...node, items: written };
}

function weightOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  const parts = Object.values(value).reduce((sum: number, part) => sum + weightOf(part), 0);
  return Array.isArray(value) ? parts + value.length ** 2 : parts;
}

/** The contexts that are named anywhere within. */
function contextsIn(value: unknown, inContext = false): string[] {
  if (typeof value === 'string') return inContext ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(one => contextsIn(one, inContext));
  return Object.entries(value).flatMap(([name, one]) =>
    contextsIn(one, name === '@context' || (inContext && name === '@import')),
  );
}

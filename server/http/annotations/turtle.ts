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

/**
 * @param node JSON-LD in the contexts of annotations and containers
 * @returns the same graph in Turtle
 * @throws Refusal where it uses another context
 */
export async function toTurtle(node: Node): Promise<string> {
  const quads = await jsonld
    .toRDF(node as object, { format: 'application/n-quads', documentLoader })
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

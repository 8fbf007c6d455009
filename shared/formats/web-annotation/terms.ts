import { base64Pieces } from '../base64.ts';

/** The W3C's JSON-LD context, which leaves out one of its own motivations. */
export const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { assessing: 'oa:assessing' }] as const;

/** Media type of a CSL-JSON item. */
export const CSL_TYPE = 'application/vnd.citationstyles.csl+json';

/** A node of the annotation's graph, as JSON-LD writes it. */
export type Node = Readonly<Record<string, unknown>>;

export type Purpose =
  | 'assessing'
  | 'classifying'
  | 'commenting'
  | 'describing'
  | 'editing'
  | 'identifying'
  | 'linking'
  | 'moderating'
  | 'replying'
  | 'tagging';

/** @returns the name under which an object of the desk goes into the world. */
export function urn(id: string): string {
  return `urn:uuid:${id}`;
}

/** @returns the name of bytes by their SHA-256 in hex, as RFC 6920 writes it. */
export function namedByHash(sha256: string): string {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) =>
    Number.parseInt(sha256.slice(2 * i, 2 * i + 2), 16),
  );
  const text = [...base64Pieces(bytes)]
    .join('')
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  return `ni:///sha-256;${text}`;
}

/** @returns the address where it is an absolute web address without characters that an IRI must not have, else undefined. */
export function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/[^\s<>"{}|\\^`\p{Cc}\p{Surrogate}]+$/iu.test(text)
    ? text
    : undefined;
}

export function person(name: string): Node {
  return { type: 'Person', name };
}

/** @returns a body of words. `members` may add a format, who made it and when; an id would make it a resource outside. */
export function words(purpose: Purpose, value: string, members: Node = {}): Node {
  return { type: 'TextualBody', purpose, format: 'text/plain', value, ...members };
}

import type { Router } from '../router/router.ts';
import type { Store } from '../store/store.ts';
import { type How, unsaid } from './how.ts';

/** What somebody wants to make the next revision of a document, until it is taken or called off. */
export interface OfferedRevision {
  readonly documentId: string;
  /** The file's name; empty for pasted words. */
  readonly name: string;
  readonly size: number;
  /** How it is to be read; what is not said is found out. */
  readonly how: How;
  /** An earlier revision whose bytes these are. */
  readonly again?: string;
  /** Under which key the server keeps it, where it fetched it. */
  readonly fetched?: string;
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

const offers = new WeakMap<Store, OfferedRevision>();

/** @returns a file, or words, as the next revision of a document */
export function revisionFrom(documentId: string, from: File | string): OfferedRevision {
  if (typeof from === 'string') {
    const bytes = new TextEncoder().encode(from);
    const how = { ...unsaid, extractor: 'plain', encoding: 'utf-8' };
    return { documentId, name: '', size: bytes.length, how, read: async () => bytes };
  }
  return {
    documentId,
    name: from.name,
    size: from.size,
    how: unsaid,
    read: async () => new Uint8Array(await from.arrayBuffer()),
  };
}

/** Goes to where something is looked at that is to be the next revision of its document; nothing changes by that. */
export function offerRevision(store: Store, router: Router, offer: OfferedRevision): void {
  offers.set(store, offer);
  router.go({ screen: 'revise', documentId: offer.documentId });
}

/** @returns what is offered for a document, if anything is */
export function offeredFor(store: Store, documentId: string): OfferedRevision | undefined {
  const offer = offers.get(store);
  return offer?.documentId === documentId ? offer : undefined;
}

/** Keeps in mind what is offered now; nothing forgets it. */
export function keepOffer(store: Store, offer: OfferedRevision | undefined): void {
  if (offer) offers.set(store, offer);
  else offers.delete(store);
}

const TEXTS = /\.(txt|text|md|markdown|wiki|wikitext|mediawiki|mw)$/i;

const OTHERS = /\.(html?|xhtml|docx|pdf|epub|srt|vtt|csv|tsv|jsonl?|xml)$/i;

/** @returns whether a file can be taken for a document by its name and kind, without looking into it */
export const looksLikeDocument = (file: Pick<File, 'name' | 'type'>): boolean =>
  looksLikeText(file) ||
  OTHERS.test(file.name) ||
  file.type === 'text/html' ||
  file.type === 'application/pdf';

/** @returns whether a file can be taken for a plain text by its name and kind, without looking into it */
export const looksLikeText = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  TEXTS.test(name) || type === 'text/plain' || type === 'text/markdown';

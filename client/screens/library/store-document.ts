import { msg, str } from '@lit/localize';
import type { Versioned } from '../../../shared/model/change.ts';
import type { MediaType } from '../../../shared/model/document.ts';
import type { DeskClient } from '../../store/client.ts';
import type { Gesture, Store } from '../../store/store.ts';

/** Ids of a document to be stored and of the change that stores it; the same ids store it once, however often they are sent. */
export interface NewDocumentIds {
  readonly id: string;
  readonly revision: string;
  readonly change: string;
  readonly group: string;
}

/** What is said of a document when it is stored. */
export interface NewDocument extends NewDocumentIds {
  /** When somebody said so: ISO 8601, UTC. */
  readonly at: string;
  readonly title: string;
  readonly mediaType: MediaType;
  readonly encoding: string;
  readonly language?: string;
  readonly origin: string;
  /** What makes text of the file, where it is no plain text, and what that was told, as JSON. */
  readonly extractor?: string;
  readonly options?: string;
  /** Where the server has the bytes already: by their hash, or by the key of what it fetched. */
  readonly upload?: string;
  readonly fetched?: string;
}

/** A document that has been stored, and the gesture that did it. */
export interface Stored {
  readonly held: Versioned;
  readonly gesture: Gesture;
}

/**
 * Stores bytes as a document, signed with the store's signature. Undo learns of it when the gesture is given to `Store.did`.
 * @param client carries the call; that of the store unless its progress is to be followed
 * @throws ApiProblem where the server refuses, and what `fetch` throws where it does not answer
 */
export async function storeDocument(
  store: Store,
  { id, revision, change, group, at, ...words }: NewDocument,
  bytes: Uint8Array<ArrayBuffer>,
  { client = store.client, signal }: { client?: DeskClient; signal?: AbortSignal } = {},
): Promise<Stored> {
  const by = store.signature;
  const { held } = await client.addDocument(
    { query: { id, revision, change, group, at, by, ...words }, body: bytes },
    signal ? { signal } : {},
  );
  const operation = { op: 'create', value: JSON.parse(JSON.stringify(held.object)) } as const;
  return {
    held,
    gesture: {
      label: msg(str`Add “${held.object.title}”`),
      changes: [{ id: change, group, kind: 'document', objectId: id, operation, base: {}, at, by }],
      before: [{}],
    },
  };
}

import { msg, str } from '@lit/localize';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { Change, Versioned } from '../../../shared/model/change.ts';
import type { MediaType } from '../../../shared/model/document.ts';
import type { DeskClient } from '../../store/client.ts';
import type { Gesture, Store } from '../../store/store.ts';
import type { Carrier } from './calls.ts';

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
  return storedAs(held, { id: change, group, at, by });
}

/** Parts of a file to be stored, each as a document. */
export type NewParts = Omit<Parameters<DeskClient['addParts']>[0]['body'], 'by'>;

/**
 * Stores parts of a file that the server has, each as a document, signed with the store's signature.
 * @returns what was stored, by the parts' names, and why the first that was not was refused
 * @throws ApiProblem where the server refuses all, and what `fetch` throws where it does not answer
 */
export async function storeParts(
  store: Store,
  sent: NewParts,
  { client, signal }: Carrier,
): Promise<{ stored: [NewParts['parts'][number]['part'], Stored][]; refused?: ApiProblem }> {
  const by = store.signature;
  const { parts } = await client.addParts({ body: { ...sent, by } }, { signal });
  const asked = new Map(sent.parts.map(part => [part.id, part]));
  const refused = parts.find(({ problem }) => problem)?.problem;
  return {
    stored: parts.flatMap(({ id, held }) => {
      const { part, change } = asked.get(id)!;
      return held
        ? [[part, storedAs(held, { id: change, group: sent.group, at: sent.at, by })] as const]
        : [];
    }) as [NewParts['parts'][number]['part'], Stored][],
    ...(refused ? { refused: new ApiProblem(refused) } : {}),
  };
}

function storedAs(held: Versioned<'document'>, signed: Pick<Change, 'id' | 'group' | 'at' | 'by'>): Stored {
  const operation = { op: 'create', value: JSON.parse(JSON.stringify(held.object)) } as const;
  return {
    held,
    gesture: {
      label: msg(str`Add “${held.object.title}”`),
      changes: [{ ...signed, kind: 'document', objectId: held.id, operation, base: {} }],
      before: [{}],
    },
  };
}

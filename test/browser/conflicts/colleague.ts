import { randomUUID } from 'node:crypto';
import { createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { GroupOutcome } from '../../../shared/api/routes/changes.ts';
import type { Draft } from '../../../shared/change/draft.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict, Side } from '../../../shared/model/conflict.ts';
import type { MediaType } from '../../../shared/model/document.ts';
import type { Evidence } from '../../../shared/model/source.ts';
import { quoteOf } from '../../../shared/text/quote.ts';

interface Text {
  readonly revision: string;
  readonly words: string;
}

/** A side of a conflict: its claims, and its value where that is not to be said by the claims' ids alone. */
export type SideGiven = Omit<Side, 'id'>;

/** Somebody who works on the same desk through the interface of programs. */
export class Colleague {
  readonly client;
  readonly by: string;
  #url: string;
  #texts = new Map<string, Text>();

  constructor(url: string, by = 'Ines') {
    this.#url = url;
    this.by = by;
    this.client = createClient(contract, fetch, url);
  }

  /** Commits one group, knowing nothing of what others did. @returns what became of it */
  async tries(drafts: readonly Draft[]): Promise<GroupOutcome> {
    const at = new Date().toISOString();
    const group = randomUUID();
    const { groups } = await this.client.postChanges({
      body: {
        changes: drafts.map(draft => ({ id: randomUUID(), group, base: {}, at, by: this.by, ...draft })),
      },
    });
    return groups[0]!;
  }

  /** Commits one group. @throws where it is refused */
  async does(...drafts: Draft[]): Promise<void> {
    const { problem } = await this.tries(drafts);
    if (problem) throw new Error(`${problem.detail} ${JSON.stringify(problem.errors)}`);
  }

  /** Adds a text. @returns the document's id */
  async adds(title: string, words: string, mediaType: MediaType = 'text/plain'): Promise<string> {
    const id = randomUUID();
    await this.client.addDocument({
      query: {
        ...{ id, change: randomUUID(), group: randomUUID(), revision: randomUUID(), by: this.by, title },
        ...{ at: new Date().toISOString(), mediaType, encoding: 'utf-8' },
      },
      body: new TextEncoder().encode(words),
    });
    return id;
  }

  /** Adds a file of another kind than text, as its extractor reads it. @returns the document's id */
  async addsFile(title: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
    const id = randomUUID();
    const { mediaType, encoding, extraction } = await this.client.examine({ query: { name }, body: bytes });
    await this.client.addDocument({
      query: {
        ...{ id, change: randomUUID(), group: randomUUID(), revision: randomUUID(), by: this.by, title },
        ...{ at: new Date().toISOString(), mediaType, encoding, origin: name },
        ...(extraction
          ? { extractor: extraction.extractor, options: JSON.stringify(extraction.options) }
          : {}),
      },
      body: bytes,
    });
    return id;
  }

  /** Adds what an extractor makes of a file in UTF-8, without looking at it first. @returns the document's id */
  async addsDerived(title: string, extractor: string, words: string): Promise<string> {
    const id = randomUUID();
    await this.client.addDocument({
      query: {
        ...{ id, change: randomUUID(), group: randomUUID(), revision: randomUUID(), by: this.by, title },
        ...{ at: new Date().toISOString(), mediaType: 'text/plain', encoding: 'utf-8', extractor },
      },
      body: new TextEncoder().encode(words),
    });
    return id;
  }

  /** Marks words of a document. @param over what the claim has beside its place */
  async marks(documentId: string, words: string, over: Partial<Claim> = {}): Promise<string> {
    const text = await this.#text(documentId);
    const start = text.words.indexOf(words);
    if (start < 0) throw new RangeError(`“${words}” does not stand in the document.`);
    const ranges = [{ start, end: start + words.length }];
    const claim: Claim = {
      ...{ id: randomUUID(), type: 'person', fields: {}, workflow: 'open', tags: [], evidence: [] },
      ...{ notes: [], settled: [], anchorState: 'intact', createdBy: this.by },
      createdAt: new Date().toISOString(),
      anchor: { documentId, revision: text.revision, ranges, quote: quoteOf(text.words, ranges) },
      ...over,
    };
    await this.does(create('claim', claim));
    return claim.id;
  }

  /** Raises a conflict. @returns its id */
  async raises(sides: readonly SideGiven[], over: Partial<Conflict> = {}): Promise<string> {
    const conflict = this.conflict(sides, over);
    await this.does(create('conflict', conflict));
    return conflict.id;
  }

  /** A conflict as `raises` would raise it. */
  conflict(sides: readonly SideGiven[], over: Partial<Conflict> = {}): Conflict {
    const id = randomUUID();
    return {
      ...{ id, kind: 'name', key: `by-hand:${id}`, grounds: [], severity: 'high', state: 'open' },
      title: sides.map(side => side.value).join(' / '),
      sides: sides.map(side => ({ id: randomUUID(), ...side })),
      ...{ decisions: [], dissent: [], raisedBy: this.by, raisedAt: new Date().toISOString() },
      ...over,
    };
  }

  /** Adds a source and ties it to a claim. */
  async attaches(claimId: string, title: string, over: Partial<Evidence> = {}): Promise<void> {
    const sourceId = randomUUID();
    const item = {
      ...{ id: randomUUID(), sourceId, stance: 'supports', by: this.by, at: new Date().toISOString() },
      ...over,
    } as unknown as Record<string, never>;
    await this.does(create('source', { id: sourceId, csl: { type: 'webpage', title } }), {
      kind: 'claim',
      objectId: claimId,
      operation: { op: 'add', list: 'evidence', item },
    });
  }

  async claim(id: string): Promise<Claim> {
    const { claims } = await this.client.listClaims({ query: { ids: id } });
    return claims[0]!.object;
  }

  async conflictNow(id: string): Promise<Conflict> {
    const { conflicts } = await this.client.listConflicts();
    return conflicts.find(held => held.id === id)!.object;
  }

  /** The text of a document; of one that was derived from another kind of file the first piece. */
  async words(documentId: string): Promise<string> {
    return (await this.#text(documentId)).words;
  }

  async #text(documentId: string): Promise<Text> {
    const known = this.#texts.get(documentId);
    if (known) return known;
    const held = await this.client.getDocument({ params: { id: documentId } });
    const { id: revision, reading } = held.object.revisions.at(-1)!;
    const bytes = reading.extraction
      ? await this.client.getPiece({ params: { id: documentId, revision, piece: 0 } })
      : await (await fetch(`${this.#url}/api/documents/${documentId}/text`)).arrayBuffer();
    const text = { revision, words: new TextDecoder().decode(bytes) };
    this.#texts.set(documentId, text);
    return text;
  }
}

/** @returns the draft that brings an object into being. */
export const create = (
  kind: Draft['kind'],
  object: { readonly id: string } & Record<string, unknown>,
): Draft => ({
  kind,
  objectId: object.id,
  operation: { op: 'create', value: JSON.parse(JSON.stringify(object)) },
});

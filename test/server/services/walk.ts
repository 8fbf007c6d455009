import { createHash } from 'node:crypto';
import type { Storage } from '../../../server/storage/port.ts';
import { readAtOf } from '../../../server/storage/read-at.ts';
import { ChangeError } from '../../../shared/change/apply.ts';
import { applyGroup } from '../../../shared/change/group.ts';
import { baseFor } from '../../../shared/change/paths.ts';
import type { Change, Operation, Versioned } from '../../../shared/model/change.ts';
import type { Document } from '../../../shared/model/document.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { align } from '../../../shared/revising/align.ts';
import { carryOf } from '../../../shared/revising/carry-of.ts';
import { quoteOf } from '../../../shared/text/quote.ts';

import type { Step } from './walk-steps.ts';

export const sha = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

/** Does on a desk what a walk says. What cannot be done is left undone. */
export async function walk(storage: Storage, steps: readonly Step[]): Promise<void> {
  const walker = new Walker(storage);
  for (const one of steps) await walker.take(one);
}

interface Gesture {
  readonly kind: Kind;
  readonly id: string;
  readonly held?: Versioned;
  readonly operation: Operation;
}

class Walker {
  readonly #storage: Storage;
  #count = 0;
  readonly #texts = new Map<string, string>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async take(step: Step): Promise<void> {
    const blobs = new Map<string, Uint8Array>();
    const gestures = await this.#gestures(step, blobs);
    if (gestures.length === 0) return;
    const group = this.#id();
    const changes = gestures.map(
      ({ kind, id, held, operation }): Change => ({
        id: this.#id(),
        group,
        kind,
        objectId: id,
        operation: JSON.parse(JSON.stringify(operation)) as Operation,
        base: baseFor(held, operation),
        at: this.#at(),
        by: this.#by(),
        ...('why' in step && step.why !== undefined ? { why: step.why } : {}),
      }),
    );
    const held = new Map<string, Versioned | undefined>();
    for (const { kind, objectId } of changes)
      held.set(`${kind}/${objectId}`, await this.#storage.readObject(kind, objectId));
    try {
      const claims = await this.#storage.readObjects('claim');
      for (const claim of claims) held.set(`claim/${claim.id}`, claim);
      const around = {
        get: (kind: Kind, id: string) => held.get(`${kind}/${id}`),
        claimsOf: (home: string) => claims.filter(({ object }) => object.anchor.documentId === home),
      };
      const result = applyGroup(around.get, changes, around.claimsOf);
      if (!result.applied) return;
      const { before, objects } = result;
      const readAt = readAtOf(around, changes, objects);
      await this.#storage.commit({ at: this.#at(), by: this.#by(), changes, before, objects, readAt, blobs });
    } catch (error) {
      if (!(error instanceof ChangeError)) throw error;
    }
  }

  async #gestures(step: Step, blobs: Map<string, Uint8Array>): Promise<Gesture[]> {
    switch (step.do) {
      case 'document': {
        const revision = this.#revision(step, blobs);
        const { origin, title } = step;
        return [
          this.#create('document', {
            title,
            origin,
            language: 'en',
            mediaType: 'text/x-wiki',
            revisions: [revision],
          }),
        ];
      }
      case 'revision': {
        const held = await this.#one('document', step.of);
        if (!held) return [];
        const revision = this.#revision(step, blobs);
        // Documents that were made before revisions moved claims had theirs added to the list.
        if (step.bom) return [edit(held, { op: 'add', list: 'revisions', item: revision })];
        return [edit(held, { op: 'revise', revision, carry: await this.#carry(held, revision.id) })];
      }
      case 'claim': {
        const anchor = await this.#anchor(step.of, step.spans);
        if (!anchor) return [];
        const { role, tags, type, value } = step;
        const fields = role === undefined ? {} : { role };
        const rest = { evidence: [], notes: [], settled: [], anchorState: 'intact', workflow: 'open' };
        const made = { createdBy: this.#by(), createdAt: this.#at() };
        return [this.#create('claim', { type, anchor, value, fields, tags, ...rest, ...made })];
      }
      case 'set': {
        const held = await this.#one('claim', step.of);
        return held ? [edit(held, { op: 'set', values: step.values as never })] : [];
      }
      case 'tag': {
        const held = await this.#one('claim', step.of);
        return held ? [edit(held, { op: 'add', list: 'tags', item: step.text, at: 0 })] : [];
      }
      case 'note': {
        const held = await this.#one('claim', step.of);
        const replyTo = step.reply ? held?.object.notes[0]?.id : undefined;
        const item = { id: this.#id(), text: step.text, by: this.#by(), at: this.#at(), replyTo };
        return held ? [edit(held, { op: 'add', list: 'notes', item: item as never })] : [];
      }
      case 'evidence': {
        const held = await this.#one('claim', step.of);
        const source = await this.#one('source', step.source);
        const passage = step.passage && (await this.#anchor(step.passage.of, step.passage.spans));
        if (!held || !(source || passage)) return [];
        const attachments = step.attached.map(name => this.#attachment(name, blobs));
        const item = {
          id: this.#id(),
          sourceId: source?.id,
          passage,
          stance: 'supports',
          ...step.more,
          ...(attachments.length > 0 ? { attachments } : {}),
          by: this.#by(),
          at: this.#at(),
        };
        return [edit(held, { op: 'add', list: 'evidence', item: item as never })];
      }
      case 'drop': {
        const held = await this.#one('claim', step.of);
        const item = held?.object[step.list][0];
        if (!held || !item) return [];
        return [edit(held, { op: 'drop', list: step.list, item: typeof item === 'string' ? item : item.id })];
      }
      case 'source': {
        const documentId = step.of === undefined ? undefined : (await this.#one('document', step.of))?.id;
        return [
          this.#create('source', { csl: { type: 'webpage', title: step.title, URL: step.url }, documentId }),
        ];
      }
      case 'entity': {
        const held = await this.#one('claim', step.of);
        const variants = [{ id: this.#id(), form: step.name, language: 'gl' }];
        const made = this.#create('entity', {
          kind: step.kind,
          preferred: step.name,
          variants,
          distinctFrom: [],
        });
        return held ? [made, edit(held, { op: 'set', values: { entityId: made.id } })] : [made];
      }
      case 'conflict': {
        const [a, b] = [await this.#one('claim', step.a), await this.#one('claim', step.b)];
        if (!a || !b || a.id === b.id) return [];
        const sides = [a, b].map(({ id }) => ({ id: this.#id(), value: `of ${id}`, claimIds: [id] }));
        const grounds = [{ id: this.#id(), rule: 'by-hand', says: step.title, for: true, score: 0.5 }];
        const rest = { severity: 'high', state: 'open', decisions: [], dissent: [] };
        const raised = { raisedBy: this.#by(), raisedAt: this.#at() };
        return [
          this.#create('conflict', {
            kind: 'name',
            key: this.#id(),
            title: step.title,
            sides,
            grounds,
            ...rest,
            ...raised,
          }),
        ];
      }
      case 'decide': {
        const held = await this.#one('conflict', step.of);
        if (!held) return [];
        const { preferred, reason } = step;
        const made = { by: this.#by(), at: this.#at() };
        const reopened = step.reopen ? { ...made, reason } : undefined;
        const item = { id: this.#id(), outcome: 'same-entity', preferred, reason, reopened, ...made };
        const decided = edit(held, { op: 'add', list: 'decisions', item: item as never });
        const claim = await this.#storage.readObject('claim', held.object.sides[0]!.claimIds[0]!);
        const settled = { id: item.id, conflictId: held.id, preferred };
        return [
          decided,
          edit(held, { op: 'set', values: { state: step.reopen ? 'open' : 'settled' } }),
          ...(claim ? [edit(claim, { op: 'add', list: 'settled', item: settled as never })] : []),
        ];
      }
      case 'refuse': {
        const documentId = step.of === undefined ? undefined : (await this.#one('document', step.of))?.id;
        return [
          this.#create('refusal', {
            of: documentId === undefined ? 'finding' : 'suggestion',
            key: `of ${step.words}`,
            documentId,
            quote: step.words,
            basis: { sides: [{ value: '', words: [step.words], evidence: [] }], digest: sha(step.words) },
            by: this.#by(),
            at: this.#at(),
          }),
        ];
      }
      case 'remove':
      case 'restore': {
        const held = await this.#one(step.kind, step.of);
        return held ? [edit(held, { op: step.do })] : [];
      }
    }
  }

  /** A file with its own name in it. */
  #attachment(name: string, blobs: Map<string, Uint8Array>) {
    const bytes = new TextEncoder().encode(name);
    blobs.set(sha(bytes), bytes);
    const made = { addedBy: this.#by(), addedAt: this.#at() };
    return { id: this.#id(), sha256: sha(bytes), name, mediaType: 'text/plain', size: bytes.length, ...made };
  }

  #revision(
    step: { text: string; bom: boolean },
    blobs: Map<string, Uint8Array>,
  ): Document['revisions'][number] {
    const text = step.text.replace(/^\ufeff+/, '');
    const bytes = new TextEncoder().encode(step.bom ? `\ufeff${text}` : text);
    const plain = new TextEncoder().encode(text);
    const content = bytes.length === 0 ? new Uint8Array([32]) : bytes;
    blobs.set(sha(content), content).set(sha(plain), plain);
    const id = this.#id();
    this.#texts.set(id, text);
    return {
      id,
      sha256: sha(content),
      bytes: content.length,
      reading: { decoder: 'utf-8', version: '1', encoding: 'utf-8', bom: step.bom },
      textSha256: sha(plain),
      length: text.length,
      addedAt: this.#at(),
      addedBy: this.#by(),
    };
  }

  async #carry({ id, object }: Versioned<'document'>, to: string) {
    const claims = (await this.#storage.readObjects('claim', id)).map(held => held.object);
    const text = (revision: string) => this.#texts.get(revision)!;
    const alignment = (revision: string) => align(text(revision), text(to));
    return carryOf(object.revisions.at(-1)!.id, claims, alignment).carry;
  }

  async #anchor(of: number, spans: readonly (readonly [number, number])[]) {
    const document = (await this.#one('document', of))?.object;
    const revision = document?.revisions.at(-1);
    const text = this.#texts.get(revision?.id ?? '') ?? '';
    const ranges: { start: number; end: number }[] = [];
    let at = 0;
    for (const [gap, length] of spans) {
      const start = at + (gap % Math.max(1, text.length));
      const end = Math.min(text.length, start + length);
      if (end > start) ranges.push({ start, end });
      at = Math.max(at, end);
    }
    if (!document || !revision || ranges.length === 0) return undefined;
    return { documentId: document.id, revision: revision.id, ranges, quote: quoteOf(text, ranges) };
  }

  async #one<K extends Kind>(kind: K, n: number): Promise<Versioned<K> | undefined> {
    const all = await this.#storage.readObjects(kind);
    return all[n % Math.max(1, all.length)];
  }

  #create(kind: Kind, value: Record<string, unknown>): Gesture {
    const id = this.#id();
    return { kind, id, operation: { op: 'create', value: { id, ...value } as never } };
  }

  #id(): string {
    const hex = sha(`id ${this.#count++}`);
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  #at(): string {
    const second = String(this.#count % 60).padStart(2, '0');
    return this.#count % 7 === 0 ? '2026-05-07T10:42:59Z' : `2026-05-07T10:42:${second}.000Z`;
  }

  #by(): string {
    return ['Ana', 'Бранко', 'Guest', 'ש\ud83dx'][this.#count % 4]!;
  }
}

function edit(held: Versioned, operation: Operation): Gesture {
  return { kind: held.kind, id: held.id, held, operation };
}

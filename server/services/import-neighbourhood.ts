import { bytesNamedBy } from '../../shared/change/named-bytes.ts';
import { FormatError, type ImportPlan, type RemovedObject } from '../../shared/formats/format.ts';
import { type Reference, referencesOf } from '../../shared/formats/references.ts';
import type { Anchor } from '../../shared/model/anchor.ts';
import type { Attachment } from '../../shared/model/attachment.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Claim } from '../../shared/model/claim.ts';
import type { Document, Revision } from '../../shared/model/document.ts';
import type { AnyObject, Kind } from '../../shared/model/objects.ts';
import { verifyQuote } from '../../shared/text/quote.ts';
import type { Storage } from '../storage/port.ts';

/** An object of a file, and where in the file it stands. */
export interface Incoming {
  readonly kind: Kind;
  readonly object: AnyObject;
  readonly path: string;
  readonly removed?: RemovedObject['removed'];
}

/** What surrounds the objects of a file: one another, and what the desk has. */
export class Neighbourhood {
  readonly #storage: Storage;
  readonly #plan: ImportPlan;
  readonly #incoming: ReadonlyMap<string, Incoming>;
  readonly #held: ReadonlyMap<string, Versioned>;
  readonly #texts = new Map<string, Promise<string | undefined>>();
  readonly #bytesHere: ReadonlySet<string>;

  private constructor(
    storage: Storage,
    plan: ImportPlan,
    incoming: ReadonlyMap<string, Incoming>,
    held: ReadonlyMap<string, Versioned>,
    bytesHere: ReadonlySet<string>,
  ) {
    this.#storage = storage;
    this.#plan = plan;
    this.#incoming = incoming;
    this.#held = held;
    this.#bytesHere = bytesHere;
  }

  /** Reads from the desk whatever the objects of a file may meet there. */
  static async of(storage: Storage, incoming: readonly Incoming[], plan: ImportPlan): Promise<Neighbourhood> {
    const keys = new Map<string, readonly [Kind, string]>();
    for (const { kind, object } of incoming) {
      keys.set(`${kind}/${object.id}`, [kind, object.id]);
      for (const named of referencesOf(kind, object))
        keys.set(`${named.kind}/${named.id}`, [named.kind, named.id]);
    }
    const held = new Map<string, Versioned>();
    for (const [key, [kind, id]] of keys) {
      const found = await storage.readObject(kind, id);
      if (found) held.set(key, found);
    }
    const bytesHere = new Set<string>();
    for (const { kind, object } of incoming)
      for (const name of bytesNamedBy(kind, object))
        if (!plan.blobs.has(name) && !bytesHere.has(name) && (await storage.readBlob(name)))
          bytesHere.add(name);
    const byKey = new Map(incoming.map(one => [`${one.kind}/${one.object.id}`, one]));
    return new Neighbourhood(storage, plan, byKey, held, bytesHere);
  }

  /** @returns the object of this desk, removed or not. */
  held(kind: Kind, id: string): Versioned | undefined {
    return this.#held.get(`${kind}/${id}`);
  }

  /** @returns of how many claims a conflict speaks that are neither in the file nor here. */
  missingClaims({ kind, object }: Incoming): number {
    if (kind !== 'conflict') return 0;
    return referencesOf(kind, object).filter(named => !this.#knows(named)).length;
  }

  /** @throws FormatError where what the object needs is neither in the file nor here, or does not fit it */
  requireSound({ kind, object, path }: Incoming): void {
    for (const named of referencesOf(kind, object))
      if (isNeeded(kind, named) && !this.#knows(named))
        throw new FormatError(
          `${path}.${named.path}`,
          `${path}.${named.path} names the ${named.kind} ${named.id}, which is neither in this file nor on this desk. If it was removed where the file comes from, restore it there and export again.`,
        );
    if (kind === 'document') this.#requireBytes(object as Document, path);
    if (kind !== 'claim') return;
    const claim = object as Claim;
    this.#requireFit(claim.anchor, `${path}.anchor`);
    for (const [i, { attachments = [], passage }] of claim.evidence.entries()) {
      if (passage) this.#requireFit(passage, `${path}.evidence.${i}.passage`);
      for (const [a, attachment] of attachments.entries())
        this.#requireAttached(attachment, `${path}.evidence.${i}.attachments.${a}`);
    }
  }

  /** @returns a note on those claims that should stand on their words and do not. */
  async strayed(fresh: readonly Incoming[]): Promise<string[]> {
    const strayed: string[] = [];
    for (const { kind, object } of fresh) {
      if (kind !== 'claim') continue;
      const { anchor, anchorState, id } = object as Claim;
      if (anchorState !== 'intact' && anchorState !== 'shifted') continue;
      const text = await this.#text(this.#revision(anchor)!);
      if (text !== undefined && !verifyQuote(text, anchor.ranges, anchor.quote).exact) strayed.push(id);
    }
    if (strayed.length === 0) return [];
    const some = strayed.slice(0, 3).join(', ') + (strayed.length > 3 ? ', …' : '');
    return [`${strayed.length} of the claims do not find their words where they should stand: ${some}.`];
  }

  #knows({ kind, id }: Reference): boolean {
    return this.#incoming.has(`${kind}/${id}`) || this.#held.has(`${kind}/${id}`);
  }

  #document(id: string): Document | undefined {
    const key = `document/${id}`;
    return (this.#incoming.get(key)?.object ?? this.#held.get(key)?.object) as Document | undefined;
  }

  #revision({ documentId, revision }: Anchor): Revision | undefined {
    return this.#document(documentId)?.revisions.find(({ id }) => id === revision);
  }

  #requireFit(anchor: Anchor, path: string): void {
    const revision = this.#revision(anchor);
    if (!revision)
      throw new FormatError(
        `${path}.revision`,
        `${path}.revision names the revision ${anchor.revision}, which the document ${anchor.documentId} does not have.`,
      );
    if (anchor.ranges.at(-1)!.end > revision.length)
      throw new FormatError(
        `${path}.ranges`,
        `${path}.ranges end at ${anchor.ranges.at(-1)!.end}, beyond the end of the text, which has ${revision.length} UTF-16 code units.`,
      );
  }

  #requireBytes({ id, revisions }: Document, path: string): void {
    for (const [i, { sha256, textSha256 }] of revisions.entries())
      for (const name of [sha256, textSha256])
        if (!this.#plan.blobs.has(name) && !this.#bytesHere.has(name))
          throw new FormatError(
            `${path}.revisions.${i}`,
            `The bytes ${name} of the document ${id} are neither in this file nor on this desk. An export of a filter has none: take in an export of the document first.`,
          );
  }

  #requireAttached({ name, sha256 }: Attachment, path: string): void {
    if (!this.#plan.blobs.has(sha256) && !this.#bytesHere.has(sha256))
      throw new FormatError(
        path,
        `The bytes of the attachment "${name}" (${sha256}) are neither in this file nor on this desk. An export of a filter has none: take in an export of the document first.`,
      );
  }

  #text({ textSha256 }: Revision): Promise<string | undefined> {
    let text = this.#texts.get(textSha256);
    if (!text) {
      text = this.#read(textSha256);
      this.#texts.set(textSha256, text);
    }
    return text;
  }

  async #read(sha256: string): Promise<string | undefined> {
    const bytes = this.#plan.blobs.get(sha256) ?? (await this.#storage.readBlob(sha256));
    return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
}

/** Whether an object is worth nothing without what it names there. */
function isNeeded(kind: Kind, named: Reference): boolean {
  if (kind === 'claim') return named.kind !== 'conflict';
  return kind === 'source' || kind === 'refusal' || kind === 'annotation';
}

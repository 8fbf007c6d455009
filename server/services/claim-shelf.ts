import { encodeClaimIndex } from '../../shared/claim-index/codec.ts';
import { rowOf } from '../../shared/claim-index/row.ts';
import { ClaimTable } from '../../shared/claim-index/table.ts';
import { inTextOrder } from '../../shared/formats/order.ts';
import type { LogEntry, Versioned } from '../../shared/model/change.ts';
import { currentRevision } from '../../shared/model/document.ts';
import { workflow } from '../../shared/model/scales.ts';
import type { Head, Storage } from '../storage/port.ts';
import { OpenConflicts } from './open-conflicts.ts';
import { QuotingClaims } from './quoting-claims.ts';

type HeldClaim = Versioned<'claim'>;
const TICKED = new Set(
  (['checked', 'in-review', 'signed-off'] as const).map(code => workflow.codes.indexOf(code)),
);

/** The claims of one document, and the index of those that are not removed. */
export class DocumentClaims {
  readonly claims = new Map<string, HeldClaim>();
  /** The entry of the log that last touched these claims, or the newest one when the desk was opened. */
  at: Head;
  readonly #inConflict: (claimId: string) => boolean;
  #revision: string | undefined;
  #table: ClaimTable | undefined;
  #encoded: { version: number; bytes: Buffer } | undefined;
  #ticked = { version: -1, count: 0 };

  constructor(at: Head, revision: string | undefined, inConflict: (claimId: string) => boolean) {
    this.at = at;
    this.#revision = revision;
    this.#inConflict = inConflict;
  }

  /** Made when first asked for, and anew for another revision: one by one, claims that move would cost the square of their number. */
  get table(): ClaimTable {
    this.#table ??= this.#makeTable();
    return this.#table;
  }

  put(held: HeldClaim): void {
    this.claims.set(held.id, held);
    if (held.removed) this.#table?.delete(held.id);
    else this.#table?.put(this.#rowOf(held));
  }

  /** Another revision is the current one. */
  revise(revision: string): void {
    if (this.#revision === revision) return;
    this.#revision = revision;
    this.#table = undefined;
    this.#encoded = undefined;
    this.#ticked = { version: -1, count: 0 };
  }

  setConflict(claimId: string): void {
    this.#table?.setConflict(claimId, this.#inConflict(claimId));
  }

  /** The claims that stand on an older revision than the current one, in the order in which they stood there. */
  get waiting(): HeldClaim[] {
    const { table } = this;
    return Array.from(table.waiting, slot => this.claims.get(table.idAt(slot))!);
  }

  /** How many claims are checked, in review or signed off. */
  get ticked(): number {
    const { table } = this;
    if (this.#ticked.version !== table.version) {
      let count = 0;
      for (const slot of table.all) if (TICKED.has(table.columns.workflow[slot]!)) count++;
      this.#ticked = { version: table.version, count };
    }
    return this.#ticked.count;
  }

  /** The index as it travels (`shared/claim-index/codec.ts`), written when it was asked for first. */
  encoded(): Buffer {
    const { table } = this;
    if (this.#encoded?.version !== table.version) {
      const bytes = Buffer.from(encodeClaimIndex(table, this.at.seq).buffer);
      this.#encoded = { version: table.version, bytes };
    }
    return this.#encoded.bytes;
  }

  /** As much of the index as a window of the text needs; UTF-16 code units. */
  encodedWindow(from: number, to: number): Buffer {
    const slots = Uint32Array.from(this.table.touching(from, to));
    return Buffer.from(encodeClaimIndex(this.table, this.at.seq, slots).buffer);
  }

  #makeTable(): ClaimTable {
    const table = new ClaimTable({ revision: this.#revision });
    const present = [...this.claims.values()].filter(({ removed }) => !removed);
    // In the order of the text, so that no claim has to be put in between others.
    for (const held of inTextOrder(present)) table.put(this.#rowOf(held));
    return table;
  }

  #rowOf({ id, object }: HeldClaim) {
    return rowOf(object, this.#inConflict(id), this.#revision);
  }
}

/** All claims of the desk by document, kept up with what is committed. */
export class ClaimShelf {
  readonly conflicts = new OpenConflicts();
  readonly quoting = new QuotingClaims();
  readonly #documents = new Map<string, DocumentClaims>();
  readonly #homes = new Map<string, string>();
  /** The current revision of each document. */
  readonly #revisions = new Map<string, string>();
  readonly #opened: Head;

  constructor(opened: Head) {
    this.#opened = opened;
  }

  /** Reads what the store holds. */
  static async load(storage: Storage): Promise<ClaimShelf> {
    const shelf = new ClaimShelf(storage.head);
    for (const document of await storage.readObjects('document')) shelf.#revise(document);
    for (const conflict of await storage.readObjects('conflict')) shelf.conflicts.put(conflict);
    for (const claim of await storage.readObjects('claim')) shelf.#put(claim);
    // Nobody who asks shall wait for what can be made before anybody does.
    for (const document of shelf.#documents.values()) void document.table;
    return shelf;
  }

  /** Takes in what was committed. */
  take(entry: LogEntry, objects: readonly Versioned[]): void {
    const touched = new Set<DocumentClaims>();
    for (const held of objects)
      if (held.kind === 'document') {
        const claims = this.#revise(held as Versioned<'document'>);
        if (claims) touched.add(claims);
      }
    for (const held of objects)
      if (held.kind === 'conflict')
        for (const claim of this.conflicts.put(held as Versioned<'conflict'>)) {
          const home = this.#homeOf(claim);
          home?.setConflict(claim);
          if (home) touched.add(home);
        }
    for (const held of objects) if (held.kind === 'claim') touched.add(this.#put(held as HeldClaim));
    for (const document of touched) document.at = { seq: entry.seq, hash: entry.hash };
  }

  /** The claims of a document; an empty shelf where it has none. */
  of(documentId: string): DocumentClaims {
    return this.#documents.get(documentId) ?? this.#newShelf(documentId);
  }

  /** A claim, removed or not. */
  claim(id: string): HeldClaim | undefined {
    return this.#homeOf(id)?.claims.get(id);
  }

  /** Every claim that is not removed and stands in any document. */
  *present(): Generator<HeldClaim> {
    for (const { claims } of this.#documents.values())
      for (const claim of claims.values()) if (!claim.removed) yield claim;
  }

  /** How many open conflicts have a claim in each document. */
  openConflicts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const claims of this.conflicts.all.values())
      for (const home of new Set(claims.map(claim => this.#homes.get(claim))))
        if (home !== undefined) counts.set(home, (counts.get(home) ?? 0) + 1);
    return counts;
  }

  #homeOf(claimId: string): DocumentClaims | undefined {
    const home = this.#homes.get(claimId);
    return home === undefined ? undefined : this.#documents.get(home);
  }

  #newShelf(documentId: string): DocumentClaims {
    const revision = this.#revisions.get(documentId);
    return new DocumentClaims(this.#opened, revision, claim => this.conflicts.has(claim));
  }

  /** @returns the claims of the document where it has another revision than before */
  #revise({ id, object }: Versioned<'document'>): DocumentClaims | undefined {
    const revision = currentRevision(object).id;
    if (this.#revisions.get(id) === revision) return undefined;
    this.#revisions.set(id, revision);
    const claims = this.#documents.get(id);
    claims?.revise(revision);
    return claims;
  }

  #put(held: HeldClaim): DocumentClaims {
    const home = held.object.anchor.documentId;
    let document = this.#documents.get(home);
    if (!document) {
      document = this.#newShelf(home);
      this.#documents.set(home, document);
    }
    this.quoting.put(document.claims.get(held.id), held);
    this.#homes.set(held.id, home);
    document.put(held);
    return document;
  }
}

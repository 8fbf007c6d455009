import { encodeClaimIndex } from '../../shared/claim-index/codec.ts';
import { rowOf } from '../../shared/claim-index/row.ts';
import { ClaimTable } from '../../shared/claim-index/table.ts';
import type { LogEntry, Versioned } from '../../shared/model/change.ts';
import { workflow } from '../../shared/model/scales.ts';
import type { Head, Storage } from '../storage/port.ts';
import { OpenConflicts } from './open-conflicts.ts';

type HeldClaim = Versioned<'claim'>;
const TICKED = new Set(
  (['checked', 'in-review', 'signed-off'] as const).map(code => workflow.codes.indexOf(code)),
);

/** The claims of one document, and the index of those that are not removed. */
export class DocumentClaims {
  readonly table = new ClaimTable();
  readonly claims = new Map<string, HeldClaim>();
  /** The entry of the log that last touched these claims, or the newest one when the desk was opened. */
  at: Head;
  #encoded: { version: number; bytes: Buffer } | undefined;
  #ticked = { version: -1, count: 0 };

  constructor(at: Head) {
    this.at = at;
  }

  /** How many claims are checked, in review or signed off. */
  get ticked(): number {
    const { table } = this;
    if (this.#ticked.version !== table.version) {
      let count = 0;
      for (const slot of table.order) if (TICKED.has(table.columns.workflow[slot]!)) count++;
      this.#ticked = { version: table.version, count };
    }
    return this.#ticked.count;
  }

  /** The index as it travels (`shared/claim-index/codec.ts`), written when it was asked for first. */
  encoded(): Buffer {
    const { version } = this.table;
    if (this.#encoded?.version !== version)
      this.#encoded = { version, bytes: Buffer.from(encodeClaimIndex(this.table, this.at.seq).buffer) };
    return this.#encoded.bytes;
  }

  /** As much of the index as a window of the text needs; UTF-16 code units. */
  encodedWindow(from: number, to: number): Buffer {
    const slots = Uint32Array.from(this.table.touching(from, to));
    return Buffer.from(encodeClaimIndex(this.table, this.at.seq, slots).buffer);
  }
}

/** All claims of the desk by document, kept up with what is committed. */
export class ClaimShelf {
  readonly conflicts = new OpenConflicts();
  readonly #documents = new Map<string, DocumentClaims>();
  readonly #homes = new Map<string, string>();
  readonly #opened: Head;

  constructor(opened: Head) {
    this.#opened = opened;
  }

  /** Reads what the store holds. */
  static async load(storage: Storage): Promise<ClaimShelf> {
    const shelf = new ClaimShelf(storage.head);
    for (const conflict of await storage.readObjects('conflict')) shelf.conflicts.put(conflict);
    const claims = [...(await storage.readObjects('claim'))];
    claims.sort((a, b) => a.object.anchor.ranges[0]!.start - b.object.anchor.ranges[0]!.start);
    for (const claim of claims) shelf.#put(claim);
    return shelf;
  }

  /** Takes in what was committed. */
  take(entry: LogEntry, objects: readonly Versioned[]): void {
    const touched = new Set<DocumentClaims>();
    for (const held of objects)
      if (held.kind === 'conflict')
        for (const claim of this.conflicts.put(held as Versioned<'conflict'>)) {
          const home = this.#homeOf(claim);
          home?.table.setConflict(claim, this.conflicts.has(claim));
          if (home) touched.add(home);
        }
    for (const held of objects) if (held.kind === 'claim') touched.add(this.#put(held as HeldClaim));
    for (const document of touched) document.at = { seq: entry.seq, hash: entry.hash };
  }

  /** The claims of a document; an empty shelf where it has none. */
  of(documentId: string): DocumentClaims {
    return this.#documents.get(documentId) ?? new DocumentClaims(this.#opened);
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

  #put(held: HeldClaim): DocumentClaims {
    const home = held.object.anchor.documentId;
    let document = this.#documents.get(home);
    if (!document) {
      document = new DocumentClaims(this.#opened);
      this.#documents.set(home, document);
    }
    this.#homes.set(held.id, home);
    document.claims.set(held.id, held);
    if (held.removed) document.table.delete(held.id);
    else document.table.put(rowOf(held.object, this.conflicts.has(held.id)));
    return document;
  }
}

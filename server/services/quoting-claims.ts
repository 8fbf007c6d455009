import type { Versioned } from '../../shared/model/change.ts';

type HeldClaim = Versioned<'claim'>;

/** Which claims quote which documents as evidence. */
export class QuotingClaims {
  readonly #byDocument = new Map<string, Map<string, HeldClaim>>();

  /** Takes in a claim as it is now. @param before as it was, where it was here */
  put(before: HeldClaim | undefined, now: HeldClaim): void {
    for (const id of before ? quotedBy(before) : []) this.#byDocument.get(id)?.delete(now.id);
    for (const id of quotedBy(now)) {
      const claims = this.#byDocument.get(id) ?? new Map<string, HeldClaim>();
      this.#byDocument.set(id, claims.set(now.id, now));
    }
  }

  /** Claims that are not removed and have a passage of a document as evidence. */
  of(documentId: string): Iterable<HeldClaim> {
    return this.#byDocument.get(documentId)?.values() ?? [];
  }
}

function quotedBy({ object, removed }: HeldClaim): ReadonlySet<string> {
  const documents = new Set<string>();
  if (!removed) for (const { passage } of object.evidence) if (passage) documents.add(passage.documentId);
  return documents;
}

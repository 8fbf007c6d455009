import type { Offered } from '../../../shared/api/found.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Texts } from '../texts.ts';
import type { FoundCache } from './found-cache.ts';
import { KnownForms } from './known-forms.ts';
import type { Kept, ToExaminer } from './messages.ts';
import { besides, offersIn } from './offers.ts';
import { Proposals } from './proposals.ts';
import { Recommendations } from './recommendations.ts';
import type { Standing } from './standing.ts';

interface DocumentSearchPorts {
  readonly texts: Texts;
  readonly claims: ClaimShelf;
  readonly cache: FoundCache;
  readonly standing: Standing;
  /** Address of the engine. */
  readonly engine: string;
  /** Address of a service that proposes claims besides. */
  readonly recommender: string | undefined;
  readonly today: () => string;
  /** Is told of a document whose suggestions have to be made. */
  readonly pending: (documentId: string) => void;
  /** Is told of a document whose suggestions are there, or cannot be made. */
  readonly proposed: (documentId: string) => void;
  /** Is told of a document for which something was recommended besides. */
  readonly recommended: (documentId: string) => void;
}

/** The suggestions of a document. */
export interface OfferedHere {
  readonly state: 'pending' | 'ready' | 'failed';
  readonly offered: readonly Offered[];
  /** How many more were found than are kept. */
  readonly beyond: number;
}

/** Searches documents one by one for what may be claimed in them. */
export class DocumentSearch {
  readonly proposals: Proposals;
  readonly #ports: DocumentSearchPorts;
  readonly #recommendations: Recommendations;
  readonly #forms = new KnownForms();

  constructor(ports: DocumentSearchPorts) {
    this.#ports = ports;
    const { texts, claims, cache, engine, today } = ports;
    this.proposals = new Proposals({ texts, cache, today, engine, ready: ports.proposed });
    this.#recommendations = new Recommendations(ports.recommender, {
      texts,
      claims,
      cache,
      ready: ports.recommended,
    });
  }

  get recommender(): Recommendations['status'] {
    return this.#recommendations.status;
  }

  /** Takes in an entity: names of it are known from now on. */
  know(held: Versioned<'entity'>): void {
    this.#forms.put(held);
  }

  /** @returns whether its text is another than was searched; `again` searches it in any case */
  async want(held: Versioned<'document'>, again = false): Promise<boolean> {
    const { proposals } = this;
    const isNew = await proposals.want(held, again);
    if (proposals.state(held.id) === 'pending') this.#ports.pending(held.id);
    const [facts, revision] = [proposals.facts(held.id), proposals.revision(held.id)];
    if (isNew && facts && revision) await this.#recommendations.want(facts, revision, again);
    return isNew;
  }

  drop(documentId: string): void {
    this.proposals.drop(documentId);
    this.#recommendations.drop(documentId);
  }

  /** What is suggested in a document that is not removed. @param isWanted leaves out what nobody asked for */
  async offered(documentId: string, isWanted?: (one: Kept) => boolean): Promise<OfferedHere> {
    const { proposals } = this;
    const kept = await proposals.of(documentId);
    const state = proposals.state(documentId);
    const facts = proposals.facts(documentId);
    const recommended = await this.#recommendations.of(documentId);
    if (!kept || !facts) return { state: state === 'failed' ? state : 'pending', offered: [], beyond: 0 };
    const offered = offersIn(
      {
        documentId,
        revision: facts.revision,
        claims: this.#ports.claims.of(documentId),
        refusals: this.#ports.standing.refusalsIn(documentId),
        forms: this.#forms,
        ...(isWanted ? { isWanted } : {}),
      },
      besides(kept.suggestions, recommended),
    );
    return { state: 'ready', offered, beyond: kept.found - kept.suggestions.length };
  }

  /** What is examined of a document; nothing before its suggestions are there. */
  async toExaminer(id: string): Promise<(ToExaminer & { says: 'document' }) | undefined> {
    const { proposals } = this;
    const facts = proposals.facts(id);
    const revision = proposals.revision(id);
    if (!facts || !revision || proposals.state(id) === 'pending') return undefined;
    const bytes = await this.#ports.texts.blob(revision.textSha256);
    const suggestions = await proposals.bytesOf(id);
    if (proposals.state(id) === 'pending') return undefined;
    // Copies, since what is handed over is gone here.
    const text = new Uint8Array(bytes);
    return {
      says: 'document',
      facts,
      text,
      ...(suggestions ? { suggestions: new Uint8Array(suggestions) } : {}),
    };
  }

  close(): void {
    this.proposals.close();
    this.#recommendations.close();
  }
}

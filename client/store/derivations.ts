import { Locating } from '../../shared/derivation/locator.ts';
import type { Derivation } from '../../shared/model/derivation.ts';
import type { Revision } from '../../shared/model/document.ts';
import type { DeskClient } from './client.ts';

/** So many derivations are kept at hand. */
const KEPT = 6;
const utf8 = new TextDecoder();

/** What is known of texts that were derived from files of other kinds, fetched when it is first asked for. */
export class Derivations {
  readonly #client: DeskClient;
  readonly #here = new Map<string, Derivation>();
  readonly #coming = new Map<string, Promise<Derivation>>();

  constructor(client: DeskClient) {
    this.#client = client;
  }

  /** The derivation of a revision if it is at hand; undefined too where the revision has none. */
  peek({ reading }: Revision): Derivation | undefined {
    return reading.extraction && this.#here.get(reading.extraction.derivationSha256);
  }

  /**
   * @returns undefined where the revision is its own text
   * @throws where it cannot be fetched
   */
  async load(documentId: string, revision: Revision): Promise<Derivation | undefined> {
    const sha256 = revision.reading.extraction?.derivationSha256;
    if (sha256 === undefined) return undefined;
    const here = this.#here.get(sha256);
    if (here) return here;
    let coming = this.#coming.get(sha256);
    if (!coming) {
      coming = this.#fetch(documentId, revision.id, sha256).finally(() => this.#coming.delete(sha256));
      this.#coming.set(sha256, coming);
    }
    return coming;
  }

  async #fetch(id: string, revision: string, sha256: string): Promise<Derivation> {
    const bytes = await this.#client.getDerivation({ params: { id, revision } });
    const derivation = JSON.parse(utf8.decode(bytes)) as Derivation;
    this.#here.set(sha256, derivation);
    for (const old of this.#here.keys()) {
      if (this.#here.size <= KEPT) break;
      this.#here.delete(old);
    }
    return derivation;
  }
}

const all = new WeakMap<DeskClient, Derivations>();

/** The derivations that come by a client. */
export function derivationsOf(client: DeskClient): Derivations {
  let derivations = all.get(client);
  if (!derivations) {
    derivations = new Derivations(client);
    all.set(client, derivations);
  }
  return derivations;
}

const located = new WeakMap<Derivation, Locating>();

/** What says of ranges of a derived text where in the original they stand. */
export function locatingOf(derivation: Derivation): Locating {
  let locating = located.get(derivation);
  if (!locating) {
    locating = new Locating(derivation);
    located.set(derivation, locating);
  }
  return locating;
}

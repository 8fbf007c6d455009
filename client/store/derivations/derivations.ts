import { Locating } from '../../../shared/derivation/locator.ts';
import type { Derivation } from '../../../shared/model/derivation.ts';
import type { Revision } from '../../../shared/model/document.ts';
import type { DeskClient } from '../client.ts';
import { FarDerivation } from './far-derivation.ts';
import type { KnownDerivation } from './known-derivation.ts';
import { NearDerivation } from './near-derivation.ts';

/** So many derivations are kept at hand. */
const KEPT = 4;
/** Up to so many bytes a derivation is read where it is needed, in a part of a frame. */
const NEAR = 500_000;
const utf8 = new TextDecoder();

/** A derived text that can be fetched. */
export interface DerivedText {
  pieces(): AsyncIterable<string>;
}

/** What is known of texts that were derived from files of other kinds, fetched when it is first asked for. */
export class Derivations {
  readonly #client: DeskClient;
  readonly #here = new Map<string, KnownDerivation>();
  readonly #coming = new Map<string, Promise<KnownDerivation>>();

  constructor(client: DeskClient) {
    this.#client = client;
  }

  /** The derivation of a revision if it is at hand; undefined too where the revision has none. */
  peek(revision: Revision): KnownDerivation | undefined {
    return this.#here.get(keyOf(revision));
  }

  /**
   * @returns undefined where the revision is its own text
   * @throws where it or its text cannot be fetched
   */
  async load(
    documentId: string,
    revision: Revision,
    text: DerivedText,
  ): Promise<KnownDerivation | undefined> {
    if (!revision.reading.extraction) return undefined;
    const key = keyOf(revision);
    const here = this.#here.get(key);
    if (here) {
      // What was asked for last goes last.
      this.#here.delete(key);
      this.#here.set(key, here);
      return here;
    }
    let coming = this.#coming.get(key);
    if (!coming) {
      coming = this.#fetch(documentId, revision, text).finally(() => this.#coming.delete(key));
      this.#coming.set(key, coming);
    }
    return coming;
  }

  async #fetch(documentId: string, revision: Revision, text: DerivedText): Promise<KnownDerivation> {
    const bytes = await this.#client.getDerivation({ params: { id: documentId, revision: revision.id } });
    const known = await read(bytes, text);
    this.#here.set(keyOf(revision), known);
    for (const [old, derivation] of this.#here) {
      if (this.#here.size <= KEPT) break;
      this.#here.delete(old);
      derivation.close();
    }
    return known;
  }
}

/** A revision whose words were redacted is another text. */
const keyOf = ({ id, reading }: Revision): string => `${id} ${reading.extraction?.derivationSha256}`;

async function read(bytes: ArrayBuffer, text: DerivedText): Promise<KnownDerivation> {
  if (bytes.byteLength > NEAR) return FarDerivation.open(bytes, text.pieces());
  let words = '';
  for await (const piece of text.pieces()) words += piece;
  return new NearDerivation(words, JSON.parse(utf8.decode(bytes)) as Derivation);
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

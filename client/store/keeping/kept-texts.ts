const NAME = 'variorum-texts';
/** Addresses of texts, of their originals and of what is known of them: what lies there never changes. */
const TEXT = /^\/api\/documents\/[^/]+\/revisions\/[^/]+\/(map|derivation|bytes|text\/\d+)$/;

/** Texts of documents in the browser's cache, piece by piece, under the addresses at which the server has them. */
export class KeptTexts {
  readonly #cache = typeof caches === 'undefined' ? undefined : caches.open(NAME);

  constructor() {
    this.#cache?.catch(() => undefined);
  }

  /** @returns what is kept of an address, or undefined */
  async get(url: string): Promise<Response | undefined> {
    if (!TEXT.test(url)) return undefined;
    return (await this.#cache?.catch(() => undefined))?.match(url);
  }

  /** Fetches a text and keeps it. @returns the bytes it takes @throws where it cannot be fetched, or kept */
  async keep(url: string, fetch: typeof globalThis.fetch): Promise<ArrayBuffer> {
    const known = await this.get(url);
    if (known) return known.arrayBuffer();
    const reply = await fetch(url);
    if (!reply.ok) throw new Error(`The server answered with status ${reply.status}.`);
    const bytes = await reply.arrayBuffer();
    const type = reply.headers.get('content-type') ?? 'text/plain';
    await (await this.#cache)?.put(url, new Response(bytes, { headers: { 'content-type': type } }));
    return bytes;
  }

  /** Drops all texts. */
  async forget(): Promise<void> {
    const cache = await this.#cache;
    await Promise.all(((await cache?.keys()) ?? []).map(address => cache?.delete(address)));
  }

  /** Drops the texts of a document. */
  async drop(documentId: string): Promise<void> {
    const cache = await this.#cache;
    const addresses = (await cache?.keys()) ?? [];
    const beginning = `/api/documents/${documentId}/`;
    const dropped = addresses.filter(({ url }) => new URL(url).pathname.startsWith(beginning));
    await Promise.all(dropped.map(address => cache?.delete(address)));
  }
}

/** @returns `fetch`, which gives the texts that are kept where the server does not answer */
export function fetchOrKept(texts: KeptTexts): typeof globalThis.fetch {
  return async (address, init) => {
    try {
      return await fetch(address, init);
    } catch (error) {
      const kept = typeof address === 'string' ? await texts.get(address) : undefined;
      if (!kept) throw error;
      return kept;
    }
  };
}

import { createHash } from 'node:crypto';
import type { FindingsStatus } from '../../../shared/api/routes/findings.ts';
import type { Revision } from '../../../shared/model/document.ts';
import type { ClaimShelf } from '../claim-shelf.ts';
import type { Texts } from '../texts.ts';
import type { FoundCache } from './found-cache.ts';
import type { Facts, Kept } from './messages.ts';
import { askRecommender, recommenderUrl } from './recommender.ts';

interface RecommendationPorts {
  readonly texts: Texts;
  readonly claims: ClaimShelf;
  readonly cache: FoundCache;
  /** What is recommended in a document is there. */
  ready(documentId: string): void;
}

interface Wanted {
  readonly facts: Facts;
  readonly revision: Revision;
}

/**
 * Claims that a service outside proposes, one document after the other. Nothing is sent where none is configured, and
 * nothing that it proposes is more than a suggestion: the conflict rules do not hear of it.
 */
export class Recommendations {
  readonly #url: URL | undefined;
  readonly #ports: RecommendationPorts;
  readonly #queue = new Map<string, Wanted>();
  readonly #names = new Map<string, string>();
  #current: { readonly documentId: string; readonly stop: AbortController } | undefined;
  #asked = 0;
  #proposed = 0;
  #problem: string | undefined;
  #isClosed = false;

  /** @throws BadRecommender for an address that texts may not be sent to */
  constructor(url: string | undefined, ports: RecommendationPorts) {
    this.#url = url === undefined ? undefined : recommenderUrl(url);
    this.#ports = ports;
  }

  get status(): FindingsStatus['recommender'] {
    if (!this.#url) return undefined;
    const problem = this.#problem === undefined ? {} : { problem: this.#problem };
    return { url: this.#url.href, asked: this.#asked, proposed: this.#proposed, ...problem };
  }

  /** Asks for a document where that has not been done for the text as it is. @param again whether it is asked anyway */
  async want(facts: Facts, revision: Revision, again = false): Promise<void> {
    if (!this.#url || this.#isClosed) return;
    const { documentId, language, mediaType } = facts;
    const all = JSON.stringify([this.#url.href, documentId, revision.textSha256, language, mediaType]);
    const name = `recommended-${createHash('sha256').update(all).digest('hex').slice(0, 40)}.json`;
    this.#names.set(documentId, name);
    if (!again && (await this.#ports.cache.has(name))) return;
    this.#queue.set(documentId, { facts, revision });
    void this.#next();
  }

  /** Gives up what is asked for a document. */
  drop(documentId: string): void {
    this.#queue.delete(documentId);
    this.#names.delete(documentId);
    if (this.#current?.documentId === documentId) this.#current.stop.abort();
  }

  /** What was recommended in a document; nothing where there is no answer. */
  async of(documentId: string): Promise<readonly Kept[]> {
    const name = this.#names.get(documentId);
    const bytes = name === undefined ? undefined : await this.#ports.cache.read(name);
    return bytes ? (JSON.parse(bytes.toString('utf8')) as Kept[]) : [];
  }

  close(): void {
    this.#isClosed = true;
    this.#queue.clear();
    this.#current?.stop.abort();
  }

  async #next(): Promise<void> {
    if (this.#current || this.#isClosed) return;
    for (const [documentId, wanted] of this.#queue) {
      this.#queue.delete(documentId);
      const stop = new AbortController();
      this.#current = { documentId, stop };
      await this.#ask(wanted, stop.signal);
      this.#current = undefined;
      if (this.#isClosed) return;
    }
  }

  async #ask({ facts, revision }: Wanted, signal: AbortSignal): Promise<void> {
    const { documentId, mediaType, language, title = '' } = facts;
    const name = this.#names.get(documentId)!;
    this.#asked++;
    try {
      const { text } = await this.#ports.texts.laid(revision);
      const rest = { mediaType, title, text, ...(language === undefined ? {} : { language }) };
      const question = { documentId, ...rest, claims: this.#claimsIn(facts) };
      const { suggestions, problem } = await askRecommender(this.#url!, question, signal);
      this.#problem = problem;
      this.#proposed += suggestions.length;
      await this.#ports.cache.write(name, Buffer.from(JSON.stringify(suggestions)));
      if (this.#names.get(documentId) === name) this.#ports.ready(documentId);
    } catch (error) {
      if (!signal.aborted) this.#problem = sayFailure(error as Error);
    }
  }

  #claimsIn({ documentId, revision }: Facts) {
    return [...this.#ports.claims.of(documentId).claims.values()].flatMap(({ removed, object }) => {
      const { anchor, type, value } = object;
      if (removed || anchor.revision !== revision) return [];
      const { start, end } = { start: anchor.ranges[0]!.start, end: anchor.ranges.at(-1)!.end };
      return [{ type, start, end, ...(value === undefined ? {} : { value }) }];
    });
  }
}

/** Why there is no answer: what `fetch` says itself is only that it failed. */
function sayFailure(error: Error): string {
  if (error.name === 'TimeoutError') return 'The service did not answer in time.';
  const { cause } = error;
  const why = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : undefined;
  return why ? `The service could not be asked: ${why}` : error.message;
}

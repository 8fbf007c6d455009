import type { DerivationSummary } from '../../../shared/derivation/derivation-index.ts';
import type { Excerpt } from '../../../shared/derivation/excerpt.ts';
import type { SoughtPlace } from '../../../shared/derivation/sought-place.ts';
import type { Span } from '../../../shared/text/text-like.ts';
import type { DerivationReply, DerivationRequest } from './derivation-worker.ts';
import type { KnownDerivation } from './known-derivation.ts';

/** So many excerpts are kept at hand. */
const KEPT = 48;

type Answer = Exclude<DerivationReply, { readonly summary: DerivationSummary }>;

/** A large derivation, which another thread reads and holds. */
export class FarDerivation implements KnownDerivation {
  readonly summary: DerivationSummary;
  readonly #worker: Worker;
  readonly #waits = new Map<number, (answer: Answer) => void>();
  readonly #here = new Map<string, { readonly span: Span; readonly excerpt: Excerpt }>();
  #asked = 0;

  private constructor(worker: Worker, summary: DerivationSummary) {
    this.#worker = worker;
    this.summary = summary;
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      this.#waits.get(data.id)?.(data);
      this.#waits.delete(data.id);
    };
  }

  /**
   * @param derivation canonical JSON; it is handed over, and cannot be read here afterwards
   * @param pieces the derived text, piece by piece
   * @throws where a piece cannot be had, or the derivation cannot be read
   */
  static async open(derivation: ArrayBuffer, pieces: AsyncIterable<string>): Promise<FarDerivation> {
    const worker = new Worker(new URL('./derivation-worker.ts', import.meta.url), { type: 'module' });
    const send = (request: DerivationRequest, handedOver: Transferable[] = []) =>
      worker.postMessage(request, handedOver);
    try {
      const summary = new Promise<DerivationSummary>((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<{ summary: DerivationSummary }>) => resolve(data.summary);
        worker.onerror = event => reject(new Error(event.message || 'The derivation could not be read.'));
      });
      // It may fail while the text is still being fetched.
      summary.catch(() => undefined);
      send({ derivation }, [derivation]);
      for await (const words of pieces) send({ words, isLast: false });
      send({ words: '', isLast: true });
      return new FarDerivation(worker, await summary);
    } catch (error) {
      worker.terminate();
      throw error;
    }
  }

  peek({ start, end }: Span): Excerpt | undefined {
    for (const { span, excerpt } of this.#here.values())
      if (span.start <= start && span.end >= end) return excerpt;
    return undefined;
  }

  async excerpt(span: Span): Promise<Excerpt> {
    const key = `${span.start}-${span.end}`;
    const here = this.#here.get(key);
    if (here) return here.excerpt;
    const { excerpt } = (await this.#ask(id => ({ id, span }))) as { excerpt: Excerpt };
    this.#here.set(key, { span, excerpt });
    for (const old of this.#here.keys()) {
      if (this.#here.size <= KEPT) break;
      this.#here.delete(old);
    }
    return excerpt;
  }

  async find(sought: SoughtPlace): Promise<number | undefined> {
    return ((await this.#ask(id => ({ id, sought }))) as { offset: number | undefined }).offset;
  }

  close(): void {
    this.#worker.terminate();
  }

  #ask(request: (id: number) => DerivationRequest): Promise<Answer> {
    const id = ++this.#asked;
    return new Promise(resolve => {
      this.#waits.set(id, resolve);
      this.#worker.postMessage(request(id));
    });
  }
}

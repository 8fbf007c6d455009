import type { FindingsNews, FindingsProgress } from '../../../shared/api/routes/findings.ts';

/** Fewest milliseconds between two words on how it goes. */
const PACE = 100;

/** Tells those who listen how it goes and whose suggestions are others than before, not too often. */
export class News {
  readonly #progress: () => FindingsProgress;
  readonly #listeners = new Set<(news: FindingsNews) => void>();
  readonly #documents = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isClosed = false;

  constructor(progress: () => FindingsProgress) {
    this.#progress = progress;
  }

  /** @returns a function that ends it */
  subscribe(listener: (news: FindingsNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Something will be told soon. @param documentId whose suggestions are others than before */
  soon(documentId?: string): void {
    if (documentId !== undefined) this.#documents.add(documentId);
    if (this.#isClosed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const documents = [...this.#documents];
      this.#documents.clear();
      const news = { ...this.#progress(), documents };
      for (const listener of this.#listeners) listener(news);
    }, PACE).unref();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }
}

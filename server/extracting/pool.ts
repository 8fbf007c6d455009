import { type ExtractionLimits, USUAL_EXTRACTION_LIMITS } from './limits.ts';
import type { FromExtractor, ToExtractor } from './messages.ts';
import { ExtractingProcess } from './process.ts';

/** So many files are extracted side by side: each may take the memory of its limit. */
const MOST = 2;
/** How long a process waits for another file, in milliseconds: in a folder one follows the other. */
const STAYS = 20_000;

/** Processes that extract, begun when they are needed. Files wait for their turn. */
export class ExtractingPool {
  readonly #registry: string;
  readonly #limits: ExtractionLimits;
  readonly #idle = new Map<ExtractingProcess, NodeJS.Timeout>();
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  /** @param registry the address of the module that has the extractors */
  constructor(registry: string, limits: ExtractionLimits = USUAL_EXTRACTION_LIMITS) {
    this.#registry = registry;
    this.#limits = limits;
  }

  /** As `ExtractingProcess.extract` does. */
  async extract(message: ToExtractor, signal?: AbortSignal): Promise<FromExtractor> {
    signal?.throwIfAborted();
    if (this.#busy >= MOST) await new Promise<void>(resolve => this.#waiting.push(resolve));
    else this.#busy++;
    try {
      signal?.throwIfAborted();
      const extracting = this.#take();
      try {
        return await extracting.extract(message, signal);
      } finally {
        this.#keep(extracting);
      }
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy--;
    }
  }

  #take(): ExtractingProcess {
    for (const [extracting, ends] of this.#idle) {
      clearTimeout(ends);
      this.#idle.delete(extracting);
      if (extracting.isAlive) return extracting;
    }
    return new ExtractingProcess(this.#registry, this.#limits);
  }

  #keep(extracting: ExtractingProcess): void {
    if (!extracting.isAlive) return;
    const end = setTimeout(() => {
      this.#idle.delete(extracting);
      extracting.end();
    }, STAYS);
    end.unref();
    this.#idle.set(extracting, end);
  }
}

import type { OriginalFile } from './extractor.ts';
import { type ExtractionLimits, USUAL_EXTRACTION_LIMITS } from './limits.ts';
import type { FromExtractor, Wanted } from './messages.ts';
import { ExtractingProcess } from './process.ts';

/** So many files are extracted side by side: each may take the memory of its limit. */
const MOST = 2;
/** How long a process waits for another file or part, in milliseconds: in a folder one follows the other. */
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

  /**
   * As `ExtractingProcess.extract` does. A file with a key stays open for a while for what else is wanted of it.
   */
  async extract(wanted: Wanted, file: OriginalFile, signal?: AbortSignal): Promise<FromExtractor> {
    signal?.throwIfAborted();
    if (this.#busy >= MOST) await new Promise<void>(resolve => this.#waiting.push(resolve));
    else this.#busy++;
    try {
      signal?.throwIfAborted();
      const extracting = this.#take(file.key);
      try {
        return await extracting.extract(wanted, file, signal);
      } finally {
        this.#keep(extracting);
      }
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy--;
    }
  }

  /** @returns the process that has a file open, or else one that has none */
  #take(key: string | undefined): ExtractingProcess {
    for (const [extracting, ends] of this.#idle)
      if (!extracting.isAlive) {
        clearTimeout(ends);
        this.#idle.delete(extracting);
      }
    const idle = [...this.#idle.keys()];
    const extracting =
      idle.find(({ holds }) => holds !== undefined && holds === key) ??
      idle.find(({ holds }) => holds === undefined) ??
      idle[0];
    if (!extracting) return new ExtractingProcess(this.#registry, this.#limits);
    clearTimeout(this.#idle.get(extracting));
    this.#idle.delete(extracting);
    return extracting;
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

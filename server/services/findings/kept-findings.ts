import { createHash } from 'node:crypto';
import type { Head } from '../../storage/port.ts';
import { codePrint } from './code-print.ts';
import type { FoundCache } from './found-cache.ts';
import type { Found } from './messages.ts';

const NAME = 'findings.json';
/** So many findings are written out at once. */
const BATCH = 20;

/** The findings of the whole desk as they were found at an entry of the log, kept over a restart. */
export class KeptFindings {
  readonly #cache: FoundCache;
  readonly #engine: string;
  readonly #today: () => string;
  #learned: string | undefined;
  #written: string | undefined;

  /** @param today gives the day: dates that lay in the future yesterday may not any more */
  constructor(cache: FoundCache, engine: string, today: () => string) {
    this.#today = today;
    this.#cache = cache;
    this.#engine = engine;
  }

  /** What suggestions were made with beside the code. */
  set learned(version: string | undefined) {
    this.#learned = version;
  }

  /** @returns what was found at an entry of the log by the same code; undefined where that is not known */
  async read(head: Head): Promise<ReadonlyMap<string, Found> | undefined> {
    const bytes = await this.#cache.read(NAME);
    if (!bytes) return undefined;
    try {
      const { print, findings } = JSON.parse(bytes.toString('utf8')) as { print: string; findings: Found[] };
      if (print !== (await this.#print(head))) return undefined;
      this.#written = print;
      return new Map(findings.map(found => [found.key, found]));
    } catch {
      return undefined;
    }
  }

  async write(head: Head, findings: ReadonlyMap<string, Found>): Promise<void> {
    const print = await this.#print(head);
    if (print === this.#written) return;
    this.#written = print;
    // A few at a time: whoever comes meanwhile need not wait for all of them.
    const lines: string[] = [];
    for (const found of findings.values()) {
      lines.push(JSON.stringify(found));
      if (lines.length % BATCH === 0) await new Promise(resolve => setImmediate(resolve));
    }
    const text = `{"print":${JSON.stringify(print)},"findings":[\n${lines.join(',\n')}\n]}\n`;
    await this.#cache.write(NAME, Buffer.from(text));
  }

  async #print({ hash }: Head): Promise<string> {
    const all = JSON.stringify([await codePrint(), this.#engine, this.#learned, this.#today(), hash]);
    return createHash('sha256').update(all).digest('hex');
  }
}

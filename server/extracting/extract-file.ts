import { debuglog } from 'node:util';
import type { ExtractionOptions } from '../../shared/model/derivation.ts';
import { Refusal } from '../services/refusal.ts';
import type { Extractor, OriginalFile } from './extractor.ts';
import { type ExtractionLimits, USUAL_EXTRACTION_LIMITS } from './limits.ts';
import type { ExtractedFile, Wanted } from './messages.ts';
import { ExtractingPool } from './pool.ts';
import { Ended } from './process.ts';
import { extractors as usualExtractors } from './registry.ts';

/** As much of a file as is looked at to tell its kind, in bytes. */
const BEGINNING = 64 * 1024;

const debug = debuglog('extracting');

/** A refusal of a file that took too long or too much here and now; it says nothing of the file itself. */
export class GivenUp extends Refusal {}

/** Kinds of file that text is made of, and the processes in which that is done. */
export class Extracting {
  readonly extractors: readonly Extractor[];
  readonly #limits: ExtractionLimits;
  readonly #pool: ExtractingPool;

  /** @param registry the address of the module that has the extractors, where another process can load it */
  constructor(
    registry: string,
    extractors: readonly Extractor[],
    limits: ExtractionLimits = USUAL_EXTRACTION_LIMITS,
  ) {
    this.extractors = extractors;
    this.#limits = limits;
    this.#pool = new ExtractingPool(registry, limits);
  }

  /** @returns the extractors that recognise a file, by its bytes or its name, the one that takes it first. */
  recognising(bytes: Uint8Array, name?: string): Extractor[] {
    const beginning = bytes.subarray(0, BEGINNING);
    return this.extractors.filter(extractor => extractor.recognises(beginning, name));
  }

  /** @returns the extractor by which a text was made, as it is now; undefined where there is none any more */
  byId(id: string): Extractor | undefined {
    return this.extractors.find(extractor => extractor.id === id);
  }

  /** @throws Refusal where no extractor goes by that id */
  named(id: string): Extractor {
    const extractor = this.byId(id);
    if (extractor) return extractor;
    const known = ['plain', ...this.extractors.map(({ id }) => id)].join(', ');
    const message = `"${id}" is no kind of file known here; known are ${known}.`;
    throw new Refusal('bad-input', message, { errors: [{ path: 'query.extractor', message }] });
  }

  /**
   * Makes text of a file in a process of its own. One with a key is opened once for all that is wanted of it in a row,
   * where its kind may hold many texts.
   * @throws Refusal where nothing can be read in it within the limits
   * @throws what `signal` gives as its reason, once it is given up
   */
  async extract(
    { id, label, reads, open }: Extractor,
    { key, ...file }: OriginalFile,
    options: ExtractionOptions,
    { signal, isBrief = false }: Pick<Wanted, 'isBrief'> & { readonly signal?: AbortSignal | undefined } = {},
  ): Promise<ExtractedFile> {
    const kept = key === undefined || !open ? file : { ...file, key: `${id} ${key}` };
    const answer = await this.#pool
      .extract({ extractor: id, options, isBrief }, kept, signal)
      .catch((error: unknown) => {
        if (error instanceof Ended) throw this.#ended(label, error);
        throw error;
      });
    if (answer.says === 'extracted') return answer.extracted;
    if (answer.says === 'unextractable') throw unreadable(answer.why, reads);
    debug('%s: %s', id, answer.says === 'failed' ? answer.why : answer.says);
    throw unreadable(
      `This file could not be read as ${label}: it seems to be damaged. Open it in the program that it came from, save it again, and add that.`,
      reads,
    );
  }

  #ended(label: string, error: Ended): GivenUp {
    debug('%s', error.message);
    const { time, memory } = this.#limits;
    const took = {
      time: `it took more than ${Math.round(time / 1000)} seconds`,
      memory: `it took more than ${memory} MB of memory`,
      crash: 'its reader came to an end before the file did',
    }[error.why];
    return new GivenUp(
      'unreadable',
      `Reading this file as ${label} was given up: ${took}. Divide it, or save its text in another form, and add that.`,
    );
  }
}

/** A refusal of a file that can be read as plain text as well names what would mend it. */
const unreadable = (message: string, reads: Extractor['reads']): Refusal =>
  new Refusal(
    'unreadable',
    message,
    reads === 'text' ? { errors: [{ path: 'query.extractor', message }] } : {},
  );

/** The kinds of file that are known, within the usual limits. */
export const usualExtracting = new Extracting(
  new URL('./registry.js', import.meta.url).href,
  usualExtractors,
);

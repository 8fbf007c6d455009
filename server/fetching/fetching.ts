import type { Retrieval } from '../../shared/model/derivation.ts';
import { Refusal } from '../services/refusal.ts';
import { type Storage, StorageStopped } from '../storage/port.ts';
import { type FetchedFile, type FetchLimits, fetchFile } from './fetch-file.ts';
import { directWay, type Way } from './way.ts';

/** How files are fetched by their address; nothing is, unless it is on. */
export interface FetchingOptions {
  readonly on: boolean;
  readonly way?: Way;
  readonly limits?: Partial<Omit<FetchLimits, 'agent'>>;
}

/** What a desk keeps of files that were fetched, until a change names them. */
interface Keeping {
  readonly storage: Storage;
  readonly retrievals: { keep(retrieval: Retrieval): Promise<string> };
  readonly limits: { readonly documentBytes: number };
  now(): string;
}

const USUAL_LIMITS = { headerBytes: 32 * 2 ** 10, redirects: 5, patience: 15_000, time: 60_000 };

/** Most files that are fetched at the same time, and in a minute. */
const AT_ONCE = 3;
const IN_A_MINUTE = 30;
const MINUTE = 60_000;

/** @returns how a fetch is limited; `version` is that of the program */
export function fetchLimits(version: string, bytes: number): FetchLimits {
  return { ...USUAL_LIMITS, bytes, agent: `Variorum/${version}` };
}

/** Fetches files by their addresses, and keeps them with how they came until they are added. */
export class Fetching {
  readonly on: boolean;
  readonly #keeping: Keeping;
  readonly #way: Way;
  readonly #limits: FetchLimits;
  /** When files were asked for within the last minute, and how many are on their way. */
  #recent: number[] = [];
  #underWay = 0;

  constructor(keeping: Keeping, { on, way = directWay, limits }: FetchingOptions, version: string) {
    this.on = on;
    this.#keeping = keeping;
    this.#way = way;
    this.#limits = { ...fetchLimits(version, keeping.limits.documentBytes), ...limits };
  }

  /**
   * Fetches a file and keeps its bytes ahead of the change that will name them.
   * @returns the file, and the key under which the record of its fetch is held
   * @throws Refusal where nothing is fetched here, or as `fetchFile` does
   */
  async fetch(url: string, signal: AbortSignal): Promise<FetchedFile & { readonly key: string }> {
    const { storage, retrievals } = this.#keeping;
    if (!this.on)
      throw new Refusal(
        'forbidden',
        'This server fetches nothing from the web. Start it with --fetch or VARIORUM_FETCH=on to have it do so, or save the file with the browser and add it.',
      );
    if (storage.readOnly !== undefined) throw new Refusal('read-only', storage.readOnly);
    this.#enter();
    try {
      const file = await fetchFile(url, this.#way, this.#limits, this.#keeping.now(), signal);
      await storage.keepUpload(file.retrieval.sha256, file.bytes);
      return { ...file, key: await retrievals.keep(file.retrieval) };
    } catch (error) {
      throw error instanceof StorageStopped ? new Refusal('read-only', error.message) : error;
    } finally {
      this.#underWay--;
    }
  }

  #enter(): void {
    const now = performance.now();
    this.#recent = this.#recent.filter(at => now - at < MINUTE);
    if (this.#underWay >= AT_ONCE || this.#recent.length >= IN_A_MINUTE)
      throw new Refusal(
        'too-many',
        `At most ${AT_ONCE} files are fetched at the same time, and ${IN_A_MINUTE} in a minute. Wait a little, then go on.`,
      );
    this.#recent.push(now);
    this.#underWay++;
  }
}

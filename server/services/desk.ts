import { ATTACHMENT_BYTES } from '../../shared/model/attachment.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';
import { type Extracting, usualExtracting } from '../extracting/extract-file.ts';
import type { Storage } from '../storage/port.ts';
import { ClaimShelf } from './claim-shelf.ts';
import { Findings, type FindingsOptions } from './findings/findings.ts';
import { LogIndex } from './history/log-index.ts';
import { Moments } from './history/moments.ts';
import { IMPORT_LIMIT } from './import.ts';
import { Refusal } from './refusal.ts';
import { RefusedGroups } from './refused-groups.ts';
import { Retrievals } from './retrievals.ts';
import { WaitingList } from './revising/waiting.ts';
import { Search } from './search/search.ts';
import { Texts } from './texts.ts';
import { Turns } from './turns.ts';

/** Sizes in bytes above which nothing is taken in. */
export interface Limits {
  readonly documentBytes: number;
  readonly importBytes: number;
  readonly attachmentBytes: number;
}

export const USUAL_LIMITS: Limits = {
  documentBytes: 32 * 2 ** 20,
  importBytes: IMPORT_LIMIT,
  attachmentBytes: ATTACHMENT_BYTES,
};

/** Everything the services work on: the store, and what is derived from it and kept up with each commit. */
export class Desk {
  readonly storage: Storage;
  readonly claims: ClaimShelf;
  readonly texts: Texts;
  readonly log: LogIndex;
  readonly moments: Moments;
  readonly search: Search;
  readonly findings: Findings;
  readonly waiting = new WaitingList(this);
  readonly turns = new Turns();
  readonly refused = new RefusedGroups();
  readonly retrievals: Retrievals;
  readonly limits: Limits;
  readonly extracting: Extracting;
  readonly #unsubscribe: () => void;

  private constructor(
    storage: Storage,
    claims: ClaimShelf,
    limits: Limits,
    finding: FindingsOptions,
    extracting: Extracting,
  ) {
    this.storage = storage;
    this.claims = claims;
    this.texts = new Texts(storage);
    this.retrievals = new Retrievals(storage);
    this.log = new LogIndex(storage);
    this.moments = new Moments(this);
    this.search = new Search(this);
    this.findings = new Findings(this, finding);
    this.limits = limits;
    this.extracting = extracting;
    this.#unsubscribe = storage.subscribe((entry, objects) => {
      this.claims.take(entry, objects);
      this.log.take(entry);
      this.search.take(objects);
      this.findings.take(objects);
    });
  }

  /** @param storage an open store to which nobody else writes; closing the desk closes it */
  static async open(
    storage: Storage,
    limits: Limits = USUAL_LIMITS,
    finding: FindingsOptions = {},
    extracting = usualExtracting,
  ): Promise<Desk> {
    return new Desk(storage, await ClaimShelf.load(storage), limits, finding, extracting);
  }

  /** The server's clock, as it is stamped into the log. */
  now(): string {
    return new Date().toISOString();
  }

  /** @throws Refusal where there is no such object; removed ones are given */
  async require<K extends Kind>(kind: K, id: string): Promise<Versioned<K>> {
    const held = await this.storage.readObject(kind, id);
    if (!held) throw new Refusal('not-found', `There is no ${kind} ${id}.`);
    return held;
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.search.close();
    await this.findings.close();
    await this.storage.close();
  }
}

import { claimsOf } from '../../../shared/conflicts/raise.ts';
import { idsIn } from '../../../shared/history/ids-in.ts';
import type { Change, LogEntry } from '../../../shared/model/change.ts';
import { type Kind, kinds } from '../../../shared/model/objects.ts';
import type { Storage } from '../../storage/port.ts';

/** Which entries are wanted; what is left out asks nothing. */
export interface LogFilter {
  readonly by?: string | undefined;
  readonly kind?: Kind | undefined;
  /** An object, or a claim between which a conflict was raised. */
  readonly object?: string | undefined;
  /** A document with its claims, and the conflicts and refusals about them. */
  readonly document?: string | undefined;
  /** When they were committed: `[from, to)`, in milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** What the index has of the entry whose number is its place plus one. */
interface Columns {
  readonly at: number[];
  readonly by: number[];
  /** A bit a kind. */
  readonly kinds: number[];
}

/**
 * What the log can be asked for without reading it: a few numbers an entry, and the entries by object, by document and
 * by what they name. The log is walked once, when this is asked for first.
 */
export class LogIndex {
  readonly #storage: Storage;
  #columns: Columns = { at: [], by: [], kinds: [] };
  #people: string[] = [];
  #places = new Map<string, number>();
  #touching = new Postings();
  #concerning = new Postings();
  #naming = new Postings();
  #inDocument = new Postings();
  /** Entries that bring a revision of a document, or destroy words of it. */
  #revising = new Postings();
  /** The documents that objects belong to. */
  #homes = new Map<string, readonly string[]>();
  #walked: Promise<void> | undefined;
  /** What is committed while the log is walked; undefined before and after. */
  #meanwhile: LogEntry[] | undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Takes in what was committed. */
  take(entry: LogEntry): void {
    if (this.#meanwhile) this.#meanwhile.push(entry);
    else if (this.#walked) this.#note(entry);
  }

  /** Resolves when the index is there. */
  ready(): Promise<void> {
    this.#walked ??= this.#walk();
    return this.#walked;
  }

  /** Who made entries, with how many, most first. */
  async people(): Promise<{ by: string; count: number }[]> {
    await this.ready();
    const counts = new Uint32Array(this.#people.length);
    for (const by of this.#columns.by) counts[by]!++;
    return this.#people.map((by, i) => ({ by, count: counts[i]! })).sort((a, b) => b.count - a.count);
  }

  /** @returns the numbers of entries that pass a filter, oldest first. */
  async find(filter: LogFilter): Promise<readonly number[]> {
    await this.ready();
    const { object, document } = filter;
    const passes = this.#passing(filter);
    if (object !== undefined) {
      const inDocument = document === undefined ? undefined : new Set(this.#inDocument.of(document));
      return this.#of(object).filter(seq => passes(seq) && (inDocument?.has(seq) ?? true));
    }
    if (document !== undefined) return this.#inDocument.of(document).filter(passes);
    const seqs: number[] = [];
    for (let seq = 1; seq <= this.#columns.at.length; seq++) if (passes(seq)) seqs.push(seq);
    return seqs;
  }

  /** Entries that touch an object itself, oldest first. */
  async touching(objectId: string): Promise<readonly number[]> {
    await this.ready();
    return this.#touching.of(objectId);
  }

  /** Entries in which something names an object by its id, oldest first. */
  async naming(objectId: string): Promise<readonly number[]> {
    await this.ready();
    return this.#naming.of(objectId);
  }

  /** Entries that bring a revision of a document or destroy words of it, or of any, oldest first: what they did is not told by what they overwrote. */
  async revising(documentId: string = ANY): Promise<readonly number[]> {
    await this.ready();
    return this.#revising.of(documentId);
  }

  /** The documents to which an object belongs. */
  homesOf(objectId: string): readonly string[] {
    return this.#homes.get(objectId) ?? [];
  }

  /** Who committed an entry, and when in milliseconds since 1970. @param seq one that is in the index */
  signatureOf(seq: number): { readonly by: string; readonly at: number } {
    const { at, by } = this.#columns;
    return { at: at[seq - 1]!, by: this.#people[by[seq - 1]!]! };
  }

  /** What concerns an object: of a claim also the revisions that moved it. */
  #of(objectId: string): readonly number[] {
    const own = this.#concerning.of(objectId);
    const moved = this.homesOf(objectId)
      .flatMap(home => this.#revising.of(home))
      .filter(seq => seq > own[0]!);
    return moved.length === 0 ? own : [...new Set([...own, ...moved])].sort((a, b) => a - b);
  }

  #passing({ by, kind, from, to }: LogFilter): (seq: number) => boolean {
    const columns = this.#columns;
    const who = by === undefined ? undefined : (this.#places.get(by) ?? -1);
    const bit = kind === undefined ? undefined : bitOf(kind);
    return seq => {
      const i = seq - 1;
      if (who !== undefined && columns.by[i] !== who) return false;
      if (bit !== undefined && (columns.kinds[i]! & bit) === 0) return false;
      const at = columns.at[i]!;
      return (from === undefined || at >= from) && (to === undefined || at < to);
    };
  }

  async #walk(): Promise<void> {
    const meanwhile: LogEntry[] = [];
    this.#meanwhile = meanwhile;
    let upTo = 0;
    try {
      for await (const entry of this.#storage.readLog(0)) {
        this.#note(entry);
        upTo = entry.seq;
        // A long log must not keep everybody else waiting.
        if (entry.seq % 200 === 0) await new Promise(resolve => setImmediate(resolve));
      }
    } catch (error) {
      this.#walked = undefined;
      this.#forget();
      throw error;
    } finally {
      this.#meanwhile = undefined;
    }
    for (const entry of meanwhile) if (entry.seq > upTo) this.#note(entry);
  }

  #forget(): void {
    this.#columns = { at: [], by: [], kinds: [] };
    this.#people = [];
    this.#places = new Map();
    this.#touching = new Postings();
    this.#concerning = new Postings();
    this.#naming = new Postings();
    this.#inDocument = new Postings();
    this.#revising = new Postings();
    this.#homes = new Map();
  }

  #note({ seq, at, by, changes }: LogEntry): void {
    const columns = this.#columns;
    columns.at.push(Date.parse(at));
    columns.by.push(this.#placeOf(by));
    let bits = 0;
    for (const change of changes) {
      const { kind, objectId, operation } = change;
      bits |= bitOf(kind);
      this.#touching.put(objectId, seq);
      this.#concerning.put(objectId, seq);
      if (kind === 'conflict' && operation.op === 'create')
        for (const claim of claimsOf(operation.value)) this.#concerning.put(claim, seq);
      if (operation.op === 'revise' || operation.op === 'redact')
        for (const id of [objectId, ANY]) this.#revising.put(id, seq);
      for (const id of idsIn(operation)) if (id !== objectId) this.#naming.put(id, seq);
      for (const home of this.#homesIn(change)) this.#inDocument.put(home, seq);
    }
    columns.kinds.push(bits);
  }

  /** The documents to which a change's object belongs, by what made it. */
  #homesIn({ kind, objectId, operation }: Change): readonly string[] {
    if (kind === 'document') return [objectId];
    if (operation.op !== 'create') return this.homesOf(objectId);
    const homes = homesOfNew(kind, operation.value, claim => this.homesOf(claim));
    if (homes.length > 0) this.#homes.set(objectId, homes);
    return homes;
  }

  #placeOf(by: string): number {
    const known = this.#places.get(by);
    if (known !== undefined) return known;
    this.#places.set(by, this.#people.length);
    return this.#people.push(by) - 1;
  }
}

/** Stands for every document. */
const ANY = '';

const bitOf = (kind: Kind): number => 1 << kinds.indexOf(kind);

function homesOfNew(
  kind: Kind,
  value: Readonly<Record<string, unknown>>,
  homesOf: (claim: string) => readonly string[],
): readonly string[] {
  if (kind === 'claim') return [(value.anchor as { documentId: string }).documentId];
  if (kind === 'conflict') return [...new Set(claimsOf(value).flatMap(homesOf))];
  if (kind === 'refusal' && typeof value.documentId === 'string') return [value.documentId];
  return [];
}

/** Sequence numbers by id, ascending, each once. */
class Postings {
  readonly #seqs = new Map<string, number[]>();

  put(id: string, seq: number): void {
    const seqs = this.#seqs.get(id);
    if (!seqs) this.#seqs.set(id, [seq]);
    else if (seqs[seqs.length - 1] !== seq) seqs.push(seq);
  }

  of(id: string): readonly number[] {
    return this.#seqs.get(id) ?? [];
  }
}

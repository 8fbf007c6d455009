import type { ServerResponse } from 'node:http';
import type { FindingsNews } from '../../shared/api/routes/findings.ts';
import type { LiveEntry, LiveHead } from '../../shared/api/routes/live.ts';
import type { LogEntry, Versioned } from '../../shared/model/change.ts';
import type { Presences } from '../services/presence.ts';
import { Refusal } from '../services/refusal.ts';
import { GENESIS } from '../storage/entry.ts';
import type { Storage } from '../storage/port.ts';
import { comment, event } from './event-stream.ts';
import { Follower } from './follower.ts';

export interface LiveLimits {
  /** Most streams at a time. */
  readonly followers: number;
  /** Most entries that are told to someone who was away; beyond that everything is to be fetched anew. */
  readonly backlog: number;
  /** Most objects of one entry that travel with it; beyond that everything is to be fetched anew. */
  readonly objects: number;
  /** Bytes that may wait for a slow reader before it is cut off. */
  readonly waiting: number;
  /** Fewest milliseconds from one telling to the next: what is committed in between is told at once. */
  readonly pace: number;
  /** Milliseconds between signs of life. */
  readonly heartbeat: number;
}

const USUAL: LiveLimits = {
  followers: 100,
  backlog: 2000,
  objects: 500,
  waiting: 4 * 2 ** 20,
  pace: 40,
  heartbeat: 15_000,
};

/**
 * Tells everybody who follows the desk what was committed and who is here. What was committed is written out once, after
 * the requests that committed it have been answered.
 */
export class LiveHub {
  readonly presences: Presences;
  readonly #storage: Storage;
  readonly #limits: LiveLimits;
  readonly #followers = new Set<Follower>();
  readonly #ends: (() => void)[];
  readonly #heart: ReturnType<typeof setInterval>;
  #news: { entry: LogEntry; objects: readonly Versioned[] }[] = [];
  /** The last entry that was handed to the followers who are up to date. */
  #told: number;
  #toldAt = Number.NEGATIVE_INFINITY;
  #desk = GENESIS;
  /** Counted when somebody first follows: a redaction opens the desk anew, and all this with it. */
  #redactions: number | undefined;
  #isClosed = false;
  #isPresenceNew = false;
  /** How the search for claims and contradictions went last, for those who come now. */
  #findings = '';

  constructor(storage: Storage, presences: Presences, limits: Partial<LiveLimits> = {}) {
    this.#storage = storage;
    this.presences = presences;
    this.#limits = { ...USUAL, ...limits };
    this.#told = storage.head.seq;
    this.#ends = [
      storage.subscribe((entry, objects) => this.#hear(entry, objects)),
      presences.subscribe(() => this.#presenceSoon()),
    ];
    this.#heart = setInterval(() => this.#beat(), this.#limits.heartbeat);
    this.#heart.unref();
  }

  get followers(): number {
    return this.#followers.size;
  }

  /**
   * Answers a request with the stream; resolves when it has begun.
   * @param after the last entry that the follower knows; without it, the stream begins with what comes next
   * @throws Refusal where too many follow, or the server is about to stop
   */
  async follow(response: ServerResponse, after: number | undefined): Promise<void> {
    if (this.#isClosed) throw new Refusal('read-only', 'The server is about to stop.');
    if (this.#followers.size >= this.#limits.followers)
      throw new Refusal(
        'too-many',
        `${this.#limits.followers} windows follow this desk already; close some of them.`,
      );
    const follower = new Follower(response, this.#limits.waiting);
    this.#followers.add(follower);
    response.once('close', () => this.#followers.delete(follower));
    await this.#catchUp(follower, after);
  }

  /** Tells everybody how the search for claims and contradictions goes. */
  tellFindings(news: FindingsNews): void {
    this.#findings = event('findings', { ...news, documents: [] });
    const said = Buffer.from(event('findings', news));
    for (const follower of this.#followers) follower.write(said);
  }

  /** Ends every stream; nobody can follow any more. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#heart);
    for (const end of this.#ends) end();
    for (const follower of this.#followers) follower.end();
  }

  /** Tells a follower all that was committed up to the moment when the others' news reach it too. */
  async #catchUp(follower: Follower, after: number | undefined): Promise<void> {
    const head = await this.#head();
    follower.write(event('head', head) + this.#presence() + this.#findings);
    if (after === undefined) follower.at = head.seq;
    else if (after > head.seq || head.seq - after > this.#limits.backlog) this.#reload(follower, head);
    else follower.at = after;
    try {
      // Nothing is awaited between the last entry that is read and the word that the follower is up to date.
      while (!follower.isGone && follower.at < this.#told) await this.#tellBacklog(follower);
      follower.isUpToDate = true;
    } catch {
      // The log could not be read now: the follower comes again where it stopped.
      follower.end();
    }
  }

  async #tellBacklog(follower: Follower): Promise<void> {
    for await (const entry of this.#storage.readLog(follower.at)) {
      if (follower.isGone) return;
      const objects = isWithin(entry, this.#limits.objects) ? await this.#objectsOf(entry) : undefined;
      if (objects) follower.tell(entry.seq, entryEvent(entry, objects));
      else this.#reload(follower, await this.#head());
      await follower.drained();
      if (!objects) return;
    }
  }

  async #objectsOf({ changes }: LogEntry): Promise<Versioned[]> {
    const found = new Map<string, Versioned>();
    for (const { kind, objectId } of changes) {
      const held = found.has(objectId) ? undefined : await this.#storage.readObject(kind, objectId);
      if (held) found.set(objectId, held);
    }
    return [...found.values()];
  }

  #reload(follower: Follower, head: LiveHead): void {
    follower.tell(head.seq, event('reload', head, head.seq));
  }

  #hear(entry: LogEntry, objects: readonly Versioned[]): void {
    if (entry.seq === 1) this.#desk = entry.hash;
    if (this.#followers.size === 0 && this.#news.length === 0) this.#told = entry.seq;
    else if (this.#news.push({ entry, objects }) === 1) this.#tellSoon();
  }

  /** At once after a quiet moment; under a load a write to each follower for every group would cost more than the groups. */
  #tellSoon(): void {
    const wait = this.#toldAt + this.#limits.pace - performance.now();
    if (wait > 0) setTimeout(() => this.#tellNews(), wait);
    else setImmediate(() => this.#tellNews());
  }

  #tellNews(): void {
    const news = this.#news;
    this.#news = [];
    this.#toldAt = performance.now();
    this.#told = news.at(-1)!.entry.seq;
    const listening = [...this.#followers].filter(({ isUpToDate }) => isUpToDate);
    if (listening.length === 0) return;
    const written = news.map(({ entry, objects }) => ({
      seq: entry.seq,
      text: isWithin(entry, this.#limits.objects)
        ? entryEvent(entry, objects)
        : event(
            'reload',
            { seq: entry.seq, hash: entry.hash, desk: this.#desk, redactions: this.#redactions ?? 0 },
            entry.seq,
          ),
    }));
    const whole = Buffer.from(written.map(({ text }) => text).join(''));
    for (const follower of listening) {
      const missing = written.filter(({ seq }) => seq > follower.at);
      if (missing.length === 0) continue;
      follower.tell(
        this.#told,
        missing.length === written.length ? whole : missing.map(({ text }) => text).join(''),
      );
    }
  }

  /** However many windows come and go at once, it is told once. */
  #presenceSoon(): void {
    if (this.#isPresenceNew || this.#followers.size === 0) return;
    this.#isPresenceNew = true;
    setImmediate(() => {
      this.#isPresenceNew = false;
      const said = Buffer.from(this.#presence());
      for (const follower of this.#followers) follower.write(said);
    });
  }

  #presence(): string {
    return event('presence', { present: this.presences.present });
  }

  #beat(): void {
    this.presences.sweep();
    for (const follower of this.#followers) follower.beat(comment('here'));
  }

  async #head(): Promise<LiveHead> {
    if (this.#desk === GENESIS) for await (const { hash } of this.#storage.readLog(0, 1)) this.#desk = hash;
    const { seq, hash } = this.#storage.head;
    this.#redactions ??= await countRedactions(this.#storage);
    return { seq, hash, desk: this.#desk, redactions: this.#redactions };
  }
}

async function countRedactions(storage: Storage): Promise<number> {
  const changes = new Set<string>();
  for (const { object } of await storage.readObjects('document'))
    for (const { redacted = [] } of object.revisions) for (const { change } of redacted) changes.add(change);
  return changes.size;
}

/** Whether an entry can be told object by object: not where words were destroyed that others still hold in many places. */
function isWithin({ changes }: LogEntry, most: number): boolean {
  return changes.length <= most && changes.every(({ operation }) => operation.op !== 'redact');
}

function entryEvent({ seq, at, by, changes }: LogEntry, objects: readonly Versioned[]): string {
  const revised = changes.find(({ operation }) => operation.op === 'revise')?.objectId;
  const named = new Set(changes.map(({ objectId }) => objectId));
  const entry: LiveEntry = {
    ...{ seq, at, by, group: changes[0]!.group },
    // As many claims may have moved as the document has.
    objects: revised === undefined ? [...objects] : objects.filter(({ id }) => named.has(id)),
    ...(revised === undefined ? {} : { revised }),
  };
  return event('entry', entry, seq);
}

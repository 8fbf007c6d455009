import { ApiProblem } from '../../shared/api/client.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { GroupOutcome } from '../../shared/api/routes/changes.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { PendingGroup } from './objects.ts';
import { machineTime, type Timer } from './timer.ts';

/** A group the server would not take, and why. */
export interface Refusal {
  readonly group: PendingGroup;
  readonly problem: Problem;
}

/** A group the server has taken, and the objects it touched as they are now. */
export interface Settlement {
  readonly group: PendingGroup;
  readonly objects: readonly Versioned[];
  /** The log's entry of it. */
  readonly seq: number;
}

/** What became of the groups of one call. */
export interface Delivered {
  readonly settled: readonly Settlement[];
  readonly refused: readonly Refusal[];
}

export interface SenderEvents {
  delivered(delivered: Delivered): void;
  /** Groups were sent and not answered: they may have arrived. */
  tried(groups: readonly string[]): void;
  state(): void;
}

/** The way to the server. Calls reject with `ApiProblem` where it answers with an error, with anything else where it does not answer. */
export interface SenderPort {
  postChanges(call: {
    readonly body: { readonly changes: Change[] };
  }): Promise<{ readonly seq: number; readonly groups: readonly GroupOutcome[] }>;
  /**
   * Finds out whether the server answers, without giving it anything to do. Where it is given, groups made while the
   * server is away are not sent out into the dark, so that they can be taken back.
   * @returns the desk that answers, by the hash of its first entry; undefined where it has none
   */
  reach?(): Promise<string | undefined>;
}

/** Most groups and about most changes that one call carries. */
const BATCH = { groups: 50, changes: 1000 };
/** Milliseconds before another attempt; the last one goes on. */
const PAUSES = [500, 1000, 2000, 5000, 10_000];
/** Milliseconds after which a call counts as lost; should it arrive all the same, its repetition is recognised. */
const LOST = 30_000;

/** Sends groups in order, a batch at a time; when the server cannot be reached it keeps them and tries again. */
export class Sender {
  /** Whether the last attempt reached the server. */
  online = true;
  /** Why the server answers but takes nothing now; undefined while it does. */
  problem: Problem | undefined;
  /** When the server answered last, in milliseconds since 1970. */
  contact: number | undefined;
  /** The desk that answers, by the hash of its first entry, once that is known. */
  desk: string | undefined;
  #queue: PendingGroup[] = [];
  /** Groups that were sent at least once and may have arrived. */
  #tried = new Set<string>();
  #active = true;
  #busy = false;
  #attempt = 0;
  /** So many groups at the head of the queue go one by one, because one of them spoils the call for the others. */
  #alone = 0;
  #callOff: (() => void) | undefined;
  readonly #port: SenderPort;
  readonly #events: SenderEvents;
  readonly #timer: Timer;

  constructor(port: SenderPort, events: SenderEvents, timer: Timer = machineTime) {
    this.#port = port;
    this.#events = events;
    this.#timer = timer;
  }

  get queue(): readonly PendingGroup[] {
    return this.#queue;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  /** Whether this one sends; another window may do it for all. */
  get active(): boolean {
    return this.#active;
  }

  set active(active: boolean) {
    this.#active = active;
    if (active) this.#soon();
    else {
      this.#callOff?.();
      this.#callOff = undefined;
    }
  }

  enqueue(...groups: PendingGroup[]): void {
    this.#queue.push(...groups);
    this.#events.state();
    this.#soon();
  }

  /** Puts groups of an earlier session before what has been done since. */
  restore(groups: readonly PendingGroup[]): void {
    const known = new Set(groups.map(({ group }) => group));
    this.#queue = [...groups, ...this.#queue.filter(({ group }) => !known.has(group))];
    this.tried(groups.filter(({ tried }) => tried).map(({ group }) => group));
    this.#events.state();
    this.#soon();
  }

  /** Groups may have arrived, though nobody was told. */
  tried(groups: Iterable<string>): void {
    for (const group of groups) this.#tried.add(group);
  }

  /** Takes groups out that were delivered or taken back elsewhere. */
  drop(groups: ReadonlySet<string>): void {
    this.#queue = this.#queue.filter(({ group }) => !groups.has(group));
    for (const group of groups) this.#tried.delete(group);
    this.#events.state();
  }

  /** Takes a group out that has never left. @returns whether it was one */
  withdraw(group: string): boolean {
    if (!this.canWithdraw(group)) return false;
    this.drop(new Set([group]));
    return true;
  }

  /** Whether a group waits and has never left. */
  canWithdraw(group: string): boolean {
    return !this.#tried.has(group) && this.#queue.some(waiting => waiting.group === group);
  }

  /** Tries now instead of when the pause is over. */
  retry(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    void this.#send();
  }

  /** The server has answered by another way. */
  reached(): void {
    const wasOnline = this.online;
    this.#reached();
    if (wasOnline) return;
    this.#events.state();
    this.retry();
  }

  /** The server did not answer another question: it is looked for until it does. */
  lost(): void {
    if (!this.online) return;
    this.#pause();
    this.#events.state();
  }

  /** A gesture's own work comes first; what else it makes in this task travels along. */
  #soon(): void {
    if (!this.#busy && this.#callOff === undefined) queueMicrotask(() => void this.#send());
  }

  async #send(): Promise<void> {
    if (!this.#active || this.#busy || this.#callOff !== undefined) return;
    if (this.#queue.length === 0 && this.online) return;
    this.#busy = true;
    try {
      await this.#makeSure();
      const batch = this.#next();
      if (batch.length > 0) await this.#deliver(batch);
      else this.#reached();
    } catch (error) {
      this.problem = error instanceof ApiProblem ? error.problem : undefined;
      this.#pause();
    } finally {
      this.#busy = false;
    }
    this.#events.state();
    if (this.#next().length > 0) void this.#send();
  }

  /** Asks who is there before anything is sent that waits since an earlier session or since the server went. */
  async #makeSure(): Promise<void> {
    const desk = this.#queue[0]?.desk;
    if (!this.#port.reach || (this.online && (desk === undefined || desk === this.desk))) return;
    this.desk = await this.#within(this.#port.reach());
    this.contact = this.#timer.now();
  }

  /** What is sent next: groups of this desk, in order. */
  #next(): PendingGroup[] {
    const batch: PendingGroup[] = [];
    let changes = 0;
    for (const group of this.#queue) {
      if (group.desk !== undefined && this.desk !== undefined && group.desk !== this.desk) continue;
      changes += group.changes.length;
      if (batch.length > 0 && (changes > BATCH.changes || batch.length >= BATCH.groups)) break;
      batch.push(group);
      if (this.#alone > 0) break;
    }
    return batch;
  }

  async #deliver(batch: readonly PendingGroup[]): Promise<void> {
    for (const { group } of batch) this.#tried.add(group);
    const sent = new Set(batch.map(({ group }) => group));
    try {
      const reply = await this.#within(
        this.#port.postChanges({ body: { changes: batch.flatMap(group => group.changes) } }),
      );
      this.#reached();
      const outcomes = new Map(reply.groups.map(outcome => [outcome.group, outcome]));
      const settled: Settlement[] = [];
      const refused: Refusal[] = [];
      for (const group of batch) {
        const outcome = outcomes.get(group.group);
        if (outcome?.status === 'refused') refused.push({ group, problem: outcome.problem! });
        else {
          const objects = (outcome?.objects ?? []) as unknown as Versioned[];
          settled.push({ group, objects, seq: outcome?.seq ?? reply.seq });
        }
      }
      this.#done(sent);
      this.#events.delivered({ settled, refused });
    } catch (error) {
      if (!(error instanceof ApiProblem)) this.#events.tried([...sent]);
      if (!(error instanceof ApiProblem) || !isFinal(error.status)) throw error;
      this.#reached();
      if (batch.length > 1) {
        this.#alone = batch.length;
        return;
      }
      this.#done(sent);
      this.#events.delivered({
        settled: [],
        refused: batch.map(group => ({ group, problem: error.problem })),
      });
    }
  }

  #done(sent: ReadonlySet<string>): void {
    this.#alone = Math.max(0, this.#alone - sent.size);
    this.#queue = this.#queue.filter(({ group }) => !sent.has(group));
    for (const group of sent) this.#tried.delete(group);
  }

  #pause(): void {
    this.online = false;
    const pause = PAUSES[Math.min(this.#attempt++, PAUSES.length - 1)]!;
    this.#callOff = this.#timer.after(pause, () => this.retry());
  }

  #reached(): void {
    this.online = true;
    this.problem = undefined;
    this.contact = this.#timer.now();
    this.#attempt = 0;
  }

  /** Gives a call up that is not answered. */
  #within<T>(call: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const callOff = this.#timer.after(LOST, () => reject(new Error('The server did not answer.')));
      call.then(resolve, reject).finally(callOff);
    });
  }
}

/** Whether an answer will be the same whenever one asks again. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 429;

import { ApiProblem } from '../../shared/api/client.ts';
import type { Problem } from '../../shared/api/problem.ts';
import type { Versioned } from '../../shared/model/change.ts';
import type { DeskClient } from './client.ts';
import type { PendingGroup } from './objects.ts';

/** A group the server would not take, and why. */
export interface Refusal {
  readonly group: PendingGroup;
  readonly problem: Problem;
}

export interface SenderEvents {
  settled(group: PendingGroup, objects: readonly Versioned[]): void;
  refused(refusal: Refusal): void;
  state(): void;
}

const BATCH = 50;
const RETRY = [500, 1000, 2000, 5000, 10_000];

/** Sends groups in order, a batch at a time; when the server cannot be reached it keeps them and tries again. */
export class Sender {
  /** Whether the last attempt reached the server. */
  online = true;
  #queue: PendingGroup[] = [];
  #busy = false;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #client: DeskClient;
  #events: SenderEvents;

  constructor(client: DeskClient, events: SenderEvents) {
    this.#client = client;
    this.#events = events;
  }

  get waiting(): number {
    return this.#queue.length;
  }

  enqueue(group: PendingGroup): void {
    this.#queue.push(group);
    this.#events.state();
    // A gesture's own work comes first; what else it makes in this task travels along.
    if (!this.#busy && this.#timer === undefined) queueMicrotask(() => void this.#send());
  }

  /** Tries now instead of when the pause is over. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#send();
  }

  async #send(): Promise<void> {
    if (this.#busy || this.#timer !== undefined || this.#queue.length === 0) return;
    this.#busy = true;
    const batch = this.#queue.slice(0, BATCH);
    try {
      const reply = await this.#client.postChanges({
        body: { changes: batch.flatMap(group => group.changes) },
      });
      this.#reached();
      const outcomes = new Map(reply.groups.map(outcome => [outcome.group, outcome]));
      for (const group of batch) {
        const outcome = outcomes.get(group.group);
        if (outcome?.status === 'refused') this.#events.refused({ group, problem: outcome.problem! });
        else this.#events.settled(group, (outcome?.objects ?? []) as unknown as Versioned[]);
      }
      this.#queue.splice(0, batch.length);
    } catch (error) {
      if (
        error instanceof ApiProblem &&
        error.problem.status >= 400 &&
        error.problem.status < 500 &&
        error.problem.status !== 429
      ) {
        this.#reached();
        for (const group of this.#queue.splice(0, batch.length))
          this.#events.refused({ group, problem: error.problem });
      } else {
        this.online = false;
        this.#timer = setTimeout(() => this.retry(), RETRY[Math.min(this.#attempt++, RETRY.length - 1)]);
      }
    } finally {
      this.#busy = false;
    }
    this.#events.state();
    if (this.#queue.length > 0) void this.#send();
  }

  #reached(): void {
    this.online = true;
    this.#attempt = 0;
  }
}

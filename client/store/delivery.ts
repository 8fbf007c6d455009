import type { WaitingRoom } from './keeping/kept-queue.ts';
import type { PendingGroup } from './objects.ts';
import type { Review } from './reviews.ts';
import { type Delivered, type Refusal, Sender, type SenderPort, type Settlement } from './sender.ts';
import { alone, type LineState, type TabMessage, type Tabs } from './tabs/tabs.ts';
import { machineTime, type Timer } from './timer.ts';

export interface DeliveryEvents {
  /** Groups were done in another window or an earlier session, and wait. */
  arrived(groups: readonly PendingGroup[]): void;
  /** The server has taken groups, whichever window sent them. */
  settled(settled: readonly Settlement[]): void;
  /** Groups are given up: refused by the server, or taken back while they waited. */
  gone(groups: readonly PendingGroup[]): void;
  /** The server refused groups of this or another window; told only to the window that sent them. */
  refused(reviews: readonly Review[]): void;
  reviews(): void;
  state(): void;
}

export interface DeliveryPorts {
  readonly room?: WaitingRoom | undefined;
  readonly tabs?: Tabs | undefined;
  readonly timer?: Timer | undefined;
}

/**
 * Carries groups from the gesture to the server: each is written down in the browser straight after it was done, told to
 * the other windows, sent by the one window that sends for all, and crossed out when the server has it.
 */
export class Delivery {
  readonly sender: Sender;
  /** Resolves when what waits since an earlier session is here, or cannot be had. */
  readonly ready: Promise<void>;
  /** Groups and decisions somebody has to look at, oldest first. */
  reviews: readonly Review[] = [];
  /** Whether this browser writes down what waits; it does not where storage is forbidden or full. */
  keeps: boolean;
  readonly #events: DeliveryEvents;
  readonly #room: WaitingRoom | undefined;
  readonly #tabs: Tabs;
  readonly #timer: Timer;
  /** Groups of this window that are not written down yet. */
  #unkept = new Map<string, PendingGroup>();
  /** Groups that are done with, and whether the server has them: a message that comes late does not bring them back. */
  #over = new Map<string, boolean>();
  #writing: Promise<unknown> = Promise.resolve();
  #isFlushing = false;
  #told = '';

  constructor(port: SenderPort, events: DeliveryEvents, ports: DeliveryPorts = {}) {
    this.#events = events;
    this.#room = ports.room;
    this.keeps = ports.room !== undefined;
    this.#tabs = ports.tabs ?? alone;
    this.#timer = ports.timer ?? machineTime;
    this.sender = new Sender(
      port,
      {
        delivered: delivered => this.#delivered(delivered),
        tried: groups => {
          this.flush();
          this.#write(() => this.#room?.tried(groups));
          this.#tabs.tell({ kind: 'tried', groups });
        },
        state: () => this.#stateChanged(),
      },
      this.#timer,
    );
    this.sender.active = false;
    this.#tabs.hear(message => this.#hear(message));
    this.ready = this.#restore();
    void Promise.all([this.ready, this.#tabs.lead]).then(() => this.#lead());
  }

  /** Whether this window speaks with the server for all. */
  get leads(): boolean {
    return this.sender.active;
  }

  /** Whether something waits that would be lost with this window. */
  get isLoose(): boolean {
    return this.#unkept.size > 0;
  }

  /** Takes up what has just been done here. */
  enqueue(group: PendingGroup): void {
    this.#unkept.set(group.group, group);
    this.sender.enqueue(group);
    this.#flushSoon();
  }

  /** Writes down what has been done here and is not written yet. */
  flush(): void {
    const groups = [...this.#unkept.values()];
    if (groups.length === 0) return;
    this.#write(async () => {
      const waiting = groups.filter(({ group }) => !this.#over.has(group));
      try {
        await this.#room?.add(waiting);
      } finally {
        const told = waiting.filter(({ group }) => !this.#over.has(group));
        if (told.length > 0) this.#tabs.tell({ kind: 'queued', groups: told });
      }
      if (this.#room) for (const { group } of groups) this.#unkept.delete(group);
      this.#keeps(this.#room !== undefined);
    });
  }

  /** The server did not answer another question. */
  lost(): void {
    if (this.leads) this.sender.lost();
  }

  retry(): void {
    if (this.leads) this.sender.retry();
    else this.#tabs.tell({ kind: 'retry' });
  }

  /** Takes a group back that waits and has never been sent. */
  withdraw(group: string): void {
    if (!this.leads) {
      this.#tabs.tell({ kind: 'withdraw', group });
      return;
    }
    const waiting = this.sender.queue.find(waiting => waiting.group === group);
    if (!waiting || !this.sender.withdraw(group)) return;
    this.#finish([group], false);
    this.#cross([group]);
    this.#tabs.tell({ kind: 'withdrawn', group });
    this.#events.gone([waiting]);
  }

  /** Adds what has to be looked at, or says more about it. */
  review(reviews: readonly Review[]): void {
    this.#write(() => this.#room?.addReviews(reviews));
    this.#tabs.tell({ kind: 'reviews', reviews });
    this.#takeReviews(reviews);
  }

  /** Somebody has seen to a review. */
  seen(group: string): void {
    this.#write(() => this.#room?.removeReview(group));
    this.#tabs.tell({ kind: 'seen', group });
    this.#dropReview(group);
  }

  async #restore(): Promise<void> {
    try {
      const [groups, reviews] = await Promise.all([this.#room?.groups() ?? [], this.#room?.reviews() ?? []]);
      const waiting = groups.filter(({ group }) => !this.#over.has(group));
      if (reviews.length > 0) this.#takeReviews(reviews);
      if (waiting.length === 0) return;
      this.#events.arrived(this.#unknown(waiting));
      this.sender.restore(waiting);
      // One may have been delivered while it was read: the window that sends for all knows.
      this.#tabs.tell({ kind: 'queued', groups: waiting });
    } catch {
      this.#keeps(false);
    } finally {
      this.#tabs.tell({ kind: 'hello' });
    }
  }

  /** Begins to send for all; what the window before left behind is taken up, and recognised where it had arrived. */
  async #lead(): Promise<void> {
    const left = await this.#room?.groups().catch(() => []);
    const missed = this.#unknown(left ?? []).filter(({ group }) => !this.#over.has(group));
    if (missed.length > 0) {
      this.#events.arrived(missed);
      this.sender.enqueue(...missed);
    }
    this.sender.active = true;
    this.#events.state();
  }

  #unknown(groups: readonly PendingGroup[]): readonly PendingGroup[] {
    const known = new Set(this.sender.queue.map(({ group }) => group));
    return groups.filter(({ group }) => !known.has(group));
  }

  #hear(message: TabMessage): void {
    if (this.leads) this.#serve(message);
    switch (message.kind) {
      case 'queued': {
        const groups = this.#unknown(message.groups).filter(({ group }) => !this.#over.has(group));
        if (groups.length === 0) break;
        this.#events.arrived(groups);
        this.sender.enqueue(...groups);
        break;
      }
      case 'settled':
        this.sender.contact = this.#timer.now();
        this.#settle(message.settled);
        break;
      case 'reviews': {
        const refused = message.reviews.filter(({ kind }) => kind === 'refused').map(({ group }) => group);
        if (refused.length > 0) this.#giveUp(refused);
        this.#takeReviews(message.reviews);
        break;
      }
      case 'over': {
        const waiting = (ids: readonly string[]) =>
          this.sender.queue.filter(({ group }) => ids.includes(group));
        const [taken, gone] = [waiting(message.taken), waiting(message.gone)];
        if (taken.length > 0) this.#settle(taken.map(group => ({ group, objects: [], seq: 0 })));
        if (gone.length > 0) this.#giveUp(gone);
        break;
      }
      case 'seen':
        this.#dropReview(message.group);
        break;
      case 'tried':
        this.sender.tried(message.groups);
        break;
      case 'withdrawn':
        this.#giveUp(this.sender.queue.filter(({ group }) => group === message.group));
        break;
      case 'state':
        if (!this.leads) this.#follow(message.state);
    }
  }

  /** What is asked of the window that sends for all. */
  #serve(message: TabMessage): void {
    if (message.kind === 'withdraw') this.withdraw(message.group);
    if (message.kind === 'retry') this.sender.retry();
    if (message.kind === 'hello') this.#tabs.tell({ kind: 'state', state: this.#line() });
    if (message.kind === 'queued') this.#tellOver(message.groups);
  }

  #tellOver(groups: readonly PendingGroup[]): void {
    const ids = groups.map(({ group }) => group);
    const taken = ids.filter(id => this.#over.get(id) === true);
    const gone = ids.filter(id => this.#over.get(id) === false);
    if (taken.length + gone.length > 0) this.#tabs.tell({ kind: 'over', taken, gone });
  }

  #delivered({ settled, refused }: Delivered): void {
    const at = new Date(this.#timer.now()).toISOString();
    const reviews = refused.map((refusal): Review => ({ ...refusal, kind: 'refused', at, others: {} }));
    // What was refused is written down before it is crossed out, so that no accident in between loses it.
    if (reviews.length > 0) this.#write(() => this.#room?.addReviews(reviews));
    if (settled.length > 0) {
      this.#tabs.tell({ kind: 'settled', settled });
      this.#settle(settled);
    }
    if (reviews.length > 0) {
      this.#giveUp(refused.map(({ group }: Refusal) => group));
      this.#events.refused(reviews);
    }
    this.#cross([...settled, ...refused].map(({ group }) => group.group));
  }

  #settle(settled: readonly Settlement[]): void {
    this.#finish(
      settled.map(({ group }) => group.group),
      true,
    );
    this.#events.settled(settled);
  }

  #giveUp(groups: readonly PendingGroup[]): void {
    this.#finish(
      groups.map(({ group }) => group),
      false,
    );
    this.#events.gone(groups);
  }

  #finish(groups: readonly string[], isTaken: boolean): void {
    for (const group of groups) {
      this.#over.set(group, isTaken);
      this.#unkept.delete(group);
    }
    this.sender.drop(new Set(groups));
  }

  #cross(groups: readonly string[]): void {
    for (const group of groups) this.#unkept.delete(group);
    this.#write(() => this.#room?.remove(groups));
  }

  #takeReviews(reviews: readonly Review[]): void {
    const news = new Map(reviews.map(review => [review.group.group, review]));
    this.reviews = [...this.reviews.filter(({ group }) => !news.has(group.group)), ...news.values()];
    this.#events.reviews();
  }

  #dropReview(group: string): void {
    this.reviews = this.reviews.filter(review => review.group.group !== group);
    this.#events.reviews();
  }

  #line(): LineState {
    const { online, contact, problem, desk } = this.sender;
    return {
      online,
      ...(contact === undefined ? {} : { contact }),
      ...(problem ? { problem } : {}),
      ...(desk === undefined ? {} : { desk }),
    };
  }

  #follow({ online, contact, problem, desk }: LineState): void {
    Object.assign(this.sender, { online, contact, problem, desk });
    this.#events.state();
  }

  #stateChanged(): void {
    if (this.leads) {
      const { contact: _, ...line } = this.#line();
      const told = JSON.stringify(line);
      if (told !== this.#told) this.#tabs.tell({ kind: 'state', state: this.#line() });
      this.#told = told;
    }
    this.#events.state();
  }

  /** Once the gesture's own task is over. */
  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    this.#timer.after(0, () => {
      this.#isFlushing = false;
      this.flush();
    });
  }

  /** Writes one thing after the other, in the order in which it happened. */
  #write(write: () => Promise<unknown> | undefined): void {
    if (!this.#room && this.#tabs === alone) return;
    this.#writing = this.#writing.then(write).catch(() => this.#keeps(false));
  }

  #keeps(keeps: boolean): void {
    if (keeps === this.keeps) return;
    this.keeps = keeps;
    this.#events.state();
  }
}

import type { WaitingRoom } from '#client/store/keeping/kept-queue.js';
import type { PendingGroup } from '#client/store/objects.js';
import type { Review } from '#client/store/reviews.js';
import type { TabMessage, Tabs } from '#client/store/tabs/tabs.js';
import type { VirtualTime } from './virtual-time.ts';

/** One browser: what it keeps, and which of its windows leads. */
export class SomeBrowser {
  readonly groups = new Map<string, PendingGroup>();
  readonly reviews = new Map<string, Review>();
  readonly windows: SomeTabs[] = [];
  readonly time: VirtualTime;

  constructor(time: VirtualTime) {
    this.time = time;
  }

  /** Lets the window lead that has waited longest, where none does. */
  elect(): void {
    this.windows[0]?.leads();
  }
}

/** One window among those of its browser. */
export class SomeTabs implements Tabs {
  readonly lead: Promise<void>;
  leads: () => void = () => undefined;
  readonly #browser: SomeBrowser;
  #listeners: ((message: TabMessage) => void)[] = [];
  #isClosed = false;

  constructor(browser: SomeBrowser) {
    this.#browser = browser;
    this.lead = new Promise(resolve => {
      this.leads = resolve;
    });
    browser.windows.push(this);
    browser.elect();
  }

  tell(message: TabMessage): void {
    if (this.#isClosed) return;
    const copy = structuredClone(message);
    for (const other of this.#browser.windows)
      if (other !== this) this.#browser.time.after(3, () => other.#take(copy));
  }

  hear(listener: (message: TabMessage) => void): void {
    this.#listeners.push(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#browser.windows.splice(this.#browser.windows.indexOf(this), 1);
    this.#browser.elect();
  }

  #take(message: TabMessage): void {
    if (!this.#isClosed) for (const listener of this.#listeners) listener(message);
  }
}

/** What a window writes down in its browser. */
export class SomeRoom implements WaitingRoom {
  isClosed = false;
  readonly #browser: SomeBrowser;

  constructor(browser: SomeBrowser) {
    this.#browser = browser;
  }

  async groups(): Promise<readonly PendingGroup[]> {
    await this.#write();
    return [...this.#browser.groups.values()];
  }

  async add(groups: readonly PendingGroup[]): Promise<void> {
    await this.#write();
    for (const group of groups)
      if (!this.#browser.groups.has(group.group)) this.#browser.groups.set(group.group, group);
  }

  async tried(groups: readonly string[]): Promise<void> {
    await this.#write();
    for (const group of groups) {
      const kept = this.#browser.groups.get(group);
      if (kept) this.#browser.groups.set(group, { ...kept, tried: true });
    }
  }

  async remove(groups: readonly string[]): Promise<void> {
    await this.#write();
    for (const group of groups) this.#browser.groups.delete(group);
  }

  async reviews(): Promise<readonly Review[]> {
    await this.#write();
    return [...this.#browser.reviews.values()];
  }

  async addReviews(reviews: readonly Review[]): Promise<void> {
    await this.#write();
    for (const review of reviews) this.#browser.reviews.set(review.group.group, review);
  }

  async removeReview(group: string): Promise<void> {
    await this.#write();
    this.#browser.reviews.delete(group);
  }

  /** Writing takes a moment; a window that was closed meanwhile writes nothing. */
  #write(): Promise<void> {
    return new Promise(resolve => {
      this.#browser.time.after(2, () => {
        if (!this.isClosed) resolve();
      });
    });
  }
}

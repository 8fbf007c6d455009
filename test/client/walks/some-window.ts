import { v7 as newId } from 'uuid';
import { LiveConnection } from '#client/live/connection.js';
import { createDeskClient } from '#client/store/client.js';
import { GestureError, Store } from '#client/store/store.js';
import type { Draft } from '../../../shared/change/draft.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { quoteOf } from '../../../shared/text/quote.ts';
import { type SomeBrowser, SomeRoom, SomeTabs } from './browser.ts';
import type { Chance } from './chance.ts';
import { Network } from './network.ts';
import type { ServedDesk } from './served-desk.ts';
import type { VirtualTime } from './virtual-time.ts';

const STEPS = ['open', 'checking', 'checked', 'in-review', 'signed-off'] as const;
const VERDICTS = ['accurate', 'imprecise', 'disputed', null] as const;

/** What became of the groups of all windows, as their people saw it. */
export interface Fates {
  /** Every group that was done, with the ids of its changes. */
  readonly done: Map<string, readonly string[]>;
  /** Groups that were reported as refused and seen to. */
  readonly seen: Set<string>;
  /** Groups that somebody took back while they waited. */
  readonly withdrawn: Set<string>;
}

/** A person at a window: the client's own store over a bad line. */
export class SomeWindow {
  readonly store: Store;
  readonly network: Network;
  readonly browser: SomeBrowser;
  readonly #served: ServedDesk;
  readonly #tabs: SomeTabs;
  readonly #room: SomeRoom;
  readonly #fates: Fates;
  #line: LiveConnection | undefined;
  isClosed = false;

  constructor(
    name: string,
    browser: SomeBrowser,
    served: ServedDesk,
    time: VirtualTime,
    chance: Chance,
    fates: Fates,
  ) {
    this.browser = browser;
    this.#served = served;
    this.#fates = fates;
    this.network = new Network(served, time, chance);
    this.#tabs = new SomeTabs(browser);
    this.#room = new SomeRoom(browser);
    const timer = {
      now: () => time.now(),
      after: (milliseconds: number, run: () => void) =>
        time.after(milliseconds, () => {
          if (!this.isClosed) run();
        }),
    };
    this.store = new Store(createDeskClient(this.network.fetch as typeof fetch), {
      signature: name,
      now: () => new Date(time.now()),
      room: this.#room,
      tabs: this.#tabs,
      timer,
    });
    this.store.follow(options => {
      this.#line = new LiveConnection({ ...options, open: this.network.open, timer });
    });
    void this.#load(time);
  }

  /** What has not come to rest here, in words; empty where all that was done was answered, and all that happened heard. */
  get unrest(): string {
    const { store } = this;
    const { waiting } = store.saving;
    const { seq } = this.#served.desk.storage.head;
    const isBehind = store.delivery.leads && this.#line?.after !== seq;
    return [
      waiting > 0 ? `${waiting} wait` : '',
      store.objects.pending.length > 0 ? `${store.objects.pending.length} pending` : '',
      isBehind ? `heard ${this.#line?.after} of ${seq}` : '',
      this.#isLoading ? 'loading' : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  #isLoading = true;

  /** Loads what screens load, until it is there. */
  async #load(time: VirtualTime): Promise<void> {
    for (;;) {
      try {
        const { store } = this;
        await Promise.all([store.loadDocuments(), store.loadConflicts(), store.loadSources()]);
        const { table } = await store.openClaims(this.#served.documentId);
        await store.loadClaims([...table.all].map(slot => table.idAt(slot)));
        this.#isLoading = false;
        return;
      } catch {
        await new Promise<void>(resolve => {
          time.after(1000, resolve);
        });
      }
    }
  }

  /** Opens text and claims anew, as the Read screen does once the document has another revision. */
  async openAgain(): Promise<void> {
    await this.store.openClaims(this.#served.documentId);
  }

  /** Closes the window as a person would, who stays while something would be lost. @returns whether it is closed */
  close(): boolean {
    if (this.store.saving.isLoose) return false;
    this.isClosed = true;
    this.network.isCut = true;
    this.#room.isClosed = true;
    this.#line?.close();
    this.#tabs.close();
    return true;
  }

  /** Does one thing. @param what chooses it, and `a` and `b` what it is done to */
  act(what: number, a: number, b: number): void {
    const before = new Set(this.store.objects.pending.map(({ group }) => group));
    try {
      this.#act(what, a, b);
    } catch (error) {
      // A person is told so; nothing has happened.
      if (!(error instanceof GestureError)) throw error;
    }
    for (const { group, changes } of this.store.objects.pending)
      if (!before.has(group))
        this.#fates.done.set(
          group,
          changes.map(({ id }) => id),
        );
  }

  #act(what: number, a: number, b: number): void {
    const { store } = this;
    const kind = what % 16;
    if (kind === 13) store.undo();
    else if (kind === 14) store.redo();
    else if (kind === 15) this.#tidy(a, b);
    else {
      const drafts = this.#drafts(kind, a, b).filter(draft => draft !== undefined);
      if (drafts.length > 0) store.do(drafts[0]!.operation.op, drafts);
    }
  }

  /** What a person does to a claim, or a source, they see; undefined where there is none. */
  #drafts(what: number, a: number, b: number): (Draft | undefined)[] {
    const claim = this.#some('claim', a);
    const source = this.#some('source', b);
    if (what <= 1 || (what < 9 && !claim)) return [this.#newClaim(a, b)];
    switch (what) {
      case 2:
        return [set(claim, { workflow: STEPS[b % STEPS.length] })];
      case 3:
        return [set(claim, { verdict: VERDICTS[b % VERDICTS.length] })];
      case 4:
        return [set(claim, { 'fields.role': `Role ${b % 3}`, workflow: STEPS[a % STEPS.length] })];
      case 5:
        return [edit(claim, { op: 'add', list: 'notes', item: { ...this.#stamped(), text: `Note ${b}` } })];
      case 6: {
        const note = claim?.object.notes[b % Math.max(1, claim.object.notes.length)];
        return [
          note && edit(claim, { op: 'edit', list: 'notes', item: note.id, values: { text: `Not ${a}` } }),
        ];
      }
      case 7: {
        const item = `tag ${b % 3}`;
        return [edit(claim, { op: claim!.object.tags.includes(item) ? 'drop' : 'add', list: 'tags', item })];
      }
      case 8:
        return [edit(claim, { op: 'remove' })];
      case 9: {
        const id = newId();
        const value = { id, csl: { type: 'webpage', title: `Source ${b % 5}` } };
        return [{ kind: 'source', objectId: id, operation: { op: 'create', value } }];
      }
      case 10: {
        const item = { ...this.#stamped(), sourceId: source?.id ?? '', stance: 'supports' };
        return [source && edit(claim, { op: 'add', list: 'evidence', item })];
      }
      case 11:
        return [b % 4 === 0 ? edit(source, { op: 'remove' }) : set(source, { 'csl.title': `T ${a % 4}` })];
      default: {
        const other = this.#some('claim', a + 1);
        const both = other && other.id !== claim?.id ? [claim, other] : [claim];
        return both.map(one => set(one, { workflow: 'checked' }));
      }
    }
  }

  /** Sees to what was refused, or takes something back that waits. */
  #tidy(a: number, b: number): void {
    const { store } = this;
    const review = store.reviews[a % Math.max(1, store.reviews.length)];
    if (review) {
      this.#fates.seen.add(review.group.group);
      if (b % 2 === 0 && store.couldInsist(review)) store.insist(review);
      else store.seen(review);
      return;
    }
    const waiting = store.objects.pending.at(-1);
    if (!waiting || !store.delivery.sender.canWithdraw(waiting.group)) return;
    this.#fates.withdrawn.add(waiting.group);
    store.withdraw(waiting.group);
  }

  #stamped() {
    return { id: newId(), by: this.store.signature, at: '2026-05-07T10:00:00.000Z' };
  }

  #some<K extends Kind>(kind: K, n: number): Versioned<K> | undefined {
    const all = this.store.objects.all(kind);
    return all[n % Math.max(1, all.length)];
  }

  #newClaim(a: number, b: number): Draft {
    const { documentId, texts } = this.#served;
    const [first] = texts.keys();
    const document = this.store.get('document', documentId)?.object;
    const revision = document ? currentRevision(document).id : first!;
    const text = texts.get(revision)!;
    const start = a % (text.length - 10);
    const ranges = [{ start, end: start + 1 + (b % 9) }];
    const anchor = { documentId, revision, ranges, quote: quoteOf(text, ranges) };
    const rest = { fields: {}, workflow: 'open', tags: [], evidence: [], notes: [], settled: [] };
    const made = {
      anchorState: 'intact',
      createdBy: this.store.signature,
      createdAt: '2026-05-07T10:00:00.000Z',
    };
    const id = newId();
    const value = { id, type: 'person', anchor, ...rest, ...made } as never;
    return { kind: 'claim', objectId: id, operation: { op: 'create', value } };
  }
}

const edit = (held: Versioned | undefined, operation: Draft['operation']): Draft | undefined =>
  held && { kind: held.kind, objectId: held.id, operation };

const set = (held: Versioned | undefined, values: Record<string, unknown>): Draft | undefined =>
  edit(held, { op: 'set', values: values as Record<string, never> });

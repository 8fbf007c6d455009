import { msg, str } from '@lit/localize';
import { v7 as newId } from 'uuid';
import type { Problem } from '../../shared/api/problem.ts';
import type { LiveEntry, Presence } from '../../shared/api/routes/live.ts';
import type { Draft } from '../../shared/change/draft.ts';
import type { Versioned } from '../../shared/model/change.ts';
import { Others } from '../live/others.ts';
import { sayPath } from '../localize/say-path.ts';
import type { DeskClient } from './client.ts';
import { Delivery, type DeliveryPorts } from './delivery.ts';
import type { DocumentSuggestions } from './findings/document-suggestions.ts';
import type { FoundConflicts } from './findings/found-conflicts.ts';
import { FoundHere } from './findings/found-here.ts';
import { Following, type FollowingPorts } from './following.ts';
import { type Gesture, inverseOf, type Revised, UndoHistory } from './history.ts';
import { inPieces, PIECE, piecesOf } from './in-pieces.ts';
import type { KeptDocuments } from './keeping/kept-documents.ts';
import type { Replica } from './keeping/replica.ts';
import { LoadedDesk } from './loaded-desk.ts';
import { type Topic, topicOf } from './news.ts';
import type { PendingGroup } from './objects.ts';
import { BrowserFiles, filesFirst, OutgoingFiles, type SendFile, sendBy } from './outgoing-files.ts';
import { othersIn, type Review } from './reviews.ts';
import type { Settlement } from './sender.ts';
import { alone, type Tabs } from './tabs/tabs.ts';
import { machineTime, type Timer } from './timer.ts';
import { GestureError, type Trial, tryDrafts } from './trial.ts';
import { type WorkHand, Works } from './works.ts';

export interface StoreOptions extends DeliveryPorts {
  /** Sends a file and tells how much of it has left; without it, one is sent and nothing told. */
  readonly sendFile?: SendFile;
  readonly signature?: string;
  readonly now?: () => Date;
  readonly replica?: Replica;
  readonly kept?: KeptDocuments;
}

/** How what was done gets to the server. */
export interface Saving {
  /** Groups that the server has not acknowledged. */
  readonly waiting: number;
  /** Whether the server could be reached last. */
  readonly online: boolean;
  /** Why it answers but takes nothing. */
  readonly problem: Problem | undefined;
  /** When it answered last, in milliseconds since 1970. */
  readonly contact: number | undefined;
  /** Whether this browser writes down what waits. */
  readonly keeps: boolean;
  /** Whether something waits that would be lost with this window. */
  readonly isLoose: boolean;
}

/** Milliseconds after which a decision that had to wait is held against what it rests on. */
const WAITED = 2000;

/** Milliseconds after which a document that is still open is worth keeping. */
const SETTLED = 1500;

/** Milliseconds in which what others do is gathered, so that a burst of it is drawn once. */
const GATHER = 30;
/** Milliseconds until all is asked for again that could not be fetched. */
const AGAIN = 2000;
/** The hash of the first entry of a desk that has none. */
const NO_DESK = '0'.repeat(64);

/** The desk in the browser: what is seen, the one way to change it, and what of it is saved. */
export class Store extends LoadedDesk {
  readonly history = new UndoHistory();
  /** What takes longer than a moment and is under way. */
  readonly works = new Works();
  /** Who else is here, and what they changed. */
  readonly others = new Others();
  readonly delivery: Delivery;
  readonly #found: FoundHere;
  /** Documents that can be read without the server; undefined where the browser keeps nothing. */
  readonly kept: KeptDocuments | undefined;
  /** Attached files that the desk may not have yet. */
  readonly files: OutgoingFiles;
  #signature: string;
  #now: () => Date;
  #wasOnline = true;
  /** Whether what the conflicts are about is going to be fetched. */
  #isListing = false;
  /** What others did and is not drawn yet. */
  readonly #news: Versioned[] = [];
  #isOutdated = false;
  #isRefreshing = false;
  readonly #timer: Timer;
  readonly #ports: { readonly tabs: Tabs; readonly timer?: Timer | undefined };

  constructor(client: DeskClient, options: StoreOptions = {}) {
    super(client, options.replica);
    this.#signature = options.signature ?? 'Guest';
    this.#now = options.now ?? (() => new Date());
    this.#ports = { tabs: options.tabs ?? alone, timer: options.timer };
    this.#timer = options.timer ?? machineTime;
    this.kept = options.kept;
    this.kept?.addEventListener('change', () => this.tell('kept'));
    this.#found = new FoundHere({
      client,
      objects: this.objects,
      replica: options.replica,
      timer: this.#timer,
      tell: topic => this.tell(topic),
      lost: () => this.lost(),
    });
    this.files = new OutgoingFiles(options.sendFile ?? sendBy(client), new BrowserFiles());
    const port = {
      postChanges: filesFirst(client.postChanges, this.files),
      reach: async () => {
        const { entries } = await client.readLog({ query: { after: 0, limit: 1 } });
        return entries[0]?.hash ?? NO_DESK;
      },
    };
    this.delivery = new Delivery(
      port,
      {
        arrived: groups => this.#arrived(groups),
        settled: settled => this.#settled(settled),
        gone: groups => this.#gone(groups),
        refused: reviews => void this.#refused(reviews),
        reviews: () => this.tell('refusals'),
        state: () => this.#lineChanged(),
      },
      { ...this.#ports, room: options.room },
    );
    this.ready = this.delivery.ready;
  }

  /** What is suggested in a document; topic `suggestions`. */
  suggestionsOf(documentId: string): DocumentSuggestions {
    return this.#found.suggestionsOf(documentId);
  }

  override closeClaims(): void {
    super.closeClaims();
    this.#found.forgetSuggestions();
  }

  /** What the conflict rules find on the desk; topic `findings`. */
  get findings(): FoundConflicts {
    return this.#found.findings;
  }

  /** The name that changes are signed with. */
  get signature(): string {
    return this.#signature;
  }

  set signature(name: string) {
    this.#signature = name;
    this.tell('signature');
  }

  /** What waits for the server, whether it could be reached last, and whether what waits is safe in this browser. */
  get saving(): Saving {
    const { sender, keeps, isLoose } = this.delivery;
    const { waiting, online, problem, contact } = sender;
    return { waiting, online, problem, contact, keeps, isLoose };
  }

  retry(): void {
    this.delivery.retry();
  }

  /** Resolves when nothing that concerns an object is on its way any more, so that the server can be asked about it. */
  async sent(objectId: string): Promise<void> {
    const isWaiting = () =>
      this.objects.pending.some(group => group.changes.some(change => change.objectId === objectId));
    while (isWaiting())
      await new Promise(resolve => this.addEventListener('change', resolve, { once: true }));
  }

  /** What did not go as somebody wanted, until they have seen to it; oldest first. */
  get reviews(): readonly Review[] {
    return this.delivery.reviews;
  }

  /** Somebody has seen to a review. */
  seen(review: Review): void {
    this.delivery.seen(review.group.group);
  }

  /** Whether a refused gesture would apply to what stands now. */
  couldInsist(review: Review): boolean {
    return this.could(draftsOf(review.group));
  }

  /** Does a refused gesture again, over what stands now. @throws GestureError where it cannot be done */
  insist(review: Review): Gesture {
    const gesture = this.do(review.group.label, draftsOf(review.group));
    this.seen(review);
    return gesture;
  }

  /** Takes a group back that waits and was never sent; one that may have arrived stays. */
  withdraw(group: string): void {
    this.delivery.withdraw(group);
  }

  /** Follows what is committed on the desk, on behalf of all windows. @param open opens the live connection */
  follow(open: FollowingPorts['open']): void {
    const { sender } = this.delivery;
    new Following(
      {
        heard: entry => this.heard(entry),
        outdated: () => {
          void this.kept?.outdated();
          this.missed();
        },
        otherDesk: () => void this.#beginAnew(),
        redacted: () => void this.#beginAnew(),
        present: present => this.met(present),
        found: (news, isAnew) => this.#found.heard(news, isAnew),
        head: ({ desk }) => {
          sender.desk = desk;
          sender.reached();
        },
        line: online => (online ? sender.reached() : this.delivery.lost()),
      },
      { ...this.#ports, replica: this.replica, loads: this.loads, open },
    );
  }

  /** Forgets all that is kept of the desk, but for what waits to be sent, and says that the window has to begin anew. */
  async #beginAnew(): Promise<void> {
    await Promise.allSettled([this.kept?.forget(), this.replica?.forget()]);
    this.tell('desk');
  }

  /** Fetches all anew, until it is there. */
  async #refresh(): Promise<void> {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    while (this.#isOutdated) {
      this.#isOutdated = false;
      try {
        await this.reloadAll();
        await this.#found.reload();
      } catch {
        this.#isOutdated = true;
        await new Promise<void>(resolve => {
          this.#timer.after(AGAIN, resolve);
        });
      }
    }
    this.#isRefreshing = false;
  }

  /** These windows are open now, this one too. */
  met(present: readonly Presence[]): void {
    this.others.present = present;
    this.tell('presence');
  }

  /** A group was committed, by anybody. */
  heard(entry: LiveEntry): void {
    const { seq, objects, revised } = entry;
    this.others.take(entry);
    const held = objects as unknown as Versioned[];
    this.took(held, seq);
    if (revised !== undefined) void this.revised(revised, seq);
    if (this.#news.length === 0) this.#timer.after(GATHER, () => this.saw(this.#news.splice(0)));
    this.#news.push(...held);
  }

  /**
   * Does a gesture: shows it at once and sends it. Everything in it is one undo and commits whole or not at all.
   * @param label what the gesture did, for undo: "Mark person"
   * @throws GestureError where it cannot be done, saying why
   */
  do(label: string, drafts: readonly Draft[]): Gesture {
    const gesture = this.#perform(label, drafts);
    this.history.did(gesture);
    this.tell('undo');
    return gesture;
  }

  /**
   * Does a gesture of any size. Beyond `PIECE` changes it becomes several groups, each of which commits whole or not at
   * all, made with a breath in between; all of them are one undo. Called off midway, what was done is taken back.
   * @throws GestureError where it cannot be done; then nothing of it is
   */
  async doMany(label: string, drafts: readonly Draft[], hand?: WorkHand): Promise<Gesture> {
    const pieces = piecesOf(drafts).map(piece => () => piece);
    const gesture = await this.#inPieces(label, pieces, label, hand);
    this.history.did(gesture);
    this.tell('undo');
    return gesture;
  }

  /** Takes in objects that the server gave for something that is about to be done to them. @param seq the entry of the log after which they stood so */
  meet(objects: readonly Versioned[], seq: number): void {
    this.took(objects, seq);
    this.saw(objects);
  }

  /** Records a gesture that the server has done already, so that it can be undone as if it had been done here. */
  did(gesture: Gesture, objects: readonly Versioned[]): void {
    this.objects.confirm(objects);
    this.history.did(gesture);
    this.saw(objects);
    this.tell('undo');
  }

  /**
   * Records that a document has another revision, taken in this window.
   * @param seq the entry of the log that brought it
   * @param label what was done, for undo
   */
  tookRevision(held: Versioned<'document'>, seq: number, label: string, revised: Revised): void {
    const before = this.history.revised;
    const isBack = before?.documentId === revised.documentId && before.to === revised.from;
    const bytesOf = (id: string) => held.object.revisions.find(revision => revision.id === id)?.sha256;
    if (isBack && bytesOf(before.from) === bytesOf(revised.to)) this.history.wentBack();
    else this.history.did({ label, changes: [], before: [], revised });
    this.took([held], seq);
    this.saw([held]);
    void this.revised(held.id, seq);
    this.tell('undo');
  }

  /** Whether drafts would apply to what is seen now. */
  could(drafts: readonly Draft[]): boolean {
    try {
      return this.#try(drafts).result.applied;
    } catch {
      return false;
    }
  }

  /**
   * Takes the last gesture back.
   * @returns its label, or undefined where there is none, or where it was a revision, which only another revision takes back
   * @throws GestureError where it was changed since
   */
  undo(): string | undefined {
    if (this.history.revised) return undefined;
    const gesture = this.history.takeUndo();
    if (!gesture) return undefined;
    this.#takeBack(gesture, msg(str`Undo: ${gesture.label}`), by => this.history.undid(by));
    return gesture.label;
  }

  redo(): string | undefined {
    const gesture = this.history.takeRedo();
    if (!gesture) return undefined;
    this.#takeBack(gesture, msg(str`Redo: ${gesture.label}`), by => this.history.redid(by));
    return gesture.label;
  }

  /** Takes back any gesture, also one read from the log, as a gesture of its own. @throws GestureError where it was changed since */
  takeBack(gesture: Gesture): void {
    this.#takeBack(gesture, msg(str`Undo: ${gesture.label}`), by => this.history.did(by));
  }

  /** @param record puts what took the gesture back where it can be taken back in turn */
  #takeBack(gesture: Gesture, label: string, record: (by: Gesture) => void): void {
    const kept = (by: Gesture) => {
      record(by);
      this.tell('undo');
    };
    if (gesture.changes.length <= PIECE) {
      kept(this.#perform(label, this.#inverse(gesture), gesture.label));
      return;
    }
    const pieces = piecesOf(gesture.changes.map((change, i) => ({ change, before: gesture.before[i]! })));
    const inverses = pieces.reverse().map(piece => () => {
      const changes = piece.map(({ change }) => change);
      return this.#inverse({ label: gesture.label, changes, before: piece.map(({ before }) => before) });
    });
    void this.works
      .run(label, hand => this.#inPieces(label, inverses, gesture.label, hand), false)
      .then(kept, (error: Error) => this.works.failed(error.message));
  }

  /** @throws GestureError where something of it was changed since */
  #inverse(gesture: Gesture): readonly Draft[] {
    const inverse = inverseOf(gesture, (kind, id) => this.objects.get(kind, id));
    if ('drafts' in inverse) return inverse.drafts;
    throw new GestureError(
      msg(str`“${gesture.label}” was not taken back. Changed since: ${sayPath(inverse.changed)}.`),
    );
  }

  /** @param pieces make the drafts of each group, when its turn has come */
  async #inPieces(
    label: string,
    pieces: readonly (() => readonly Draft[])[],
    undoLabel: string,
    hand?: WorkHand,
  ): Promise<Gesture> {
    const done: Gesture[] = [];
    const whole = (): Gesture => ({
      label: undoLabel,
      changes: done.flatMap(({ changes }) => changes),
      before: done.flatMap(({ before }) => before),
    });
    try {
      await inPieces(pieces, 1, ([make]) => void done.push(this.#perform(label, make!(), undoLabel)), hand);
    } catch (error) {
      if (done.length > 0) this.#takeBack(whole(), msg(str`Undo: ${undoLabel}`), () => undefined);
      throw error;
    }
    return whole();
  }

  #perform(label: string, drafts: readonly Draft[], undoLabel = label): Gesture {
    const { changes, result } = this.#try(drafts);
    if (!result.applied)
      throw new GestureError(
        msg(str`“${label}” was not done. Changed since: ${sayPath(result.clashes[0]!.path)}.`),
      );
    const { desk } = this.delivery.sender;
    const group: PendingGroup = {
      group: changes[0]!.group,
      label,
      changes,
      ...(desk === undefined || desk === NO_DESK ? {} : { desk }),
    };
    this.others.own(group.group);
    this.objects.apply(group);
    this.saw(result.objects);
    this.delivery.enqueue(group);
    return { label: undoLabel, changes, before: result.before };
  }

  #arrived(groups: readonly PendingGroup[]): void {
    this.objects.hold(groups);
    this.saw(groups.flatMap(({ changes }) => this.touchedBy(changes)));
    void this.bringPending(groups).then(() => this.tell('claims'));
  }

  #settled(settled: readonly Settlement[]): void {
    this.objects.settle(
      settled.map(({ group }) => group.group),
      settled.flatMap(({ objects }) => objects),
    );
    for (const { objects, seq } of settled) this.took(objects, seq);
    if (this.delivery.leads) void this.#lookAtDecisions(settled).catch(() => undefined);
    this.saw(settled.flatMap(({ group, objects }) => [...objects, ...this.touchedBy(group.changes)]));
  }

  /** A decision that waited may rest on what has been changed meanwhile: then somebody has to look at it again. */
  async #lookAtDecisions(settled: readonly Settlement[]): Promise<void> {
    const now = this.#timer.now();
    for (const { group } of settled) {
      const decided = group.changes.find(
        ({ operation }) => operation.op === 'add' && operation.list === 'decisions',
      );
      if (!decided || now - Date.parse(decided.at) < WAITED) continue;
      const { basisChanged } = await import('../../shared/conflicts/basis.ts');
      const conflict = () => this.get('conflict', decided.objectId)?.object;
      await this.refetchClaims(conflict()?.sides.flatMap(({ claimIds }) => claimIds) ?? []);
      const held = conflict();
      if (!held || !basisChanged(held, id => this.get('claim', id)?.object)) continue;
      const problem = { type: 'about:blank', title: 'What the decision rests on was changed.', status: 409 };
      const at = new Date(now).toISOString();
      this.delivery.review([{ kind: 'unfounded', group, problem, at, others: {} }]);
    }
  }

  #gone(groups: readonly PendingGroup[]): void {
    this.objects.settle(
      groups.map(({ group }) => group),
      [],
    );
    for (const { group, changes } of groups) {
      this.history.drop(group);
      for (const { operation, kind, objectId } of changes)
        if (operation.op === 'create' && kind === 'claim' && !this.objects.get('claim', objectId))
          this.claims?.table.delete(objectId);
    }
    this.saw(groups.flatMap(({ changes }) => this.touchedBy(changes)));
    this.tell('undo', ...new Set(groups.flatMap(({ changes }) => changes.map(({ kind }) => topicOf(kind)))));
  }

  /** What stands in the way is looked up first, so that one can see it and go on from there. */
  async #refused(reviews: readonly Review[]): Promise<void> {
    await this.reload(reviews.flatMap(({ group }) => group.changes)).catch(() => undefined);
    const known: Review[] = [];
    for (const review of reviews)
      known.push({ ...review, others: await othersIn(this.client, review).catch(() => ({})) });
    this.delivery.review(known);
  }

  #lineChanged(): void {
    const { online } = this.delivery.sender;
    if (online && !this.#wasOnline) this.forgetAbsent();
    this.#wasOnline = online;
    this.tell('saving');
  }

  /** Its text and its claims are fetched once the first sight of it is over. */
  protected override opened(documentId: string): void {
    if (!this.kept) return;
    this.#timer.after(SETTLED, () => {
      const held = this.claims?.documentId === documentId && this.get('document', documentId);
      if (held) this.kept?.opened(held);
    });
  }

  /** What open conflicts are about is fetched too, so that they can be decided without the server, and who is named. */
  protected override listed(): void {
    if (!this.kept || this.#isListing) return;
    this.#isListing = true;
    this.#timer.after(2 * SETTLED, () => {
      this.#isListing = false;
      const open = this.objects.all('conflict').filter(({ object }) => object.state === 'open');
      this.kept?.disputed(open.flatMap(({ object }) => object.sides.flatMap(({ claimIds }) => claimIds)));
      if (this.objects.all('entity').length === 0) void this.loadEntities().catch(() => undefined);
    });
  }

  protected override tell(...topics: Topic[]): void {
    super.tell(...topics, ...this.#found.noticed(topics));
  }

  protected override saw(objects: readonly Versioned[]): void {
    this.#found.saw(objects);
    super.saw(objects);
  }

  /** All that is known of the document's claims is old. Where it cannot be fetched now, claims name the revision they stand on. */
  protected override async revised(documentId: string, seq: number): Promise<void> {
    await super.revised(documentId, seq);
    const held = this.get('document', documentId);
    if (held && this.delivery.leads) this.kept?.revised(held);
  }

  protected override missed(): void {
    this.#isOutdated = true;
    void this.#refresh();
  }

  protected override lost(): void {
    this.delivery.lost();
  }

  #try(drafts: readonly Draft[]): Trial {
    const signed = { at: this.#now().toISOString(), by: this.#signature };
    return tryDrafts(drafts, (kind, id) => this.objects.get(kind, id), signed);
  }
}

const draftsOf = ({ changes }: PendingGroup): Draft[] =>
  changes.map(({ kind, objectId, operation, why }) => ({
    kind,
    objectId,
    operation,
    ...(why === undefined ? {} : { why }),
  }));

export { StoreEvent, type Topic } from './news.ts';
export type { Gesture, Revised };
export { GestureError, newId };

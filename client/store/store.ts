import { v7 as newId } from 'uuid';
import type { DocumentSummary } from '../../shared/api/routes/documents.ts';
import { ChangeError } from '../../shared/change/apply.ts';
import type { Draft } from '../../shared/change/draft.ts';
import { applyGroup, type GroupResult } from '../../shared/change/group.ts';
import { baseFor } from '../../shared/change/paths.ts';
import { decodeClaimIndex } from '../../shared/claim-index/codec.ts';
import type { Change, Versioned } from '../../shared/model/change.ts';
import type { Claim } from '../../shared/model/claim.ts';
import type { Kind, Objects } from '../../shared/model/objects.ts';
import { OpenClaims } from './claims.ts';
import type { DeskClient } from './client.ts';
import { type Gesture, inverseOf, UndoHistory } from './history.ts';
import { ObjectCache } from './objects.ts';
import { type Refusal, Sender } from './sender.ts';

/** What has changed, for whoever draws it. */
export type Topic =
  | 'documents'
  | 'claims'
  | 'sources'
  | 'entities'
  | 'conflicts'
  | 'saving'
  | 'refusals'
  | 'undo'
  | 'signature';

const TOPIC: Record<Kind, Topic> = {
  document: 'documents',
  claim: 'claims',
  source: 'sources',
  entity: 'entities',
  conflict: 'conflicts',
};
const TICKED = new Set(['checked', 'in-review', 'signed-off']);

/** Why a gesture did not happen, in words for the person who made it. */
export class GestureError extends Error {}

/** The desk in the browser: what is seen, the one way to change it, and what of it is saved. */
export class Store extends EventTarget {
  readonly client: DeskClient;
  readonly objects = new ObjectCache();
  readonly history = new UndoHistory();
  /** Groups the server would not take, until somebody has seen to them. */
  refusals: Refusal[] = [];
  /** Documents as the server counted them last; titles are read from `objects`. */
  summaries = new Map<string, DocumentSummary>();
  /** The claims of the document being read. */
  claims: OpenClaims | undefined;
  #sender: Sender;
  #signature: string;
  #now: () => Date;
  #conflicted: Set<string> | undefined;
  #topics = new Set<Topic>();
  /** Claims that were asked for and that the server does not have, so that nobody asks without end. */
  #absent = new Set<string>();

  constructor(client: DeskClient, options: { signature?: string; now?: () => Date } = {}) {
    super();
    this.client = client;
    this.#signature = options.signature ?? 'Guest';
    this.#now = options.now ?? (() => new Date());
    this.#sender = new Sender(client, {
      settled: (group, objects) => {
        this.objects.settle(group.group, objects);
        this.#saw([...objects, ...this.#touchedBy(group.changes)]);
      },
      refused: refusal => {
        this.objects.settle(refusal.group.group, []);
        this.history.drop(refusal.group.group);
        this.#saw(this.#touchedBy(refusal.group.changes));
        for (const change of refusal.group.changes)
          if (change.operation.op === 'create' && change.kind === 'claim')
            this.claims?.table.delete(change.objectId);
        this.#tell('undo');
        // What stands in the way is looked up first, so that one can see it and go on from there.
        void this.#reload(refusal.group.changes)
          .catch(() => undefined)
          .then(() => {
            this.refusals = [...this.refusals, refusal];
            this.#tell('refusals');
          });
      },
      state: () => this.#tell('saving'),
    });
  }

  /** The name that changes are signed with. */
  get signature(): string {
    return this.#signature;
  }

  set signature(name: string) {
    this.#signature = name;
    this.#tell('signature');
  }

  /** Groups not yet acknowledged, and whether the server could be reached last. */
  get saving(): { waiting: number; online: boolean } {
    return { waiting: this.#sender.waiting, online: this.#sender.online };
  }

  retry(): void {
    this.#sender.retry();
  }

  dismissRefusal(refusal: Refusal): void {
    this.refusals = this.refusals.filter(other => other !== refusal);
    this.#tell('refusals');
  }

  /** Whether a refused gesture would apply to what stands now. */
  couldInsist(refusal: Refusal): boolean {
    return this.could(draftsOf(refusal));
  }

  /** Does a refused gesture again, over what stands now. @throws GestureError where it cannot be done */
  insist(refusal: Refusal): Gesture {
    return this.do(refusal.group.label, draftsOf(refusal));
  }

  /** @returns an object as it is seen now and not removed, or undefined where it is removed or not loaded. */
  get<K extends Kind>(kind: K, id: string): Versioned<K> | undefined {
    const held = this.objects.get(kind, id);
    return held?.removed ? undefined : held;
  }

  // Loading. Each resolves when what it names can be read from `objects`.

  async loadDocuments(): Promise<void> {
    const { documents } = await this.client.listDocuments({ query: {} });
    this.summaries = new Map(documents.map(summary => [summary.held.id, summary]));
    this.objects.confirm(documents.map(summary => summary.held as Versioned));
    this.#tell('documents');
  }

  /** @returns the claims that cite each source, by the source's id */
  async loadSources(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { sources, uses } = await this.client.listSources({});
    this.objects.confirm(sources as unknown as Versioned[]);
    this.#tell('sources');
    return new Map(Object.entries(uses));
  }

  async loadEntities(): Promise<void> {
    const { entities } = await this.client.listEntities({});
    this.objects.confirm(entities as unknown as Versioned[]);
    this.#tell('entities');
  }

  async loadConflicts(): Promise<void> {
    const { conflicts } = await this.client.listConflicts({ query: {} });
    this.objects.confirm(conflicts as unknown as Versioned[]);
    this.#countConflicts();
    this.#tell('conflicts');
  }

  /** Loads full claims that are not loaded yet. */
  async loadClaims(ids: readonly string[]): Promise<void> {
    const missing = [...new Set(ids)].filter(id => !this.objects.get('claim', id) && !this.#absent.has(id));
    for (let i = 0; i < missing.length; i += 200) {
      const { claims } = await this.client.listClaims({
        query: { ids: missing.slice(i, i + 200).join(',') },
      });
      this.objects.confirm(claims as unknown as Versioned[]);
    }
    for (const id of missing) if (!this.objects.get('claim', id)) this.#absent.add(id);
    if (missing.length > 0) this.#tell('claims');
  }

  /** Fetches what changes touch as the server has it now. */
  async #reload(changes: readonly Change[]): Promise<void> {
    const ids = (kind: Kind) => [
      ...new Set(changes.filter(change => change.kind === kind).map(change => change.objectId)),
    ];
    const claims = ids('claim');
    for (let i = 0; i < claims.length; i += 200) {
      const found = await this.client.listClaims({ query: { ids: claims.slice(i, i + 200).join(',') } });
      this.objects.confirm(found.claims as unknown as Versioned[]);
    }
    if (ids('conflict').length > 0) await this.loadConflicts();
    if (ids('source').length > 0) await this.loadSources();
    if (ids('document').length > 0) await this.loadDocuments();
    if (ids('entity').length > 0) await this.loadEntities();
    this.#saw(this.#touchedBy(changes));
  }

  /** The claims that touch a window of a document, to show them before the others are here; UTF-16 code units. */
  async peekClaims(documentId: string, from: number, to: number): Promise<OpenClaims> {
    const bytes = await this.client.getClaimIndex({ params: { id: documentId }, query: { from, to } });
    return new OpenClaims(documentId, decodeClaimIndex(bytes).table);
  }

  /** Opens the claims of a document for reading; the claims of the one before are given up. */
  async openClaims(documentId: string): Promise<OpenClaims> {
    const bytes = await this.client.getClaimIndex({ params: { id: documentId } });
    const { table } = decodeClaimIndex(bytes);
    const claims = new OpenClaims(documentId, table);
    this.claims = claims;
    for (const group of this.objects.pending) {
      for (const change of group.changes) {
        const held = change.kind === 'claim' ? this.objects.get('claim', change.objectId) : undefined;
        if (held) claims.take(held, this.inConflict(held.id));
      }
    }
    this.#tell('claims');
    return claims;
  }

  /** Whether a claim takes part in an open conflict; before conflicts are loaded, what the index says. */
  inConflict(claimId: string): boolean {
    if (this.#conflicted) return this.#conflicted.has(claimId);
    const slot = this.claims?.table.slotOf(claimId) ?? -1;
    return slot >= 0 && this.claims!.table.rowAt(slot).conflict;
  }

  // Changing.

  /**
   * Does a gesture: shows it at once and sends it. Everything in it is one undo and commits whole or not at all.
   * @param label what the gesture did, for undo: "Mark person"
   * @throws GestureError where it cannot be done, saying why
   */
  do(label: string, drafts: readonly Draft[]): Gesture {
    const gesture = this.#perform(label, drafts);
    this.history.did(gesture);
    this.#tell('undo');
    return gesture;
  }

  /** Records a gesture that the server has done already, so that it can be undone as if it had been done here. */
  did(gesture: Gesture, objects: readonly Versioned[]): void {
    this.objects.confirm(objects);
    this.history.did(gesture);
    this.#saw(objects);
    this.#tell('undo');
  }

  /** Whether drafts would apply to what is seen now. */
  could(drafts: readonly Draft[]): boolean {
    try {
      return this.#try(drafts).result.applied;
    } catch {
      return false;
    }
  }

  /** Takes the last gesture back. @returns its label, or undefined where there is none @throws GestureError where it was changed since */
  undo(): string | undefined {
    const gesture = this.history.takeUndo();
    if (!gesture) return undefined;
    this.history.undid(this.#takeBack(gesture, 'Undo'));
    this.#tell('undo');
    return gesture.label;
  }

  redo(): string | undefined {
    const gesture = this.history.takeRedo();
    if (!gesture) return undefined;
    this.history.redid(this.#takeBack(gesture, 'Redo'));
    this.#tell('undo');
    return gesture.label;
  }

  /** Takes back any gesture, also one read from the log, as a gesture of its own. @throws GestureError where it was changed since */
  takeBack(gesture: Gesture): void {
    this.history.did(this.#takeBack(gesture, 'Undo'));
    this.#tell('undo');
  }

  #takeBack(gesture: Gesture, verb: string): Gesture {
    const inverse = inverseOf(gesture, (kind, id) => this.objects.get(kind, id));
    if ('changed' in inverse) {
      throw new GestureError(
        `“${gesture.label}” was not taken back: ${inverse.changed === '*' ? 'it' : inverse.changed} has been changed since.`,
      );
    }
    return this.#perform(`${verb}: ${gesture.label}`, inverse.drafts, gesture.label);
  }

  #perform(label: string, drafts: readonly Draft[], undoLabel = label): Gesture {
    const { changes, result } = this.#try(drafts);
    if (!result.applied)
      throw new GestureError(`“${label}” was not done: ${result.clashes[0]!.path} has been changed since.`);
    const group = { group: changes[0]!.group, label, changes };
    this.objects.apply(group);
    this.#saw(result.objects);
    this.#sender.enqueue(group);
    return { label: undoLabel, changes, before: result.before };
  }

  #try(drafts: readonly Draft[]): { changes: Change[]; result: GroupResult } {
    if (drafts.length === 0) throw new GestureError('There is nothing to do.');
    const group = newId();
    const at = this.#now().toISOString();
    const seen = new Map<string, Versioned>();
    const changes: Change[] = [];
    try {
      for (const draft of drafts) {
        const key = `${draft.kind}/${draft.objectId}`;
        const held = seen.get(key) ?? this.objects.get(draft.kind, draft.objectId);
        const change: Change = {
          id: newId(),
          group,
          kind: draft.kind,
          objectId: draft.objectId,
          operation: draft.operation,
          base: baseFor(held, draft.operation),
          at,
          by: this.#signature,
          ...(draft.why === undefined ? {} : { why: draft.why }),
        };
        const one = applyGroup(
          (kind, id) => seen.get(`${kind}/${id}`) ?? this.objects.get(kind, id),
          [change],
        );
        if (one.applied) for (const after of one.objects) seen.set(key, after);
        changes.push(change);
      }
      return { changes, result: applyGroup((kind, id) => this.objects.get(kind, id), changes) };
    } catch (error) {
      if (error instanceof ChangeError) throw new GestureError(error.message);
      throw error;
    }
  }

  #touchedBy(changes: readonly Change[]): Versioned[] {
    return changes
      .map(change => this.objects.get(change.kind, change.objectId))
      .filter(held => held !== undefined);
  }

  /** Brings the claim index, the conflict marks and the counts up to date with objects that have changed, and tells. */
  #saw(objects: readonly Versioned[]): void {
    const topics = new Set<Topic>();
    for (const { kind } of objects) topics.add(TOPIC[kind]);
    if (topics.has('conflicts')) {
      this.#countConflicts();
      topics.add('claims');
    }
    for (const { kind, id } of objects) {
      const held = kind === 'claim' ? this.objects.get('claim', id) : undefined;
      if (held) this.claims?.take(held, this.inConflict(id));
    }
    this.#tell(...topics);
  }

  #countConflicts(): void {
    const before = this.#conflicted ?? new Set<string>();
    const now = new Set<string>();
    for (const { object } of this.objects.all('conflict')) {
      if (object.state === 'open')
        for (const side of object.sides) for (const id of side.claimIds) now.add(id);
    }
    this.#conflicted = now;
    for (const id of new Set([...before, ...now])) {
      if (before.has(id) !== now.has(id)) this.claims?.table.setConflict(id, now.has(id));
    }
  }

  /** Tells listeners once a task, however much happened in it. */
  #tell(...topics: Topic[]): void {
    if (this.#topics.size === 0 && topics.length > 0) {
      queueMicrotask(() => {
        const told = new Set(this.#topics);
        this.#topics.clear();
        this.dispatchEvent(new StoreEvent(told));
      });
    }
    for (const topic of topics) this.#topics.add(topic);
  }
}

const draftsOf = ({ group }: Refusal): Draft[] =>
  group.changes.map(({ kind, objectId, operation, why }) => ({
    kind,
    objectId,
    operation,
    ...(why === undefined ? {} : { why }),
  }));

/** Fired on the store, as `change`, with what has changed. */
export class StoreEvent extends Event {
  readonly topics: ReadonlySet<Topic>;
  constructor(topics: ReadonlySet<Topic>) {
    super('change');
    this.topics = topics;
  }
}

/** Whether work on a claim is done for the person who checks: checked, in review or signed off. */
export const isTicked = (claim: Pick<Claim, 'workflow'>): boolean => TICKED.has(claim.workflow);

export type { Draft, Gesture, Objects };
export { newId };

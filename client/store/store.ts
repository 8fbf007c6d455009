import { v7 as newId } from 'uuid';
import type { Presence } from '../../shared/api/routes/live.ts';
import type { Draft } from '../../shared/change/draft.ts';
import type { Versioned } from '../../shared/model/change.ts';
import { Others } from '../live/others.ts';
import type { DeskClient } from './client.ts';
import { type Gesture, inverseOf, UndoHistory } from './history.ts';
import { inPieces, PIECE } from './in-pieces.ts';
import { LoadedDesk } from './loaded-desk.ts';
import { type Refusal, Sender } from './sender.ts';
import { BrowserFiles, filesFirst, OutgoingFiles, sendBy } from './outgoing-files.ts';
import { GestureError, type Trial, tryDrafts } from './trial.ts';
import { type WorkHand, Works } from './works.ts';

/** The desk in the browser: what is seen, the one way to change it, and what of it is saved. */
export class Store extends LoadedDesk {
  readonly history = new UndoHistory();
  /** What takes longer than a moment and is under way. */
  readonly works = new Works();
  /** Who else is here, and what they changed. */
  readonly others = new Others();
  /** Groups the server would not take, until somebody has seen to them. */
  refusals: Refusal[] = [];
  /** Attached files that the desk may not have yet. */
  readonly files: OutgoingFiles;
  #sender: Sender;
  #signature: string;
  #now: () => Date;

  constructor(client: DeskClient, options: { signature?: string; now?: () => Date } = {}) {
    super(client);
    this.#signature = options.signature ?? 'Guest';
    this.#now = options.now ?? (() => new Date());
    this.files = new OutgoingFiles(sendBy(client), new BrowserFiles());
    const postChanges = filesFirst(client.postChanges, this.files);
    this.#sender = new Sender({ ...client, postChanges: ({ body }) => postChanges({ body: { changes: body.changes } }) }, {
      settled: (group, objects) => {
        this.objects.settle(group.group, objects);
        this.saw([...objects, ...this.touchedBy(group.changes)]);
      },
      refused: refusal => {
        this.objects.settle(refusal.group.group, []);
        this.history.drop(refusal.group.group);
        this.saw(this.touchedBy(refusal.group.changes));
        for (const change of refusal.group.changes)
          if (change.operation.op === 'create' && change.kind === 'claim')
            this.claims?.table.delete(change.objectId);
        this.tell('undo');
        // What stands in the way is looked up first, so that one can see it and go on from there.
        void this.reload(refusal.group.changes)
          .catch(() => undefined)
          .then(() => {
            this.refusals = [...this.refusals, refusal];
            this.tell('refusals');
          });
      },
      state: () => this.tell('saving'),
    });
  }

  /** The name that changes are signed with. */
  get signature(): string {
    return this.#signature;
  }

  set signature(name: string) {
    this.#signature = name;
    this.tell('signature');
  }

  /** Groups not yet acknowledged, and whether the server could be reached last. */
  get saving(): { waiting: number; online: boolean } {
    return { waiting: this.#sender.waiting, online: this.#sender.online };
  }

  retry(): void {
    this.#sender.retry();
  }

  /** These windows are open now, this one too. */
  met(present: readonly Presence[]): void {
    this.others.present = present;
    this.tell('presence');
  }

  /** Resolves when nothing that concerns an object is on its way any more, so that the server can be asked about it. */
  async sent(objectId: string): Promise<void> {
    const isWaiting = () =>
      this.objects.pending.some(group => group.changes.some(change => change.objectId === objectId));
    while (isWaiting())
      await new Promise(resolve => this.addEventListener('change', resolve, { once: true }));
  }

  dismissRefusal(refusal: Refusal): void {
    this.refusals = this.refusals.filter(other => other !== refusal);
    this.tell('refusals');
  }

  /** Whether a refused gesture would apply to what stands now. */
  couldInsist(refusal: Refusal): boolean {
    return this.could(draftsOf(refusal));
  }

  /** Does a refused gesture again, over what stands now. @throws GestureError where it cannot be done */
  insist(refusal: Refusal): Gesture {
    return this.do(refusal.group.label, draftsOf(refusal));
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
    const gesture = await this.#inPieces(label, drafts, label, hand);
    this.history.did(gesture);
    this.tell('undo');
    return gesture;
  }

  /** Records a gesture that the server has done already, so that it can be undone as if it had been done here. */
  did(gesture: Gesture, objects: readonly Versioned[]): void {
    this.objects.confirm(objects);
    this.history.did(gesture);
    this.saw(objects);
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

  /** Takes the last gesture back. @returns its label, or undefined where there is none @throws GestureError where it was changed since */
  undo(): string | undefined {
    const gesture = this.history.takeUndo();
    if (!gesture) return undefined;
    this.#takeBack(gesture, 'Undo', by => this.history.undid(by));
    return gesture.label;
  }

  redo(): string | undefined {
    const gesture = this.history.takeRedo();
    if (!gesture) return undefined;
    this.#takeBack(gesture, 'Redo', by => this.history.redid(by));
    return gesture.label;
  }

  /** Takes back any gesture, also one read from the log, as a gesture of its own. @throws GestureError where it was changed since */
  takeBack(gesture: Gesture): void {
    this.#takeBack(gesture, 'Undo', by => this.history.did(by));
  }

  /** @param record puts what took the gesture back where it can be taken back in turn */
  #takeBack(gesture: Gesture, verb: string, record: (by: Gesture) => void): void {
    const inverse = inverseOf(gesture, (kind, id) => this.objects.get(kind, id));
    if ('changed' in inverse) {
      throw new GestureError(
        `“${gesture.label}” was not taken back: ${inverse.changed === '*' ? 'it' : inverse.changed} has been changed since.`,
      );
    }
    const label = `${verb}: ${gesture.label}`;
    const kept = (by: Gesture) => {
      record(by);
      this.tell('undo');
    };
    if (inverse.drafts.length <= PIECE) kept(this.#perform(label, inverse.drafts, gesture.label));
    else {
      const reverse = (hand: WorkHand) => this.#inPieces(label, inverse.drafts, gesture.label, hand);
      void this.works
        .run(label, reverse, false)
        .then(kept, (error: Error) => this.works.failed(error.message));
    }
  }

  async #inPieces(
    label: string,
    drafts: readonly Draft[],
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
      await inPieces(drafts, PIECE, piece => void done.push(this.#perform(label, piece, undoLabel)), hand);
    } catch (error) {
      if (done.length > 0) this.#takeBack(whole(), 'Undo', () => undefined);
      throw error;
    }
    return whole();
  }

  #perform(label: string, drafts: readonly Draft[], undoLabel = label): Gesture {
    const { changes, result } = this.#try(drafts);
    if (!result.applied)
      throw new GestureError(`“${label}” was not done: ${result.clashes[0]!.path} has been changed since.`);
    const group = { group: changes[0]!.group, label, changes };
    this.others.own(group.group);
    this.objects.apply(group);
    this.saw(result.objects);
    this.#sender.enqueue(group);
    return { label: undoLabel, changes, before: result.before };
  }

  #try(drafts: readonly Draft[]): Trial {
    const signed = { at: this.#now().toISOString(), by: this.#signature };
    return tryDrafts(drafts, (kind, id) => this.objects.get(kind, id), signed);
  }
}

const draftsOf = ({ group }: Refusal): Draft[] =>
  group.changes.map(({ kind, objectId, operation, why }) => ({
    kind,
    objectId,
    operation,
    ...(why === undefined ? {} : { why }),
  }));

export { StoreEvent, type Topic } from './news.ts';
export type { Gesture };
export { GestureError, newId };

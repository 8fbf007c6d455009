import { applyChange } from '../../shared/change/apply.ts';
import type { Draft } from '../../shared/change/draft.ts';
import { changedSince, invertChange } from '../../shared/change/invert.ts';
import type { Before, Change, Versioned } from '../../shared/model/change.ts';
import type { Kind } from '../../shared/model/objects.ts';

/** One gesture that can be taken back. */
export interface Gesture {
  readonly label: string;
  readonly changes: readonly Change[];
  readonly before: readonly Before[];
  /** It gave a document another revision. That is not taken out again: the text goes back by a further revision. */
  readonly revised?: Revised;
}

/** A document's step from one revision to another. */
export interface Revised {
  readonly documentId: string;
  readonly from: string;
  readonly to: string;
}

/**
 * @param look finds an object as it stands now
 * @returns the drafts that take a gesture back, last change first, or the first path that was changed since
 */
export function inverseOf(
  gesture: Gesture,
  look: (kind: Kind, id: string) => Versioned | undefined,
): { drafts: Draft[] } | { changed: string; objectId: string } {
  const drafts: Draft[] = [];
  const seen = new Map<string, Versioned>();
  for (let i = gesture.changes.length - 1; i >= 0; i--) {
    const change = gesture.changes[i]!;
    const held = seen.get(change.objectId) ?? look(change.kind, change.objectId);
    const changed = changedSince(held, change);
    if (changed !== undefined) return { changed, objectId: change.objectId };
    const operation = invertChange(change, gesture.before[i]!);
    if (!operation) return { changed: '*', objectId: change.objectId };
    seen.set(change.objectId, applyChange(held, { ...change, operation }).held);
    drafts.push({ kind: change.kind, objectId: change.objectId, operation });
  }
  return { drafts };
}

/** What can be undone and redone in this window. */
export class UndoHistory {
  #done: Gesture[] = [];
  #undone: Gesture[] = [];

  get canUndo(): string | undefined {
    return this.#done[this.#done.length - 1]?.label;
  }

  /** What the gesture that would be undone next did to a document's text, where it did that. */
  get revised(): Revised | undefined {
    return this.#done[this.#done.length - 1]?.revised;
  }

  /** A text is as it was before the gesture that would be undone next: nothing of it is left to be undone. */
  wentBack(): void {
    this.#done.pop();
  }

  get canRedo(): string | undefined {
    return this.#undone[this.#undone.length - 1]?.label;
  }

  /** Records a new gesture; what had been undone can no longer be redone. */
  did(gesture: Gesture): void {
    this.#done.push(gesture);
    this.#undone = [];
  }

  takeUndo(): Gesture | undefined {
    return this.#done.pop();
  }

  takeRedo(): Gesture | undefined {
    return this.#undone.pop();
  }

  /** Records that a gesture was taken back by another, which a redo takes back in turn. */
  undid(by: Gesture): void {
    this.#undone.push(by);
  }

  redid(by: Gesture): void {
    this.#done.push(by);
  }

  /** Forgets a group that the server refused; of a gesture of several groups the others stay. */
  drop(group: string): void {
    this.#done = without(group, this.#done);
    this.#undone = without(group, this.#undone);
  }
}

function without(group: string, gestures: readonly Gesture[]): Gesture[] {
  return gestures.flatMap(gesture => {
    const kept = [...gesture.changes.keys()].filter(i => gesture.changes[i]!.group !== group);
    if (kept.length === gesture.changes.length) return gesture;
    const { label, changes, before } = gesture;
    return kept.length === 0
      ? []
      : { label, changes: kept.map(i => changes[i]!), before: kept.map(i => before[i]!) };
  });
}

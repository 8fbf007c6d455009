import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import type { Positions } from '../positions.ts';
import type { ReaderSelection } from '../types.ts';
import { positionsOf } from './window.ts';

const key = new PluginKey<ReaderSelection>('selection');

/**
 * Takes over an end of ProseMirror's selection. What still stands where our offset is shown keeps that
 * offset, which may lie outside the window.
 */
const takeOver = (positions: Positions, known: number, position: number): number =>
  positions.positionOf(known) === position ? known : positions.offsetOf(position);

function follow(before: ReaderSelection, state: EditorState, length: number): ReaderSelection {
  const positions = positionsOf(state);
  const { anchor, head, empty } = state.selection;
  const { start, end } = positions.span;
  if (empty) {
    const inside = before.head >= start && before.head <= end;
    const offset = inside ? takeOver(positions, before.head, head) : positions.offsetOf(head);
    return { anchor: offset, head: offset };
  }
  // Both ends of a part of the text at once: the browser's own "select all".
  const all =
    state.selection.from <= positions.positionOf(start) && state.selection.to >= positions.positionOf(end);
  if (all && (before.anchor === before.head || (before.anchor >= start && before.anchor <= end)))
    return { anchor: 0, head: length };
  return { anchor: takeOver(positions, before.anchor, anchor), head: takeOver(positions, before.head, head) };
}

/**
 * The selection as a pair of offsets of the whole text. ProseMirror's own is its projection on the window,
 * and only followed when the user moves it.
 */
export const selectionPlugin = (length: number): Plugin<ReaderSelection> =>
  new Plugin({
    key,
    state: {
      init: () => ({ anchor: 0, head: 0 }),
      apply(tr, before, _old, state) {
        const set = tr.getMeta(key) as ReaderSelection | undefined;
        if (set) return set;
        return tr.selectionSet && !tr.docChanged ? follow(before, state, length) : before;
      },
    },
  });

/** The selection as offsets of the whole text. */
export const selectionOf = (state: EditorState): ReaderSelection => key.getState(state)!;

/** Sets the selection and its projection on the window that `tr` ends with. */
export function setSelection(tr: Transaction, positions: Positions, selection: ReaderSelection): Transaction {
  const { anchor, head } = selection;
  return project(tr, positions, selection).setMeta(key, { anchor, head });
}

/** Projects a selection on the window that `tr` ends with. */
export const project = (tr: Transaction, positions: Positions, selection: ReaderSelection): Transaction =>
  tr.setSelection(
    TextSelection.create(
      tr.doc,
      positions.positionOf(selection.anchor),
      positions.positionOf(selection.head),
    ),
  );

import type { Node } from 'prosemirror-model';
import type { EditorState, Transaction } from 'prosemirror-state';
import { chunksOf, type Run } from './plan.ts';
import { project, selectionOf } from './plugins/selection.ts';
import { moveWindow, positionsOf } from './plugins/window.ts';
import type { Positions } from './positions.ts';

/**
 * The transaction that makes a state show another window. What both have is left alone, so that its
 * elements stay; the selection is projected anew.
 */
export function remount(state: EditorState, after: Positions, nodeOf: (chunk: number) => Node): Transaction {
  const { tr } = state;
  const before = positionsOf(state);
  const nodes = (run: Run) => chunksOf(run).map(nodeOf);
  const first = Math.max(before.first, after.first);
  const end = Math.min(before.end, after.end);
  if (first >= end) tr.replaceWith(0, tr.doc.content.size, nodes(after));
  else {
    if (end < before.end) tr.delete(before.nodePosition(end), tr.doc.content.size);
    if (end < after.end) tr.insert(tr.doc.content.size, nodes({ first: end, end: after.end }));
    if (before.first < first) tr.delete(0, before.nodePosition(first));
    if (after.first < first) tr.insert(0, nodes({ first: after.first, end: first }));
  }
  return project(moveWindow(tr, after), after, selectionOf(state));
}

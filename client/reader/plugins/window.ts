import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import type { Positions } from '../positions.ts';

const key = new PluginKey<Positions>('window');

/** Which part of the text the state holds. The only plugin that lets the document change. */
export const windowPlugin = (positions: Positions): Plugin<Positions> =>
  new Plugin({
    key,
    state: {
      init: () => positions,
      apply: (tr, before) => (tr.getMeta(key) as Positions | undefined) ?? before,
    },
    filterTransaction: tr => !tr.docChanged || tr.getMeta(key) !== undefined,
  });

/** The arithmetic of the window that a state shows. */
export const positionsOf = (state: EditorState): Positions => key.getState(state)!;

/** Marks a transaction as one of the reader's own, which may change the document to this window. */
export const moveWindow = (tr: Transaction, positions: Positions): Transaction => tr.setMeta(key, positions);

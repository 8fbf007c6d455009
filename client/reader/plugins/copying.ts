import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { LoadedText } from '../loaded-text.ts';
import { readSelection } from '../native-selection.ts';
import { endOf, startOf } from '../types.ts';
import { selectionOf } from './selection.ts';

/**
 * Copies the raw text of the selection, line ends included, whether it is mounted or not. What must be
 * fetched first is handed to the clipboard when it is there; `failed` hears if it cannot be had.
 */
export const copyingPlugin = (text: LoadedText, failed: (error: unknown) => void): Plugin => {
  const copy = (view: EditorView, event: ClipboardEvent): boolean => {
    event.preventDefault();
    readSelection(view);
    const selection = selectionOf(view.state);
    const [start, end] = [startOf(selection), endOf(selection)];
    if (start === end) return true;
    if (text.has(start, end)) event.clipboardData?.setData('text/plain', text.slice(start, end));
    else {
      const fetched = text
        .load(start, end)
        .then(() => new Blob([text.slice(start, end)], { type: 'text/plain' }));
      navigator.clipboard.write([new ClipboardItem({ 'text/plain': fetched })]).catch(failed);
    }
    return true;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        copy,
        cut: copy,
      },
    },
  });
};

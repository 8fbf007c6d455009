import { msg } from '@lit/localize';
import { Plugin } from 'prosemirror-state';

/** Cancels whatever would write. Where a browser has written all the same, ProseMirror puts it back. */
export const lockedPlugin = (): Plugin =>
  new Plugin({
    props: {
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-readonly': 'true',
        // Browsers tell of what is editable for its caret as if it could be written in.
        'aria-description': msg(
          'Read only. A key marks the words that are selected; the list of keys says which.',
        ),
        tabindex: '0',
        inputmode: 'none',
        spellcheck: 'false',
        autocorrect: 'off',
        autocapitalize: 'off',
        translate: 'no',
        'data-gramm': 'false',
      }),
      handleTextInput: () => true,
      handlePaste: () => true,
      handleDrop: () => true,
      handleDOMEvents: {
        beforeinput: (_view, event) => {
          event.preventDefault();
          return true;
        },
        paste: (_view, event) => {
          event.preventDefault();
          return true;
        },
        drop: (_view, event) => {
          event.preventDefault();
          return true;
        },
        dragover: (_view, event) => {
          if (event.dataTransfer) event.dataTransfer.dropEffect = 'none';
          event.preventDefault();
          return true;
        },
        // A drag would end in a drop, and swallow the release of the button.
        dragstart: (_view, event) => {
          event.preventDefault();
          return true;
        },
        // ProseMirror would wait for a composition to end before it puts the text back.
        compositionstart: () => true,
        compositionupdate: () => true,
        compositionend: () => true,
      },
    },
  });

import { msg } from '@lit/localize';
import type { Command } from '../commands/command.ts';

/** The command that opens the palette, from wherever the keyboard is. */
export const paletteCommand = (open: () => void): Command => ({
  id: 'frame.palette',
  label: msg('Find a document, claim, entity or command'),
  group: msg('Everywhere'),
  keys: ['Mod-k'],
  inFields: true,
  run: (_context, dispatch) => {
    dispatch?.(open);
    return true;
  },
});

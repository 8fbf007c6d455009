import { msg } from '@lit/localize';
import type { Command } from '../commands/command.ts';

/** What these commands reach. */
export interface LineHands {
  /** Shows what waits for the server. */
  showWaiting(): void;
  /** Gives the keyboard to what is to be looked at again. @returns whether there is something */
  review(isReal: boolean): boolean;
}

/** Commands about what waits for the server, and what came back from it. */
export const lineCommands = (hands: LineHands): Command[] => [
  {
    id: 'frame.waiting',
    label: msg('Show what waits for the server'),
    group: msg('Everywhere'),
    keys: ['g w'],
    run: (_context, dispatch) => {
      dispatch?.(() => hands.showWaiting());
      return true;
    },
  },
  {
    id: 'frame.review',
    label: msg('Go to what is to be looked at again'),
    group: msg('Everywhere'),
    keys: ['g x'],
    run: (_context, dispatch) => {
      const can = hands.review(false);
      if (can) dispatch?.(() => void hands.review(true));
      return can;
    },
  },
];

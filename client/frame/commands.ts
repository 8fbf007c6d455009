import { msg, str } from '@lit/localize';
import type { Command } from '../commands/command.ts';
import { toast } from '../elements/toasts.ts';
import type { Router } from '../router/router.ts';
import type { Route } from '../router/routes.ts';
import { GestureError, type Store } from '../store/store.ts';
import { documentToRead } from './last-read.ts';
import { type Screen, screens } from './screens.ts';

/** Runs a gesture and shows why where it cannot be done. @returns what it gives, or undefined where it failed */
export function attempt<T>(gesture: () => T): T | undefined {
  try {
    return gesture();
  } catch (error) {
    if (!(error instanceof GestureError)) throw error;
    toast(error.message, { tone: 'error' });
    return undefined;
  }
}

/** Commands that are there on every screen. */
export function frameCommands(showHelp: () => void): Command[] {
  return [
    ...screens.flatMap(goTo),
    {
      id: 'frame.undo',
      label: msg('Undo'),
      group: msg('Everywhere'),
      keys: ['u', 'Mod-z'],
      run: ({ store, router }, dispatch) => {
        if (store.history.canUndo === undefined) return false;
        dispatch?.(() => undo(store, router));
        return true;
      },
    },
    {
      id: 'frame.redo',
      label: msg('Redo'),
      group: msg('Everywhere'),
      keys: ['Shift-u', 'Shift-Mod-z', 'Mod-y'],
      run: ({ store }, dispatch) => {
        if (store.history.canRedo === undefined) return false;
        dispatch?.(() => redo(store));
        return true;
      },
    },
    {
      id: 'frame.help',
      label: msg('Keys'),
      group: msg('Everywhere'),
      keys: ['?'],
      run: (_context, dispatch) => {
        dispatch?.(showHelp);
        return true;
      },
    },
  ];
}

/** Goes to a screen that is one place and so has a key. */
function goTo(screen: Screen): Command[] {
  if (screen.key === undefined) return [];
  const command: Command = {
    id: `frame.go.${screen.name}`,
    label: msg(str`Go to ${screen.label()}`),
    group: msg('Everywhere'),
    keys: [`g ${screen.key}`],
    run: ({ store, router }, dispatch) => {
      dispatch?.(() => router.go(placeOf(screen, store)));
      return true;
    },
  };
  return [command];
}

/** @returns where a screen's link leads: Read opens the document that was read last */
export function placeOf(screen: Screen, store: Store): Route {
  const documentId = screen.name === 'read' ? documentToRead(store) : undefined;
  return documentId ? { screen: 'read', documentId } : ({ screen: screen.name } as Route);
}

/** Takes the last gesture back; of a revision it is shown first what going back does, since that takes another one. */
function undo(store: Store, router: Router): void {
  const { revised } = store.history;
  if (revised) {
    router.go({ screen: 'revise', documentId: revised.documentId, query: `again=${revised.from}` });
    return;
  }
  const label = attempt(() => store.undo());
  if (label !== undefined) toast(msg(str`Undone: ${label}`), { brief: true });
}

function redo(store: Store): void {
  const label = attempt(() => store.redo());
  if (label !== undefined) toast(msg(str`Done again: ${label}`), { brief: true });
}

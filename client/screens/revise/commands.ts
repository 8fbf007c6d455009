import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';

/** What commands need of the screen. */
export interface ReviseDesk {
  canTake(): boolean;
  take(): void;
  choose(): void;
  leave(): void;
}

/** Commands that are there while a revision is looked at. */
export function reviseCommands(desk: ReviseDesk): Command[] {
  const group = msg('Revisions');
  const command = (
    id: string,
    label: string,
    keys: readonly string[],
    could: () => boolean,
    act: () => void,
  ): Command => ({
    id: `revise.${id}`,
    label,
    group,
    keys,
    inFields: true,
    run: (_context, dispatch) => {
      if (!could()) return false;
      dispatch?.(act);
      return true;
    },
  });
  return [
    command(
      'take',
      msg('Take this revision'),
      ['Mod-Enter'],
      () => desk.canTake(),
      () => desk.take(),
    ),
    command(
      'leave',
      msg('Leave the document as it is'),
      ['Escape'],
      () => true,
      () => desk.leave(),
    ),
    command(
      'choose',
      msg('Choose a file'),
      ['Mod-o'],
      () => true,
      () => desk.choose(),
    ),
  ];
}

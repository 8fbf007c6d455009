import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { always, commandsOf, where } from '../../commands/screen-commands.ts';

/** What commands need of the screen. */
export interface ReviseDesk {
  canTake(): boolean;
  take(): void;
  choose(): void;
  leave(): void;
}

/** Commands that are there while a revision is looked at. */
export function reviseCommands(desk: ReviseDesk): Command[] {
  const one = commandsOf('revise', msg('Revisions'));
  const inFields = { inFields: true };
  return [
    one(
      'take',
      msg('Take this revision'),
      ['Mod-Enter'],
      where(
        () => desk.canTake(),
        () => desk.take(),
      ),
      inFields,
    ),
    one(
      'leave',
      msg('Leave the document as it is'),
      ['Escape'],
      always(() => desk.leave()),
      inFields,
    ),
    one(
      'choose',
      msg('Choose a file'),
      ['Mod-o'],
      always(() => desk.choose()),
      inFields,
    ),
  ];
}

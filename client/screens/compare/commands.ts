import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { commandsOf } from '../../commands/screen-commands.ts';

/** What the commands of the Compare screen do; each answers whether it can be done, and does it where `really`. */
export interface CompareDesk {
  step(by: 1 | -1, really: boolean): boolean;
  turnView(really: boolean): boolean;
  turnGrain(really: boolean): boolean;
  swap(really: boolean): boolean;
  unfoldAll(really: boolean): boolean;
  copyLink(really: boolean): boolean;
}

/** Commands of the Compare screen. */
export function compareCommands(desk: CompareDesk): Command[] {
  const one = commandsOf('compare', msg('Compare'));
  return [
    one('next', msg('Next difference'), ['n', 'j'], really => desk.step(1, really)),
    one('previous', msg('Previous difference'), ['p', 'k'], really => desk.step(-1, really)),
    one('view', msg('Side by side, or in one column'), ['i'], really => desk.turnView(really)),
    one('grain', msg('By word, or by character'), ['c'], really => desk.turnGrain(really)),
    one('swap', msg('Change the sides'), ['x'], really => desk.swap(really)),
    one('unfold', msg('Show unchanged lines, or fold them'), ['a'], really => desk.unfoldAll(really)),
    one('link', msg('Copy a link to this comparison'), ['y'], really => desk.copyLink(really)),
  ];
}

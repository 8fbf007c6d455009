import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { commandsOf } from '../../commands/screen-commands.ts';

/** What the commands of the Lists screen do; each answers whether it can be done, and does it where `really`. */
export interface ListsDesk {
  row(by: 1 | -1, really: boolean): boolean;
  open(really: boolean): boolean;
  flag(really: boolean): boolean;
  same(really: boolean): boolean;
  different(really: boolean): boolean;
  choose(really: boolean): boolean;
  close(really: boolean): boolean;
  save(really: boolean): boolean;
}

/** Commands of the Lists screen. */
export function listsCommands(desk: ListsDesk): Command[] {
  const one = commandsOf('lists', msg('Lists'));
  return [
    one('next', msg('Next row'), ['j'], really => desk.row(1, really)),
    one('previous', msg('Previous row'), ['k'], really => desk.row(-1, really)),
    one('open', msg('Open the passage of the cell'), ['o'], really => desk.open(really)),
    one('flag', msg('Raise a conflict from the row'), ['f'], really => desk.flag(really)),
    one('same', msg('The same'), ['m'], really => desk.same(really)),
    one('different', msg('These are different'), ['d'], really => desk.different(really)),
    one('choose', msg('Choose the lists'), ['a'], really => desk.choose(really)),
    one('save', msg('Save the table as CSV'), ['Shift-s'], really => desk.save(really)),
    one('close', msg('Close the row'), ['Escape'], really => desk.close(really)),
  ];
}

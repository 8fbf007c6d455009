import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { commandsOf } from '../../commands/screen-commands.ts';

/** What the commands of the History screen do; each answers whether it can be done, and does it where `really`. */
export interface HistoryDesk {
  step(by: 1 | -1, really: boolean): boolean;
  enter(really: boolean): boolean;
  takeBack(really: boolean): boolean;
  restore(really: boolean): boolean;
  now(really: boolean): boolean;
  close(really: boolean): boolean;
}

/** Commands of the History screen. */
export function historyCommands(desk: HistoryDesk): Command[] {
  const one = commandsOf('history', msg('History'));
  return [
    one('next', msg('Next step, or a later moment'), ['j'], really => desk.step(1, really)),
    one('previous', msg('The step before, or an earlier moment'), ['k'], really => desk.step(-1, really)),
    one('enter', msg('What can be done about the step'), ['Enter'], really => desk.enter(really)),
    one('take-back', msg('Take the step back …'), ['x'], really => desk.takeBack(really)),
    one('restore', msg('Restore to this moment …'), ['r'], really => desk.restore(really)),
    one('now', msg('Back to now'), ['b'], really => desk.now(really)),
    one('close', msg('Leave it'), ['Escape'], really => desk.close(really)),
  ];
}

import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { commandsOf } from '../../commands/screen-commands.ts';

/** What the commands of the Coverage screen do; each answers whether it can be done, and does it where `really`. */
export interface CoverageDesk {
  step(by: 1 | -1, really: boolean): boolean;
  tick(really: boolean): boolean;
  waive(really: boolean): boolean;
  open(really: boolean): boolean;
  lens(really: boolean): boolean;
  close(really: boolean): boolean;
}

/** Commands of the Coverage screen. */
export function coverageCommands(desk: CoverageDesk): Command[] {
  const one = commandsOf('coverage', msg('Coverage'));
  return [
    one('next', msg('Next that is not ticked'), ['j', 'n'], really => desk.step(1, really)),
    one('previous', msg('Previous that is not ticked'), ['k', 'p'], really => desk.step(-1, really)),
    one('tick', msg('Tick it, or take the tick away'), ['x'], really => desk.tick(really)),
    one('waive', msg('Waive it, or take it up again'), ['w'], really => desk.waive(really)),
    one('open', msg('Open it in the text'), ['Enter', 'o'], really => desk.open(really)),
    one('lens', msg('Source text, or as it is read'), ['r'], really => desk.lens(really)),
    one('close', msg('Leave it'), ['Escape'], really => desk.close(really)),
  ];
}

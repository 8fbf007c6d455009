import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { commandsOf } from '../../commands/screen-commands.ts';

/** What the commands of the Timeline screen do; each answers whether it can be done, and does it where `really`. */
export interface TimelineDesk {
  step(by: 1 | -1, really: boolean): boolean;
  open(really: boolean): boolean;
  scale(name: 'all' | 'months' | 'weeks' | 'days', really: boolean): boolean;
}

/** Commands of the Timeline screen. */
export function timelineCommands(desk: TimelineDesk): Command[] {
  const one = commandsOf('timeline', msg('Timeline'));
  return [
    one('next', msg('Next in time'), ['j'], really => desk.step(1, really)),
    one('previous', msg('Previous in time'), ['k'], really => desk.step(-1, really)),
    one('open', msg('Open it'), ['o'], really => desk.open(really)),
    one('all', msg('Scale: all'), ['1'], really => desk.scale('all', really)),
    one('months', msg('Scale: months'), ['2'], really => desk.scale('months', really)),
    one('weeks', msg('Scale: weeks'), ['3'], really => desk.scale('weeks', really)),
    one('days', msg('Scale: days'), ['4'], really => desk.scale('days', really)),
  ];
}

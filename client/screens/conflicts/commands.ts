import { msg, str } from '@lit/localize';
import { outcome } from '../../../shared/model/scales.ts';
import type { Command } from '../../commands/command.ts';
import { commandsOf } from '../../commands/screen-commands.ts';
import { stepWord } from '../../localize/say-step.ts';

/** What the commands of the Conflicts screen act on. Each act answers whether it can be done; it does it where `really`. */
export interface ConflictsDesk {
  step(by: 1 | -1, really: boolean): boolean;
  fold(really: boolean): boolean;
  openPassage(really: boolean): boolean;
  choose(outcomeNumber: number, really: boolean): boolean;
  adopt(really: boolean): boolean;
  decide(really: boolean): boolean;
  write(what: 'dissent' | 'reopen', really: boolean): boolean;
  copyLink(really: boolean): boolean;
}

/** Commands that are there while conflicts are decided. */
export function conflictsCommands(desk: ConflictsDesk): Command[] {
  const one = commandsOf('conflicts', msg('Conflicts'));
  return [
    one('next', msg('Next conflict'), ['j'], really => desk.step(1, really)),
    one('previous', msg('Previous conflict'), ['k'], really => desk.step(-1, really)),
    one('passage', msg('Open the passage of the first side'), ['o'], really => desk.openPassage(really)),
    ...outcome.steps.map((step, i) =>
      one(
        `outcome.${step.code}`,
        msg(str`Outcome: ${stepWord('outcome', step.code)}`),
        [`${i + 1}`],
        really => desk.choose(i + 1, really),
      ),
    ),
    one('fold', msg('Fold the queue, or show it'), ['['], really => desk.fold(really)),
    one('adopt', msg('Take the first ground against over as the reason'), ['a'], really =>
      desk.adopt(really),
    ),
    one('decide', msg('Decide'), ['Mod-Enter'], really => desk.decide(really), { inFields: true }),
    one('dissent', msg('Record dissent from the decision'), ['d'], really => desk.write('dissent', really)),
    one('reopen', msg('Reopen what is settled'), ['r'], really => desk.write('reopen', really)),
    one('link', msg('Copy a link to the conflict'), ['y'], really => desk.copyLink(really)),
  ];
}

import { msg } from '@lit/localize';
import type { Command, CommandContext } from '../../../commands/command.ts';
import type { Reading } from '../reading.ts';
import type { SuggestionHand } from './suggestion-hand.ts';

/** What commands about suggestions need of the screen. */
export interface SuggestionDesk {
  readonly reading: Reading;
  readonly suggestionHand: SuggestionHand;
  /** Shows the list of suggestions and gives it the keyboard, or goes back to the text. */
  listSuggestions(): void;
}

/** Makes a command of the Read screen, as `readCommands` does. */
type Make = (
  id: string,
  label: string,
  keys: readonly string[],
  could: () => boolean,
  act: (context: CommandContext) => void,
  more?: Partial<Command>,
) => Command;

/** Commands about what is suggested; they come before those that use the same keys otherwise. */
export function suggestionCommands(desk: SuggestionDesk, one: Make): Command[] {
  const group = msg('Suggestions');
  const hand = desk.suggestionHand;
  const hasTarget = () => hand.target !== undefined;
  const always = () => true;
  return [
    one('suggestion.next', msg('Next suggestion'), ['s'], always, () => hand.step(1), { group }),
    one('suggestion.previous', msg('Previous suggestion'), ['Shift-s'], always, () => hand.step(-1), {
      group,
    }),
    one('suggestion.refuse', msg('Refuse the suggestion'), ['Backspace'], hasTarget, () => hand.refuse(), {
      group,
    }),
    one(
      'suggestion.alike',
      msg('Accept all suggestions like it, after a look at them'),
      ['Shift-Enter'],
      hasTarget,
      () => hand.proposeAlike(),
      { group },
    ),
    one('suggestion.list', msg('List of suggestions'), ['Shift-l'], always, () => desk.listSuggestions(), {
      group,
    }),
    one(
      'suggestion.show',
      msg('Show or hide suggestions in the text'),
      ['h'],
      always,
      () => {
        const { suggesting } = desk.reading;
        suggesting.isShown = !suggesting.isShown;
      },
      { group },
    ),
  ];
}

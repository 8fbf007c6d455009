import { msg } from '@lit/localize';
import type { Command, CommandContext } from '../../../commands/command.ts';
import type { Reading } from '../reading.ts';

/** What commands about revisions need of the screen. */
export interface PlacingDesk {
  readonly reading: Reading;
  /** Shows the list of what waits to be placed and gives it the keyboard, or goes back to the text. */
  listPlacing(isListing?: boolean): void;
  /** Lets a file, or words that are pasted, be looked at as the next revision of the text. */
  revise(from: 'file' | 'words'): void;
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

/** Commands about the revisions of the text that is read. */
export function placingCommands(desk: PlacingDesk, one: Make): Command[] {
  const group = msg('Revisions');
  const { placing } = desk.reading;
  return [
    one(
      'place',
      msg('List of what waits to be placed'),
      ['q'],
      () => placing.count > 0 || placing.isListing,
      () => desk.listPlacing(),
      { group },
    ),
    one(
      'revise',
      msg('New revision from a file …'),
      [],
      () => true,
      () => desk.revise('file'),
      { group },
    ),
    one(
      'revise.words',
      msg('New revision from pasted text …'),
      [],
      () => true,
      () => desk.revise('words'),
      {
        group,
      },
    ),
  ];
}

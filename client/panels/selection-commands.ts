import { msg } from '@lit/localize';
import type { Command } from '../commands/command.ts';
import { commandsOf, where } from '../commands/screen-commands.ts';
import type { RowPicker } from '../elements/row-picker.ts';

/**
 * Commands that select rows of a screen's list. Esc ends the selection where the screen has no use of its own for it.
 * @param screen begins their ids
 * @param group heading under which help lists them
 */
export function selectionCommands(
  screen: string,
  group: string,
  picker: () => RowPicker | undefined,
  hasEscape = false,
): Command[] {
  const make = commandsOf(screen, group);
  const one = (
    id: string,
    label: string,
    keys: readonly string[],
    could: (rows: RowPicker) => boolean,
    act: (rows: RowPicker) => void,
  ): Command =>
    make(
      id,
      label,
      keys,
      where(() => {
        const rows = picker();
        return rows && rows.length > 0 && could(rows) && rows;
      }, act),
    );
  const always = () => true;
  return [
    one(
      'pick',
      msg('Select the row, or leave it out'),
      ['x'],
      rows => rows.current !== undefined,
      rows => rows.toggle(rows.current!),
    ),
    one('pickNext', msg('Select the next row too'), ['Shift-j', 'Shift-ArrowDown'], always, rows =>
      rows.extend(1),
    ),
    one('pickPrevious', msg('Select the row before too'), ['Shift-k', 'Shift-ArrowUp'], always, rows =>
      rows.extend(-1),
    ),
    one('pickAll', msg('Select all that is shown'), ['Mod-a'], always, rows => rows.all()),
    ...(hasEscape
      ? []
      : [
          one(
            'pickNone',
            msg('Select nothing'),
            ['Escape'],
            rows => rows.picked.size > 0,
            rows => rows.clear(),
          ),
        ]),
  ];
}

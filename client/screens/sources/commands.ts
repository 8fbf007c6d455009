import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { always, commandsOf, type Deed, where } from '../../commands/screen-commands.ts';
import { copyLink } from '../../frame/copy-link.ts';
import type { VrDefectList } from './defect-list.ts';
import type { VrSourceTable } from './source-table.ts';

/** What the commands of the Sources screen act on. */
export interface SourceParts {
  table(): VrSourceTable | null;
  defects(): VrDefectList | null;
  /** Goes over from the sources to their defects, or back. */
  turn(): void;
  /** The id of the source that is open, or undefined. */
  open(): string | undefined;
  add(): void;
  /** Folds the source that is open, or shows it. */
  fold(): void;
}

/** Commands of the Sources screen. */
export function sourceCommands({ table, defects, turn, open, add, fold }: SourceParts): Command[] {
  const one = commandsOf('sources', msg('Sources'));
  const step = (by: 1 | -1): Deed =>
    where(
      () => defects() !== null || (table()?.rows.length ?? 0) > 0,
      (_, { router }) => {
        const list = defects();
        if (list) return list.step(by);
        const id = table()?.step(by);
        if (id && open()) router.go({ screen: 'sources', sourceId: id }, { replace: true });
      },
    );
  const chosen = () => table()?.picker.picked.size ?? 0;
  return [
    one('next', msg('Next source'), ['j', 'ArrowDown'], step(1)),
    one('previous', msg('Previous source'), ['k', 'ArrowUp'], step(-1)),
    one('add', msg('Add a source'), ['a'], always(add)),
    one('defects', msg('Defects and repairs, or back to the sources'), ['d'], always(turn)),
    one(
      'link',
      msg('Copy a link to the source'),
      ['y'],
      where(open, sourceId =>
        copyLink({ screen: 'sources', sourceId }, msg('The link to this source is copied.')),
      ),
    ),
    one('fold', msg('Fold the source, or show it'), [']'], where(open, fold)),
    one(
      'close',
      msg('Select nothing, or close the source'),
      ['Escape'],
      where(
        () => chosen() > 0 || open() !== undefined,
        (_, { router }) => {
          const id = open();
          if (chosen() > 0 || id === undefined) return table()?.picker.clear();
          router.go({ screen: 'sources' });
          void table()?.focusOn(id);
        },
      ),
    ),
  ];
}

import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
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
  const group = msg('Sources');
  const step = (by: 1 | -1): Command['run'] => {
    return ({ router }, dispatch) => {
      const list = defects();
      if (!list && (table()?.rows.length ?? 0) === 0) return false;
      dispatch?.(() => {
        if (list) {
          list.step(by);
          return;
        }
        const id = table()?.step(by);
        if (id && open()) router.go({ screen: 'sources', sourceId: id }, { replace: true });
      });
      return true;
    };
  };
  return [
    { id: 'sources.next', label: msg('Next source'), group, keys: ['j', 'ArrowDown'], run: step(1) },
    { id: 'sources.previous', label: msg('Previous source'), group, keys: ['k', 'ArrowUp'], run: step(-1) },
    {
      id: 'sources.add',
      label: msg('Add a source'),
      group,
      keys: ['a'],
      run: (_context, dispatch) => {
        dispatch?.(add);
        return true;
      },
    },
    {
      id: 'sources.defects',
      label: msg('Defects and repairs, or back to the sources'),
      group,
      keys: ['d'],
      run: (_context, dispatch) => {
        dispatch?.(turn);
        return true;
      },
    },
    {
      id: 'sources.link',
      label: msg('Copy a link to the source'),
      group,
      keys: ['y'],
      run: (_context, dispatch) => {
        const sourceId = open();
        if (!sourceId) return false;
        dispatch?.(() =>
          copyLink({ screen: 'sources', sourceId }, msg('The link to this source is copied.')),
        );
        return true;
      },
    },
    {
      id: 'sources.fold',
      label: msg('Fold the source, or show it'),
      group,
      keys: [']'],
      run: (_context, dispatch) => {
        if (!open()) return false;
        dispatch?.(fold);
        return true;
      },
    },
    {
      id: 'sources.close',
      label: msg('Select nothing, or close the source'),
      group,
      keys: ['Escape'],
      run: ({ router }, dispatch) => {
        const picker = table()?.picker;
        if (picker && picker.picked.size > 0) {
          dispatch?.(() => picker.clear());
          return true;
        }
        const id = open();
        if (!id) return false;
        dispatch?.(() => {
          router.go({ screen: 'sources' });
          void table()?.focusOn(id);
        });
        return true;
      },
    },
  ];
}

import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import type { RowPicker } from '../../elements/row-picker.ts';
import { copyLink } from '../../frame/copy-link.ts';
import type { Asked } from './entity-panel.ts';

/** What the commands of the Entities screen act on. */
export interface EntityParts {
  /** The ids of the entities, in the order in which they are shown. */
  rows(): readonly string[];
  /** The id of the entity that is open, or undefined. */
  open(): string | undefined;
  /** Folds the entity that is open, or shows it. */
  fold(): void;
  /** Asks what is to be done with the entity that is open. */
  ask(what: Asked): void;
  canSplit(): boolean;
  picked(): RowPicker;
  /** Considers making one of the entities that are selected. */
  merge(): void;
}

/** Commands of the Entities screen. */
export function entityCommands({ rows, open, fold, ask, canSplit, picked, merge }: EntityParts): Command[] {
  const group = msg('Entities');
  const step = (by: 1 | -1): Command['run'] => {
    return ({ router }, dispatch) => {
      const ids = rows();
      const now = ids.indexOf(open() ?? '');
      const id = ids[now < 0 ? 0 : now + by];
      if (!id) return false;
      dispatch?.(() => router.go({ screen: 'entities', entityId: id }, { replace: now >= 0 }));
      return true;
    };
  };
  return [
    { id: 'entities.next', label: msg('Next entity'), group, keys: ['j', 'ArrowDown'], run: step(1) },
    { id: 'entities.previous', label: msg('Previous entity'), group, keys: ['k', 'ArrowUp'], run: step(-1) },
    {
      id: 'entities.merge',
      label: msg('Make one entity of several'),
      group,
      keys: ['m'],
      run: (_context, dispatch) => {
        const isChosen = picked().picked.size > 1;
        if (!isChosen && !open()) return false;
        dispatch?.(() => (isChosen ? merge() : ask('merge')));
        return true;
      },
    },
    {
      id: 'entities.split',
      label: msg('Make two entities of one'),
      group,
      keys: ['s'],
      run: (_context, dispatch) => {
        if (!open() || !canSplit()) return false;
        dispatch?.(() => ask('split'));
        return true;
      },
    },
    {
      id: 'entities.distinguish',
      label: msg('Say that two entities are different'),
      group,
      keys: ['d'],
      run: (_context, dispatch) => {
        if (!open()) return false;
        dispatch?.(() => ask('distinguish'));
        return true;
      },
    },
    {
      id: 'entities.link',
      label: msg('Copy a link to the entity'),
      group,
      keys: ['y'],
      run: (_context, dispatch) => {
        const entityId = open();
        if (!entityId) return false;
        dispatch?.(() =>
          copyLink({ screen: 'entities', entityId }, msg('The link to this entity is copied.')),
        );
        return true;
      },
    },
    {
      id: 'entities.fold',
      label: msg('Fold the entity, or show it'),
      group,
      keys: [']'],
      run: (_context, dispatch) => {
        if (!open()) return false;
        dispatch?.(fold);
        return true;
      },
    },
    {
      id: 'entities.close',
      label: msg('Select nothing, or close the entity'),
      group,
      keys: ['Escape'],
      run: ({ router }, dispatch) => {
        if (picked().picked.size > 0) {
          dispatch?.(() => picked().clear());
          return true;
        }
        if (!open()) return false;
        dispatch?.(() => router.go({ screen: 'entities' }));
        return true;
      },
    },
  ];
}

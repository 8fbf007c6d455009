import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { copyLink } from '../../frame/copy-link.ts';

/** What the commands of the Entities screen act on. */
export interface EntityParts {
  /** The ids of the entities, in the order in which they are shown. */
  rows(): readonly string[];
  /** The id of the entity that is open, or undefined. */
  open(): string | undefined;
  /** Folds the entity that is open, or shows it. */
  fold(): void;
}

/** Commands of the Entities screen. */
export function entityCommands({ rows, open, fold }: EntityParts): Command[] {
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
      label: msg('Close the entity'),
      group,
      keys: ['Escape'],
      run: ({ router }, dispatch) => {
        if (!open()) return false;
        dispatch?.(() => router.go({ screen: 'entities' }));
        return true;
      },
    },
  ];
}

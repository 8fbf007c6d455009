import { msg } from '@lit/localize';
import type { Command } from '../../commands/command.ts';
import { commandsOf, type Deed, where } from '../../commands/screen-commands.ts';
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
  const one = commandsOf('entities', msg('Entities'));
  const step = (by: 1 | -1): Deed =>
    where(
      () => {
        const ids = rows();
        const now = ids.indexOf(open() ?? '');
        return ids[now < 0 ? 0 : now + by];
      },
      (entityId, { router }) =>
        router.go({ screen: 'entities', entityId }, { replace: open() !== undefined }),
    );
  const isChosen = () => picked().picked.size > 1;
  return [
    one('next', msg('Next entity'), ['j', 'ArrowDown'], step(1)),
    one('previous', msg('Previous entity'), ['k', 'ArrowUp'], step(-1)),
    one(
      'merge',
      msg('Make one entity of several'),
      ['m'],
      where(
        () => isChosen() || open() !== undefined,
        () => (isChosen() ? merge() : ask('merge')),
      ),
    ),
    one(
      'split',
      msg('Make two entities of one'),
      ['s'],
      where(
        () => open() !== undefined && canSplit(),
        () => ask('split'),
      ),
    ),
    one(
      'distinguish',
      msg('Say that two entities are different'),
      ['d'],
      where(open, () => ask('distinguish')),
    ),
    one(
      'link',
      msg('Copy a link to the entity'),
      ['y'],
      where(open, entityId =>
        copyLink({ screen: 'entities', entityId }, msg('The link to this entity is copied.')),
      ),
    ),
    one('fold', msg('Fold the entity, or show it'), [']'], where(open, fold)),
    one(
      'close',
      msg('Select nothing, or close the entity'),
      ['Escape'],
      where(
        () => picked().picked.size > 0 || open() !== undefined,
        (_, { router }) => {
          if (picked().picked.size > 0) picked().clear();
          else router.go({ screen: 'entities' });
        },
      ),
    ),
  ];
}

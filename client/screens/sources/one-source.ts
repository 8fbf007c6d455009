import { msg, str } from '@lit/localize';
import type { CslItem } from '../../../shared/citations/csl.ts';
import type { Source } from '../../../shared/model/source.ts';
import { toast } from '../../elements/toasts.ts';
import { attempt } from '../../frame/commands.ts';
import { isolated } from '../../localize/isolated.ts';
import { sayNumber } from '../../localize/locale.ts';
import { plural } from '../../localize/plural.ts';
import { newId, type Store } from '../../store/store.ts';
import { setField } from './form-of-source.ts';
import type { FieldChange } from './source-form.ts';

/** Adds a source. @returns its id, or undefined where it could not be done */
export function addSource(store: Store, csl: CslItem): string | undefined {
  const id = newId();
  const words = isolated(csl.title ?? csl.URL ?? '');
  const made = attempt(() =>
    store.do(msg(str`Add source “${words}”`), [
      { kind: 'source', objectId: id, operation: { op: 'create', value: { id, csl } as never } },
    ]),
  );
  return made && id;
}

/** Gives one field of a source what its form says now. */
export function editSource(store: Store, { id, csl }: Source, change: FieldChange): void {
  const operation = setField(change.field, csl, change.csl);
  attempt(() => store.do(msg('Edit source'), [{ kind: 'source', objectId: id, operation }]));
}

/** Removes a source and says so. @param times how many claims cite it. @returns whether it was done */
export function removeSource(store: Store, { id, csl }: Source, times: number): boolean {
  const words = isolated(csl.title ?? csl.URL ?? msg('the source'));
  const gesture = attempt(() =>
    store.do(msg(str`Remove source “${words}”`), [
      { kind: 'source', objectId: id, operation: { op: 'remove' } },
    ]),
  );
  if (!gesture) return false;
  const says = msg(str`Removed “${words}”.`);
  const missed = plural(
    times,
    msg(
      str`${sayNumber(times)} {claim cites it; its¦claims cite it; their} evidence now points to a source that is gone.`,
    ),
  );
  toast(times > 0 ? `${says} ${missed}` : says, {
    action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
  });
  return true;
}

import { msg } from '@lit/localize';
import type { Draft } from '../../shared/change/draft.ts';
import { toast } from '../elements/toasts.ts';
import { attempt } from '../frame/commands.ts';
import { GestureError, type Store } from '../store/store.ts';
import type { WorkHand } from '../store/works.ts';

/**
 * Does many changes as one gesture that can be called off while it goes on and taken back afterwards, and says so.
 * @param label what is done, for undo and for the message
 * @param drafts makes the changes; it may fetch what it needs, which counts as the first half of the work
 * @returns whether it was done
 */
export async function asOne(
  store: Store,
  label: string,
  drafts: (hand: WorkHand) => Promise<readonly Draft[]>,
): Promise<boolean> {
  try {
    const gesture = await store.works.run(label, async hand => {
      const all = await drafts(hand);
      if (all.length === 0) return undefined;
      return store.doMany(label, all, { signal: hand.signal, done: share => hand.done(0.5 + share / 2) });
    });
    if (!gesture) {
      toast(msg('There was nothing to change.'), { brief: true });
      return true;
    }
    toast(label, {
      action: { label: msg('Undo'), run: () => void attempt(() => store.takeBack(gesture)) },
    });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError')
      toast(msg('Called off. Nothing was changed.'));
    else if (error instanceof GestureError) toast(error.message, { tone: 'error' });
    else
      toast(msg('That could not be done: the server did not give all it takes. Try again.'), {
        tone: 'error',
      });
    return false;
  }
}

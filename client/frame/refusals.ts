import { msg, str } from '@lit/localize';
import { nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { toast } from '../elements/toasts.ts';
import { StoreController } from '../store/context.ts';
import type { Review } from '../store/reviews.ts';
import { attempt } from './commands.ts';
import { sayClash } from './say-clash.ts';

/** Tells of gestures that the server would not take, so that nothing is dropped in silence, and offers what can be done. */
@customElement('vr-refusals')
export class VrRefusals extends LightElement {
  #desk = new StoreController(this, 'refusals');

  protected override updated(): void {
    for (const refusal of this.#desk.store.reviews) {
      this.#desk.store.seen(refusal);
      this.#tell(refusal);
    }
  }

  protected override render() {
    return nothing;
  }

  #tell(refusal: Review): void {
    const { store } = this.#desk;
    const canInsist = refusal.problem.clashes !== undefined && store.couldInsist(refusal);
    toast(says(refusal), {
      tone: 'error',
      ...(canInsist
        ? { action: { label: msg('Put mine'), run: () => void attempt(() => store.insist(refusal)) } }
        : {}),
    });
  }
}

function says({ group, problem }: Review): string {
  const { label } = group;
  const clash = problem.clashes?.[0];
  if (clash) {
    const { field, mine, theirs } = sayClash(clash);
    if (clash.path === '*')
      return msg(str`“${label}” was not saved: somebody else has removed or replaced it meanwhile.`);
    return msg(
      str`“${label}” was not saved: somebody else has set ${field} meanwhile. Yours: ${mine}. Theirs, which stands: ${theirs}.`,
    );
  }
  const why = problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
  return msg(str`“${label}” was not saved: ${why}`);
}

import { msg, str } from '@lit/localize';
import { nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { toast } from '../elements/toasts.ts';
import { StoreController } from '../store/context.ts';
import type { Refusal } from '../store/sender.ts';

/** Tells of gestures that the server would not take, so that nothing is dropped in silence. */
@customElement('vr-refusals')
export class VrRefusals extends LightElement {
  #desk = new StoreController(this, 'refusals');

  protected override updated(): void {
    for (const refusal of this.#desk.store.refusals) {
      this.#desk.store.dismissRefusal(refusal);
      toast(says(refusal), { tone: 'error' });
    }
  }

  protected override render() {
    return nothing;
  }
}

function says({ group, problem }: Refusal): string {
  const clash = problem.clashes?.[0];
  if (clash)
    return msg(
      str`“${group.label}” was not saved: ${clash.path} has been changed by somebody else meanwhile.`,
    );
  const why = problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
  return msg(str`“${group.label}” was not saved: ${why}`);
}

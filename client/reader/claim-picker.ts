import { claimsAt, claimsOf } from './plugins/claims.ts';
import type { TextWindow } from './text-window.ts';
import type { Mark } from './types.ts';

export interface Picked {
  /** The claim to focus, or null where there is none. */
  readonly mark: Mark | null;
  /** All claims at the place, innermost first. */
  readonly stack: readonly Mark[];
}

/** Finds the claim that a click means. Clicks on the same stack go through it, from the inside out. */
export class ClaimPicker {
  #last: readonly string[] = [];

  /** All claims at the place of a click, innermost first. */
  stackAt(window: TextWindow, event: MouseEvent): Mark[] {
    const target = (event.target as Element | null)?.closest<HTMLElement>('mark[data-id]');
    const offset = window.offsetAt(event.clientX, event.clientY);
    if (!target || offset === null) return [];
    const { source } = claimsOf(window.view.state);
    // A click on the right half of a character is nearest to the offset after it.
    for (const at of [offset, offset - 1]) {
      const stack = claimsAt(source, Math.max(0, at));
      if (stack.some(mark => mark.id === target.dataset.id)) return stack;
    }
    return [];
  }

  pick(window: TextWindow, event: MouseEvent): Picked {
    const stack = this.stackAt(window, event);
    const ids = stack.map(mark => mark.id);
    const again = ids.length > 0 && ids.join() === this.#last.join();
    this.#last = ids;
    const focused = claimsOf(window.view.state).focused;
    const at = again ? (ids.indexOf(focused ?? '') + 1) % ids.length : 0;
    return { mark: stack[at] ?? null, stack };
  }
}

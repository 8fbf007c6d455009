import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the focus on a screen's heading when the screen draws another heading in its place: empty instead of loading. */
export class HeadingFocus implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #hadFocus = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    const { activeElement } = document;
    this.#hadFocus = activeElement?.tagName === 'H1' && this.#host.contains(activeElement);
  }

  hostUpdated(): void {
    if (!this.#hadFocus || document.activeElement !== document.body) return;
    // What the new heading stands in may still be drawing itself, and what is not drawn takes no focus.
    requestAnimationFrame(() => {
      const heading = document.activeElement === document.body ? this.#host.querySelector('h1') : null;
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  }
}

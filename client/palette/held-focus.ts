/** Remembers where the keyboard is, down to the caret, and gives it back there. */
export class HeldFocus {
  #element: HTMLElement | undefined;
  #selection: readonly [Node, number, Node, number] | undefined;

  take(): void {
    const { activeElement } = document;
    this.#element = activeElement instanceof HTMLElement ? activeElement : undefined;
    const selection = getSelection();
    this.#selection =
      selection?.anchorNode && selection.focusNode
        ? [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset]
        : undefined;
  }

  giveBack(): void {
    const element = this.#element;
    const selection = this.#selection;
    this.#element = undefined;
    this.#selection = undefined;
    if (!element?.isConnected || element === document.body) {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      return;
    }
    element.focus({ preventScroll: true });
    // Fields keep their own caret.
    if (element.matches('input, textarea') || !selection?.[0].isConnected || !selection[2].isConnected)
      return;
    getSelection()?.setBaseAndExtent(...selection);
  }
}

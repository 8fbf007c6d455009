/** Where something is seen, in client coordinates. */
export interface Bounds {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

/** @returns where the browser's selection inside an element can be seen, or null where it cannot. */
export function selectionBounds(element: HTMLElement | null): Bounds | null {
  const selection = getSelection();
  if (!element || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.commonAncestorContainer)) return null;
  const view = element.getBoundingClientRect();
  const box = range.getBoundingClientRect();
  const top = Math.max(view.top, box.top);
  const bottom = Math.min(view.bottom, box.bottom);
  return bottom <= top ? null : { top, bottom, left: box.left };
}

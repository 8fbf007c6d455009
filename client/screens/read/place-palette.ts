/** Where words can be seen, in client coordinates. */
export interface Place {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

const GAP = 10;
const EDGE = 8;
const PHONE = matchMedia('(max-width: 760px)');

/**
 * Puts a palette below the words where there is room, else above them; on a narrow screen the style sheet puts it at the
 * foot.
 * @param over the words; null where they are out of sight
 * @param within where the palette may stand, in client coordinates
 */
export function placePalette(box: HTMLElement, over: Place | null, within: DOMRect): void {
  if (getComputedStyle(box).position !== 'fixed' || PHONE.matches) {
    box.removeAttribute('style');
    return;
  }
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(
    Math.max(within.left + EDGE, (over?.left ?? within.left + EDGE) - 60),
    within.right - width - EDGE - 20,
  );
  const below = (over?.bottom ?? within.top) + GAP;
  const above = (over?.top ?? within.bottom) - height - GAP;
  const top =
    below + height <= within.bottom - EDGE
      ? below
      : above >= within.top
        ? above
        : within.bottom - height - EDGE;
  box.style.left = `${Math.round(left)}px`;
  box.style.top = `${Math.round(top)}px`;
}

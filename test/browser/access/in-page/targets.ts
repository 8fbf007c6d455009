import { controls, isShown, parentOf, pathOf } from './elements.ts';

/**
 * @param least CSS pixels
 * @returns the controls that a square of that size does not fit on, wherever it is laid over them: a line each
 */
export function smallTargets(least: number): string[] {
  const reach = least / 2 - 1;
  const shifts = [0, -reach, reach, -reach / 2, reach / 2];
  /** Whether a press there is for the control, by itself, what it holds, or its label. */
  const hits = (control: Element, x: number, y: number) => {
    let at = document.elementFromPoint(x, y);
    while (at?.shadowRoot) {
      const inner = at.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === at) break;
      at = inner;
    }
    for (let one = at; one; one = parentOf(one))
      if (one === control || (one instanceof HTMLLabelElement && one.control === control)) return true;
    return false;
  };
  const fits = (control: Element, x: number, y: number) =>
    [
      [0, 0],
      [0, -reach],
      [0, reach],
      [-reach, 0],
      [reach, 0],
    ].every(([dx, dy]) => hits(control, x + dx!, y + dy!));
  // What an open dialog lies over is looked at where it is closed.
  const dialog = document.querySelector('[role=dialog]');
  return controls().flatMap(control => {
    if (dialog && !dialog.contains(control)) return [];
    // What only code gives the focus to is not pressed; the text is pressed word by word.
    if (
      control.matches(
        'main, h1, h2, h3, pre, [data-scroller], .reader-text, [tabindex="-1"]:not(button, a, input)',
      )
    )
      return [];
    if (!isShown(control)) return [];
    const pressed = control.matches('[type=radio], [type=checkbox]')
      ? (control.closest('label') ?? control)
      : control;
    const box = pressed.getBoundingClientRect();
    if (box.width >= least && box.height >= least) return [];
    const isInASentence =
      control.matches('a') &&
      getComputedStyle(control).display === 'inline' &&
      (control.parentElement?.textContent?.trim().length ?? 0) > control.textContent!.trim().length + 12;
    if (isInASentence) return [];
    control.scrollIntoView({ block: 'center', inline: 'center' });
    const now = pressed.getBoundingClientRect();
    const [x, y] = [now.left + now.width / 2, now.top + now.height / 2];
    // What a panel lies over is looked at where it does not.
    if (!hits(control, x, y)) return [];
    if (shifts.some(dy => shifts.some(dx => fits(control, x + dx, y + dy)))) return [];
    const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
    return [
      `${pathOf(control)} “${name.replace(/\s+/g, ' ').trim().slice(0, 40)}” ${now.width}×${now.height}`,
    ];
  });
}

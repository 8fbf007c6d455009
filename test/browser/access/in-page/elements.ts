/** The element that an element is drawn in, through slots and shadow roots. */
export function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

export function* everyElement(root: Document | ShadowRoot): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* everyElement(element.shadowRoot);
  }
}

/** Whether an element is drawn, and for the eye. */
export function isShown(element: Element): boolean {
  return (
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getClientRects().length > 0 &&
    !element.closest('.vh, .skip')
  );
}

/** An element and the two it stands in: `div.tools>div.seg>button`. */
export function pathOf(element: Element): string {
  const path: string[] = [];
  for (let at: Element | null = element; at && path.length < 3; at = parentOf(at))
    path.unshift([at.tagName.toLowerCase(), ...[...at.classList].slice(0, 3)].join('.'));
  return path.join('>');
}

/** Everything that takes the focus, in the order of the page. */
export function controls(): HTMLElement[] {
  const focusable =
    'a[href], button, input:not([type=hidden]), select, textarea, [tabindex], [contenteditable]:not([contenteditable=false]), summary';
  return [...everyElement(document)].filter(
    (element): element is HTMLElement =>
      element.matches(focusable) &&
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest('[inert]') &&
      !('disabled' in element && element.disabled),
  );
}

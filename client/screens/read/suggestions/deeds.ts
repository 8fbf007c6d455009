/** What buttons ask of the screen about the focused suggestion. */
export type SuggestionDeed = 'accept' | 'refuse' | 'alike' | 'next' | 'previous';

/** Asks for a deed from an element inside the screen. */
export function tellDeed(from: HTMLElement, deed: SuggestionDeed): void {
  from.dispatchEvent(new CustomEvent('vr-suggestion-deed', { detail: deed, bubbles: true }));
}

declare global {
  interface HTMLElementEventMap {
    'vr-suggestion-deed': CustomEvent<SuggestionDeed>;
  }
}

import type { ReaderSelection, Span } from './types.ts';

/** What the reader tells, by event name; the value is the event's `detail`. All bubble. */
export interface ReaderEvents {
  /** The selection moved. `rect` is where its head stands in client coordinates, null when out of sight. */
  'vr-selection': { selection: ReaderSelection; range: Span; rect: DOMRect | null };
  /** A claim got the focus, or null: none. `stack` holds all claims at that place, innermost first. */
  'vr-claim-focus': { id: string | null; stack: readonly string[] };
  /** A claim shall be opened: double click on it, or its ≠ in the margin (`conflict`). */
  'vr-claim-open': { id: string; conflict: boolean };
  /** The claims that hold the caret changed; innermost first. */
  'vr-claims-at-caret': { ids: readonly string[] };
  /** A range of a claim was moved by its edge. Prevent the default to refuse. */
  'vr-edge-moved': { id: string; rangeIndex: number; start: number; end: number };
  /** Another part of the text is in sight: `[start, end)`, about. */
  'vr-viewport': Span;
  /** A search went on: `current` counts from 0, -1 for none. */
  'vr-find': { hits: number; current: number; done: boolean };
  /** Text could not be fetched; the reader tries again when the place comes into sight again. */
  'vr-text-missing': { error: unknown };
}

declare global {
  interface HTMLElementEventMap {
    'vr-selection': CustomEvent<ReaderEvents['vr-selection']>;
    'vr-claim-focus': CustomEvent<ReaderEvents['vr-claim-focus']>;
    'vr-claim-open': CustomEvent<ReaderEvents['vr-claim-open']>;
    'vr-claims-at-caret': CustomEvent<ReaderEvents['vr-claims-at-caret']>;
    'vr-edge-moved': CustomEvent<ReaderEvents['vr-edge-moved']>;
    'vr-viewport': CustomEvent<ReaderEvents['vr-viewport']>;
    'vr-find': CustomEvent<ReaderEvents['vr-find']>;
    'vr-text-missing': CustomEvent<ReaderEvents['vr-text-missing']>;
  }
}

/** Sends an event from `target`; returns false when a listener prevented its default. */
export function tell<K extends keyof ReaderEvents>(
  target: EventTarget,
  name: K,
  detail: ReaderEvents[K],
): boolean {
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable: true }));
}

import { render } from 'lit';
import type { Span } from '../../../shared/text/text-like.ts';
import type { VrReader } from '../../reader/vr-reader.ts';
import type { Marking } from './bulk/marking.ts';
import { documentMeta } from './document-meta.ts';
import type { Reading } from './reading.ts';

const NOTHING = { version: -1, text: undefined };

/** Which claims the reader shows, and of which text; brings it into step with what is being read. */
export class ShownClaims {
  #marking: Marking | undefined;
  #shown: { readonly version: number; readonly text: Reading['text'] } = NOTHING;

  /** Draws anew only where claims have changed, in the same frame as the gesture. */
  redraw(reading: Reading, element: VrReader | null, changed: readonly Span[]): void {
    if (!reading.marks || !element || this.#shown.text !== reading.text) return;
    element.reader.setMarks(reading.marks, changed);
    this.#shown = { ...this.#shown, version: reading.claims?.version ?? -1 };
  }

  /** Shows in the reader what has changed in the reading: the lead of the document, its claims, the focus. */
  sync(reading: Reading, element: VrReader | null): void {
    if (reading.stage !== 'ready' || !element) {
      this.#shown = NOTHING;
      return;
    }
    const { reader } = element;
    if (reading.revision) render(documentMeta(reading.document, reading.revision), reader.lead);
    const version = reading.claims?.version ?? -1;
    if (this.#shown.text !== reading.text) {
      this.#shown = { version, text: reading.text };
    } else if (this.#shown.version !== version && reader.length > 0) {
      reader.setMarks(reading.marks!);
      this.#shown = { ...this.#shown, version };
    }
    this.#preview(reading, element);
    if (reader.length > 0 && (reader.focused ?? undefined) !== reading.focused)
      reader.focusClaim(reading.focused ?? null, { scroll: reading.focused ? 'nearest' : false });
  }

  /** Highlights what is about to be marked. */
  #preview({ marking }: Reading, { reader }: VrReader): void {
    if (marking === this.#marking || reader.length === 0) return;
    this.#marking = marking;
    reader.preview((marking?.places ?? []).filter(({ start }) => !marking!.off.has(start)));
  }
}

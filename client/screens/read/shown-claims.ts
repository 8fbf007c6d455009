import { render } from 'lit';
import type { Span } from '../../../shared/text/text-like.ts';
import type { VrReader } from '../../reader/vr-reader.ts';
import { documentMeta } from './document-meta.ts';
import type { Reading } from './reading.ts';
import { chosenOf } from './suggestions/alike.ts';
import { markIdOf } from './suggestions/suggestion-marks.ts';

const NOTHING = { version: '', text: undefined };

/** Another one whenever other claims or suggestions are shown. */
const versionOf = ({ claims, suggesting }: Reading): string => `${claims?.version} ${suggesting.version}`;

/** Which claims the reader shows, and of which text; brings it into step with what is being read. */
export class ShownClaims {
  #marking: unknown;
  #shown: { readonly version: string; readonly text: Reading['text'] } = NOTHING;

  /** Draws anew only where claims have changed, in the same frame as the gesture. */
  redraw(reading: Reading, element: VrReader | null, changed: readonly Span[]): void {
    if (!reading.marks || !element || this.#shown.text !== reading.text) return;
    element.reader.setMarks(reading.marks, changed);
    this.#shown = { ...this.#shown, version: versionOf(reading) };
  }

  /** Shows in the reader what has changed in the reading: the lead of the document, its claims, the focus. */
  sync(reading: Reading, element: VrReader | null): void {
    if (reading.stage !== 'ready' || !element) {
      this.#shown = NOTHING;
      return;
    }
    const { reader } = element;
    if (reading.revision)
      render(documentMeta(reading.document, reading.revision, reading.derivation?.summary), reader.lead);
    const version = versionOf(reading);
    if (this.#shown.text !== reading.text) {
      this.#shown = { version, text: reading.text };
    } else if (this.#shown.version !== version && reader.length > 0) {
      reader.setMarks(reading.marks!);
      this.#shown = { ...this.#shown, version };
    }
    this.#preview(reading, element);
    const { focused } = reading.suggesting;
    const id = focused ? markIdOf(focused.key) : reading.focused;
    if (reader.length > 0 && (reader.focused ?? undefined) !== id)
      reader.focusClaim(id ?? null, { scroll: id ? 'nearest' : false });
  }

  /** Highlights what is about to be marked, accepted or placed. */
  #preview({ marking, suggesting, placing }: Reading, { reader }: VrReader): void {
    const { alike } = suggesting;
    const { shown } = placing;
    if ((marking ?? alike ?? shown) === this.#marking || reader.length === 0) return;
    this.#marking = marking ?? alike ?? shown;
    const places = marking
      ? marking.places.filter(({ start }) => !marking.off.has(start))
      : alike
        ? chosenOf(alike).flatMap(({ ranges }) => ranges)
        : (shown?.ranges ?? []);
    reader.preview(places);
  }
}

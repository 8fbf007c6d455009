import type { CslItem } from '../../../shared/citations/csl.ts';
import { renderCitation } from '../../../shared/citations/render-citation.ts';

/** A reference to write out; the answer carries the same id. */
export interface ReferenceRequest {
  readonly id: number;
  readonly csl: CslItem;
  readonly locale: string;
}

/** The reference, or nothing where the engine cannot make sense of the item. */
export interface ReferenceReply {
  readonly id: number;
  readonly words?: string;
}

// The style engine takes its time; here it takes nobody else's.
self.addEventListener('message', (event: MessageEvent<ReferenceRequest>) => {
  const { id, csl, locale } = event.data;
  renderCitation(csl, { style: 'apa', locale }).then(
    words => self.postMessage({ id, words } satisfies ReferenceReply),
    () => self.postMessage({ id } satisfies ReferenceReply),
  );
});

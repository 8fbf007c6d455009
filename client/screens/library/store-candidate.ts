import { v7 as newId } from 'uuid';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import { foundHow, partsOf } from '../../panels/how.ts';
import type { Store } from '../../store/store.ts';
import type { Carrier } from './calls.ts';
import type { Candidate } from './candidate.ts';
import { withFile } from './candidate-file.ts';
import { sayPart } from './say-part.ts';
import { type NewDocument, type Stored, storeDocument } from './store-document.ts';

type PartValue = string | number | boolean;

/**
 * Stores a file that was looked at as a document, or each of its ticked parts as one, in the order of the file.
 * @param stored hears of each document as soon as it is stored, and of the part that it is
 * @throws ApiProblem where the server refuses, and what `fetch` throws where it does not answer or was stopped
 */
export async function storeCandidate(
  store: Store,
  candidate: Candidate,
  found: Examination,
  carrier: Carrier,
  stored: (one: Stored, part?: PartValue) => void,
): Promise<void> {
  const { ids, language, mediaType, origin } = candidate;
  const put = (document: NewDocument) =>
    withFile(candidate, (where, body) => storeDocument(store, { ...document, ...where }, body, carrier));
  const said = {
    at: new Date().toISOString(),
    origin,
    ...(language.trim() ? { language: language.trim() } : {}),
    ...foundHow(found),
  };
  if (candidate.parts === undefined) {
    const kind = found.extraction ? found.mediaType : mediaType;
    stored(await put({ ...ids, ...said, title: candidate.title.trim() || found.title, mediaType: kind }));
    return;
  }
  // What was found or chosen goes for all, but for what is one part's own.
  const { part: _shown, revision: _ofShown, ...chosen } = found.extraction?.options ?? {};
  for (const part of partsOf(found)) {
    if (!candidate.parts.has(part.value)) continue;
    carrier.signal.throwIfAborted();
    const own = { id: newId(), revision: newId(), change: newId(), group: newId() };
    const options = JSON.stringify({ ...chosen, part: part.value });
    const title = sayPart(part).slice(0, 500);
    stored(await put({ ...own, ...said, options, title, mediaType: found.mediaType }), part.value);
  }
}

import { v7 as newId } from 'uuid';
import type { Examination } from '../../../shared/api/routes/documents.ts';
import { askedHow, foundHow, partsOf } from '../../panels/how.ts';
import type { Store } from '../../store/store.ts';
import type { Carrier } from './calls.ts';
import type { Candidate } from './candidate.ts';
import { withFile, withKept } from './candidate-file.ts';
import { sayPart } from './say-part.ts';
import { type NewDocument, type Stored, storeDocument, storeParts } from './store-document.ts';

type PartValue = string | number | boolean;

/** So many parts are sent for at once: between them it is said how far it is, and it can be stopped. */
const AT_ONCE = 25;

/**
 * Stores a file that was looked at as a document, or each of its ticked parts as one, in the order of the file. A part
 * that cannot be read holds up no other; it is told in the end.
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
  const { part: _shown, revision: _ofShown, ...options } = found.extraction?.options ?? {};
  const wanted = partsOf(found).filter(({ value }) => candidate.parts!.has(value));
  let refused: unknown;
  for (let at = 0; at < wanted.length; at += AT_ONCE) {
    carrier.signal.throwIfAborted();
    const parts = wanted.slice(at, at + AT_ONCE).map(part => ({
      ...{ id: newId(), revision: newId(), change: newId() },
      part: part.value,
      title: sayPart(part).slice(0, 500),
    }));
    const about = { ...said, options, parts, group: newId(), twice: true };
    const outcome = await withKept(
      candidate,
      found.sha256,
      body => carrier.client.examine({ query: { ...askedHow(candidate.how), keep: 'true' }, body }),
      where => storeParts(store, { ...about, ...where }, carrier),
    );
    for (const [part, one] of outcome.stored) stored(one, part);
    refused ??= outcome.refused;
  }
  if (refused !== undefined) throw refused;
}

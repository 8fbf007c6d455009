import type { FindableKind, SearchHit } from '../../shared/api/routes/search.ts';
import { hull } from '../../shared/model/anchor.ts';
import { densest, excerptOf } from '../../shared/search/excerpt.ts';
import { type Query, readQuery } from '../../shared/search/query.ts';
import type { Store } from '../store/store.ts';
import { fits } from './fits.ts';

/** What is known of something that is looked through here. */
interface Known extends Pick<SearchHit, 'id' | 'type' | 'value' | 'place'> {
  readonly text: string;
}

/** Finds among what is in the browser, without the server: passages are not. */
export function findHere(store: Store, words: string, kinds: readonly FindableKind[], limit: number) {
  const query = readQuery(words);
  return kinds.map(kind => {
    const hits: SearchHit[] = [];
    let more = false;
    for (const known of knownOf(store, kind)) {
      const hit = hitOf(kind, known, query);
      if (!hit) continue;
      more = hits.length === limit;
      if (more) break;
      hits.push(hit);
    }
    return { kind, hits, more };
  });
}

function hitOf(kind: FindableKind, { text: whole, ...known }: Known, query: Query): SearchHit | undefined {
  const places = fits(whole, query);
  if (!places) return undefined;
  const { text, marks } = excerptOf(whole, places, densest(places));
  return { kind, ...known, text, marks: [...marks] };
}

function* knownOf(store: Store, kind: FindableKind): Generator<Known> {
  const { objects } = store;
  switch (kind) {
    case 'document':
      for (const { id, object } of objects.all('document')) yield { id, text: object.title };
      break;
    case 'claim':
      for (const { id, object } of objects.all('claim')) {
        const { documentId, revision, quote } = object.anchor;
        const title = store.get('document', documentId)?.object.title;
        if (title === undefined) continue;
        const place = { documentId, title, revision, range: hull(object.anchor) };
        const { type, value } = object;
        yield { id, text: quote.exact, type, place, ...(value === undefined ? {} : { value }) };
      }
      break;
    case 'entity':
      for (const { id, object } of objects.all('entity'))
        yield { id, text: object.preferred, type: object.kind };
      break;
    case 'conflict':
      for (const { id, object } of objects.all('conflict'))
        yield { id, text: object.title, type: object.state };
      break;
    case 'source':
      for (const { id, object } of objects.all('source'))
        yield { id, text: object.csl.title ?? object.csl.URL ?? object.csl.type };
      break;
  }
}

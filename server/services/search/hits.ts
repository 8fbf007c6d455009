import type { SearchHit } from '../../../shared/api/routes/search.ts';
import { hull } from '../../../shared/model/anchor.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { densest, excerptOf } from '../../../shared/search/excerpt.ts';
import { placesOf } from '../../../shared/search/words.ts';
import type { Storage } from '../../storage/port.ts';
import type { FoundKind, FoundPassage } from './search-index.ts';
import type { Found } from './word-index.ts';

/** @returns what was found as it is shown; what has gone in the meantime is left out */
export async function hitsOf(
  storage: Storage,
  claim: (id: string) => Versioned<'claim'> | undefined,
  found: FoundKind,
): Promise<SearchHit[]> {
  const title = async (documentId: string) => {
    const held = await storage.readObject('document', documentId);
    return held && !held.removed ? held.object.title : undefined;
  };
  const hits = found.kind === 'passage' ? found.hits.map(passage) : found.hits.map(listed);
  return (await Promise.all(hits)).filter(hit => hit !== undefined);

  async function passage(hit: FoundPassage): Promise<SearchHit | undefined> {
    const called = await title(hit.documentId);
    if (called === undefined) return undefined;
    const range = densest(hit.matches)!;
    const inside = ({ start, end }: { start: number; end: number }) => ({
      start: start - hit.start,
      end: end - hit.start,
    });
    const { text, marks } = excerptOf(hit.text, hit.matches.map(inside), inside(range));
    const place = { documentId: hit.documentId, title: called, revision: hit.revision, range };
    return { kind: 'passage', id: hit.documentId, text, marks: [...marks], place };
  }

  async function listed({ id, terms }: Found): Promise<SearchHit | undefined> {
    const kind = found.kind as Kind;
    const held = kind === 'claim' ? claim(id) : await storage.readObject(kind, id);
    if (!held || held.removed) return undefined;
    const words = new Set(terms);
    const shown = (whole: string) => {
      const marks = placesOf(whole, words);
      const { text, marks: kept } = excerptOf(whole, marks, densest(marks));
      return { text, marks: [...kept] };
    };
    switch (held.kind) {
      case 'document':
        return { kind: 'document', id, ...shown((held as Versioned<'document'>).object.title) };
      case 'source': {
        const { csl } = (held as Versioned<'source'>).object;
        return { kind: 'source', id, type: csl.type, ...shown(csl.title ?? csl.URL ?? csl.type) };
      }
      case 'entity': {
        const { kind: type, preferred } = (held as Versioned<'entity'>).object;
        return { kind: 'entity', id, type, ...shown(preferred) };
      }
      case 'conflict': {
        const { state, title: called } = (held as Versioned<'conflict'>).object;
        return { kind: 'conflict', id, type: state, ...shown(called) };
      }
      case 'claim':
        return ofClaim((held as Versioned<'claim'>).object, shown);
    }
  }

  async function ofClaim(
    { id, type, value, anchor }: Claim,
    shown: (whole: string) => Pick<SearchHit, 'text' | 'marks'>,
  ): Promise<SearchHit | undefined> {
    const { documentId, revision, quote } = anchor;
    const called = await title(documentId);
    if (called === undefined) return undefined;
    const place = { documentId, title: called, revision, range: hull(anchor) };
    return {
      kind: 'claim',
      id,
      type,
      ...shown(quote.exact),
      ...(value === undefined ? {} : { value }),
      place,
    };
  }
}

import { msg } from '@lit/localize';
import type { SearchHit } from '../../shared/api/routes/search.ts';
import { describe } from '../../shared/claim-types/describe.ts';
import type { Entity } from '../../shared/model/entity.ts';
import { placesOf, wordsOf } from '../../shared/search/words.ts';
import type { Span } from '../../shared/text/text-like.ts';
import type { IconName } from '../elements/icons.ts';
import { locale } from '../localize/locale.ts';
import { sayEntityKind } from '../localize/say-entity-kind.ts';
import { rangeToText } from '../router/range-address.ts';
import type { Route } from '../router/routes.ts';
import type { Row } from './row.ts';
import type { PaletteKind } from './scopes.ts';

const ICONS: Readonly<Record<PaletteKind, IconName>> = {
  document: 'file',
  command: 'chevron-right',
  claim: 'tag',
  passage: 'quote',
  entity: 'user',
  conflict: 'scale',
  source: 'link',
};

export const iconOf = (kind: PaletteKind): IconName => ICONS[kind];

/** @returns a row for something that was found, here or by the server */
export function rowOf(hit: SearchHit): Row {
  const { kind, id, text, marks, type, place } = hit;
  const route = routeOf(hit);
  const base = { id: `${kind}-${id}`, kind, text, marks, ...(route ? { route } : {}) };
  switch (kind) {
    case 'claim':
      return { ...base, ...saidClaim(hit), ...(type ? { swatch: type } : {}) };
    case 'passage':
      return {
        ...base,
        id: `passage-${id}-${place?.range.start}`,
        icon: ICONS.passage,
        isText: true,
        ...(place ? { says: place.title } : {}),
      };
    case 'conflict':
      return { ...base, icon: ICONS.conflict, ...(type === 'settled' ? { says: msg('settled') } : {}) };
    case 'entity':
      return {
        ...base,
        icon: ICONS.entity,
        ...(type ? { says: sayEntityKind(type as Entity['kind']) } : {}),
      };
    default:
      return { ...base, icon: ICONS[kind] };
  }
}

/** Where what was found is seen. */
function routeOf({ kind, id, place }: SearchHit): Route | undefined {
  switch (kind) {
    case 'document':
      return { screen: 'read', documentId: id };
    case 'passage':
      return place && { screen: 'read', documentId: id, query: `at=${rangeToText(place.range)}` };
    case 'claim':
      return place && { screen: 'read', documentId: place.documentId, claimId: id };
    case 'conflict':
      return { screen: 'conflicts', conflictId: id };
    case 'source':
      return { screen: 'sources', sourceId: id };
    case 'entity':
      return { screen: 'entities', entityId: id };
  }
}

/** A claim by its words; its value is said beside them where that is something else. */
function saidClaim({ text, marks, type, value, place }: SearchHit): Pick<Row, 'text' | 'marks' | 'says'> {
  const title = place?.title ?? '';
  const said = value && describe({ type: type ?? '', value, anchor: { quote: { exact: text } } }, locale());
  if (!said || said === text || text.endsWith('…')) return { text, marks, says: title };
  const isMarked = (word: Span) => marks.some(({ start, end }) => start < word.end && end > word.start);
  const sought = new Set(
    wordsOf(text)
      .filter(isMarked)
      .map(({ folded }) => folded),
  );
  return { text: said, marks: placesOf(said, sought), says: title };
}

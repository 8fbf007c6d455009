import { msg } from '@lit/localize';
import { type Contradiction, type Dated, isYearless, type TooEarly } from '../../../shared/timeline/dated.ts';

/** Things that share a line: what one document dates, or the sources. */
export interface Lane {
  readonly key: string;
  readonly title: string;
  readonly under: string;
  readonly things: readonly Dated[];
}

/** All that is drawn. */
export interface Chronicle {
  readonly lanes: readonly Lane[];
  /** What has no year, by document. */
  readonly yearless: readonly Lane[];
  readonly contradictions: readonly Contradiction[];
  readonly early: ReadonlyMap<string, TooEarly>;
}

/**
 * @param titleOf gives a document's title
 * @returns a line for each document that dates something, and one for the sources
 */
export function lanesOf(
  dated: readonly Dated[],
  titleOf: (documentId: string) => string,
): Pick<Chronicle, 'lanes' | 'yearless'> {
  const documents = [...new Set(dated.map(({ documentId }) => documentId))].filter(id => id !== undefined);
  const lane = (key: string, things: readonly Dated[]): Lane => ({
    key,
    title: titleOf(key),
    under: '',
    things,
  });
  const of = (id: string, wanted: boolean) =>
    dated.filter(thing => thing.documentId === id && isYearless(thing) === wanted);
  const sources = dated.filter(({ what }) => what !== 'claim');
  return {
    lanes: [
      ...documents.map(id => lane(id, of(id, false))),
      ...(sources.length > 0
        ? [{ key: 'sources', title: msg('Sources'), under: msg('published ● opened ○'), things: sources }]
        : []),
    ].filter(({ things }) => things.length > 0),
    yearless: documents.map(id => lane(id, of(id, true))).filter(({ things }) => things.length > 0),
  };
}

import { shortCitation } from '../../citations/short-citation.ts';
import { describe } from '../../claim-types/describe.ts';
import type { Claim } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import type { Entity } from '../../model/entity.ts';
import type { Source } from '../../model/source.ts';
import type { ClaimPart } from '../left-behind.ts';

/** A claim with what it refers to. */
export interface Row {
  readonly claim: Claim;
  readonly document: Document | undefined;
  readonly entity: Entity | undefined;
  readonly sources: readonly Source[];
  /** Where in the original it stands, of a text that was derived from a file of another kind. */
  readonly place: string | undefined;
}

/** What a cell holds; a list is of several short texts. */
export type Cell = string | number | readonly string[] | undefined;

/** One column of the table of claims. */
export interface Column {
  readonly id: string;
  readonly cell: (row: Row) => Cell;
  /** What of a claim is lost where this column is not asked for. */
  readonly carries?: ClaimPart;
}

/** The tables say values as English does, so that they are the same wherever they are made. */
const LOCALE = 'en';

const hull = ({ anchor: { ranges } }: Claim) => ({ start: ranges[0]!.start, end: ranges.at(-1)!.end });

/** Every column, in the order in which they stand where none are chosen. Offsets are UTF-16 code units. */
export const columns: readonly Column[] = [
  { id: 'claim', cell: ({ claim }) => claim.id },
  { id: 'type', cell: ({ claim }) => claim.type },
  { id: 'words', cell: ({ claim }) => claim.anchor.quote.exact },
  { id: 'value', cell: ({ claim }) => (claim.value === undefined ? undefined : describe(claim, LOCALE)) },
  {
    id: 'fields',
    cell: ({ claim }) => Object.entries(claim.fields).map(([name, words]) => `${name}: ${words}`),
    carries: 'fields',
  },
  { id: 'entity', cell: ({ entity }) => entity?.preferred },
  { id: 'workflow', cell: ({ claim }) => claim.workflow, carries: 'workflow' },
  { id: 'verdict', cell: ({ claim }) => claim.verdict, carries: 'verdict' },
  { id: 'tags', cell: ({ claim }) => claim.tags, carries: 'tags' },
  { id: 'notes', cell: ({ claim }) => claim.notes.map(({ by, text }) => `${by}: ${text}`) },
  {
    id: 'evidence',
    cell: ({ claim, sources }) =>
      claim.evidence.map(({ sourceId, stance, quote }) => {
        const source = sources.find(({ id }) => id === sourceId);
        return [stance, source && shortCitation(source.csl, LOCALE), quote && `“${quote}”`]
          .filter(Boolean)
          .join(' · ');
      }),
  },
  { id: 'sources', cell: ({ sources }) => sources.flatMap(({ csl }) => csl.URL ?? csl.title ?? []) },
  { id: 'preferred', cell: ({ claim }) => claim.settled.flatMap(({ preferred }) => preferred ?? []) },
  { id: 'document', cell: ({ claim }) => claim.anchor.documentId },
  { id: 'title', cell: ({ document }) => document?.title },
  { id: 'origin', cell: ({ document }) => document?.origin },
  { id: 'revision', cell: ({ claim }) => claim.anchor.revision },
  { id: 'start', cell: ({ claim }) => hull(claim).start },
  { id: 'end', cell: ({ claim }) => hull(claim).end },
  { id: 'ranges', cell: ({ claim }) => claim.anchor.ranges.map(({ start, end }) => `${start}-${end}`) },
  { id: 'place', cell: ({ place }) => place },
  { id: 'prefix', cell: ({ claim }) => claim.anchor.quote.prefix },
  { id: 'suffix', cell: ({ claim }) => claim.anchor.quote.suffix },
  { id: 'state', cell: ({ claim }) => claim.anchorState, carries: 'state' },
  { id: 'author', cell: ({ claim }) => claim.createdBy, carries: 'author' },
  { id: 'made', cell: ({ claim }) => claim.createdAt, carries: 'author' },
];

/** What no column of the table holds as it is. */
export const neverCarried: readonly ClaimPart[] = [
  'value',
  'entity',
  'note-authors',
  'threads',
  'evidence',
  'settled',
  'imported',
];

import type { Grain } from '../../shared/comparing/compare.ts';
import type { Document } from '../../shared/model/document.ts';
import type { Span } from '../../shared/text/text-like.ts';
import { rangeFromText, rangeToText } from './range-address.ts';
import type { Route } from './routes.ts';

/** One side of a comparison: a document, as it is now where no revision is named, and a stretch of it or all. */
export interface ComparedSide {
  readonly documentId: string;
  readonly revision?: string;
  /** UTF-16 code units of that revision. */
  readonly range?: Span;
}

/** What is compared, and how it is to be seen. */
export interface ComparedView {
  readonly left: ComparedSide | undefined;
  readonly right: ComparedSide | undefined;
  readonly isInline: boolean;
  readonly by: Grain;
}

const SIDES = ['left', 'right'] as const;

/** @returns the place where two sides are compared */
export function comparePlace(view: Partial<ComparedView>): Route {
  const query = new URLSearchParams();
  for (const side of SIDES) {
    const { documentId, revision, range } = view[side] ?? {};
    if (documentId) query.set(side, documentId);
    if (revision) query.set(`${side}-revision`, revision);
    if (range) query.set(`${side}-at`, rangeToText(range));
  }
  if (view.isInline) query.set('view', 'inline');
  if (view.by === 'character') query.set('by', 'character');
  return { screen: 'compare', query: query.toString() };
}

/** @returns the place where a document's last two revisions are compared */
export function revisionsPlace({ id, revisions }: Document): Route {
  const [before, now] = revisions.slice(-2);
  return comparePlace({
    left: { documentId: id, ...(before && now ? { revision: before.id } : {}) },
    right: { documentId: id },
  });
}

/** Reads what an address wants to be compared. */
export function comparedView(search: string | undefined): ComparedView {
  const query = new URLSearchParams(search);
  const sideOf = (side: (typeof SIDES)[number]): ComparedSide | undefined => {
    const documentId = query.get(side);
    const revision = query.get(`${side}-revision`);
    const range = rangeFromText(query.get(`${side}-at`));
    return documentId
      ? { documentId, ...(revision ? { revision } : {}), ...(range ? { range } : {}) }
      : undefined;
  };
  return {
    left: sideOf('left'),
    right: sideOf('right'),
    isInline: query.get('view') === 'inline',
    by: query.get('by') === 'character' ? 'character' : 'word',
  };
}

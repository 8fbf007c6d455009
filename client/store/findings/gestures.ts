import { msg } from '@lit/localize';
import type { Offered, ToldFinding } from '../../../shared/api/found.ts';
import type { Authorship, Draft } from '../../../shared/change/draft.ts';
import {
  conflictFromFinding,
  refuseFinding,
  renewFromFinding,
} from '../../../shared/conflicts/from-finding.ts';
import { acceptSuggestion, refuseSuggestion } from '../../../shared/detectors/accept.ts';
import type { Range } from '../../../shared/model/anchor.ts';
import type { ReadingContext } from '../../../shared/values/context.ts';
import { type Gesture, newId, type Store } from '../store.ts';

/** Makes claims of suggestions: one gesture. @param label what is done, for undo. @returns the gesture and the ids of the claims, in the order given */
export async function accept(
  store: Store,
  offered: readonly Offered[],
  label: string,
): Promise<{ gesture: Gesture; claimIds: string[] }> {
  const made = offered.map(one => acceptSuggestion(one, newId, author(store)));
  const gesture = await store.doMany(
    label,
    made.map(({ draft }) => draft),
  );
  return { gesture, claimIds: made.map(({ claim }) => claim.id) };
}

/** Remembers that suggestions are no claims: one gesture. */
export function refuse(
  store: Store,
  offered: readonly Offered[],
  label: string,
  reason?: string,
): Promise<Gesture> {
  return store.doMany(
    label,
    offered.map(one => refuseSuggestion(one, reason, newId, author(store))),
  );
}

/** A finding on the record: the conflict that it became. */
interface TakenUp {
  readonly gesture: Gesture;
  readonly conflictId: string;
}

/**
 * Puts a finding on the record as an open conflict, with claims for its words; one that was decided before is reopened.
 * @throws GestureError where it cannot be done
 * @throws RangeError where there are no words that a claim could stand on
 */
export async function takeUp(store: Store, told: ToldFinding, label: string): Promise<TakenUp> {
  const { drafts, conflictId } = await draftsOf(store, told);
  const gesture = store.do(label, drafts);
  return { gesture, conflictId };
}

/** Remembers that findings are no conflicts: one gesture. */
export function dismiss(
  store: Store,
  told: readonly ToldFinding[],
  label: string,
  reason?: string,
): Promise<Gesture> {
  return store.doMany(
    label,
    told.map(one => refuseFinding(one, reason, newId, author(store))),
  );
}

/** Drafts that put a finding on the record, to be done with others as one gesture. */
async function draftsOf(
  store: Store,
  told: ToldFinding,
): Promise<{ drafts: readonly Draft[]; conflictId: string }> {
  const contextOf = (id: string): ReadingContext => {
    const language = store.get('document', id)?.object.language;
    return language === undefined ? {} : { language };
  };
  const standing = withStanding(store, told);
  const { returned } = told;
  const conflict = returned?.of === 'decision' ? store.get('conflict', returned.id)?.object : undefined;
  if (!conflict) {
    const made = conflictFromFinding(standing, newId, author(store), contextOf);
    return { drafts: made.drafts, conflictId: made.conflict.id };
  }
  await store.loadClaims(conflict.sides.flatMap(({ claimIds }) => claimIds));
  const reason = msg('What the decision rests on was changed.');
  const find = (id: string) => store.get('claim', id)?.object;
  const drafts = renewFromFinding(conflict, standing, reason, newId, author(store), find, contextOf);
  return { drafts, conflictId: conflict.id };
}

/** A finding with the claims that were made of its words since it was asked for. */
function withStanding(store: Store, told: ToldFinding): ToldFinding {
  const placeOf = (documentId: string, { start, end }: Range, type: string) =>
    `${documentId} ${start} ${end} ${type}`;
  const claims = new Map(
    store.objects.all('claim').flatMap(({ id, object: { anchor, type } }) => {
      const [range, ...others] = anchor.ranges;
      return others.length > 0 ? [] : [[placeOf(anchor.documentId, range!, type), id] as const];
    }),
  );
  const sides = told.sides.map(({ value, spans }) => ({
    value,
    spans: spans.map(span => {
      if (span.claimId !== undefined || span.type === undefined) return span;
      const claimId = claims.get(placeOf(span.documentId, span, span.type));
      return claimId === undefined ? span : { ...span, claimId };
    }),
  }));
  return { ...told, sides };
}

const author = (store: Store): Authorship => ({ by: store.signature, at: new Date().toISOString() });

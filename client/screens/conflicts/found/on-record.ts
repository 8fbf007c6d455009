import type { Draft } from '../../../../shared/change/draft.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Store } from '../../../store/store.ts';
import type { FoundCase } from './cases.ts';

/**
 * What puts a finding on the record together with what is done about it. A claim that somebody made of the same words
 * since the finding was told takes the place of the one that would be made now.
 * @returns drafts of one group
 */
export function onRecord(store: Store, found: FoundCase, drafts: readonly Draft[]): Draft[] {
  const all = [...found.drafts, ...drafts];
  const standing = new Map(store.objects.all('claim').map(({ id, object }) => [placeOf(object), id]));
  const instead = new Map<string, string>();
  for (const [id, claim] of found.claims) {
    const there = standing.get(placeOf(claim));
    if (there !== undefined) instead.set(id, there);
  }
  if (instead.size === 0) return all;
  return all
    .filter(({ objectId, operation }) => operation.op !== 'create' || !instead.has(objectId))
    .map(draft => renamed(draft, instead) as Draft);
}

const placeOf = ({ type, anchor }: Claim): string =>
  [anchor.revision, type, ...anchor.ranges.flatMap(({ start, end }) => [start, end])].join(' ');

/** A value in which ids stand for other ids, wherever they are. */
function renamed(value: unknown, instead: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return instead.get(value) ?? value;
  if (Array.isArray(value)) return value.map(item => renamed(item, instead));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamed(inner, instead)]));
}

import type { FateTotals, Name, ObjectDifference } from '../../../shared/api/routes/history.ts';
import type { Draft } from '../../../shared/change/draft.ts';
import { wayToward } from '../../../shared/history/toward.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { currentRevision, type Document } from '../../../shared/model/document.ts';
import { kinds } from '../../../shared/model/objects.ts';
import { type Pair, told, totalsOf } from './differences.ts';
import { nameOf } from './names.ts';

/** Objects that a preview shows one by one. */
const SHOWN = 100;
/** Changes of a page, where nobody asks for fewer. */
const USUAL = 1000;

/** What it would take to bring objects to another state, as it travels. */
export interface WayReply {
  readonly changes: number;
  readonly drafts: readonly Draft[];
  readonly held: readonly Versioned[];
  readonly totals: FateTotals;
  readonly objects: readonly ObjectDifference[];
  readonly names: Readonly<Record<string, Name>>;
  readonly texts: readonly { documentId: string; revision: string; from: string }[];
  readonly places: number;
}

/**
 * @param pairs objects as they stand, and as they would
 * @returns the changes that bring them there, in an order in which each finds what it names: what comes before what goes
 */
export function wayOf(
  pairs: readonly Pair[],
  { after = 0, limit = USUAL }: { readonly after?: number | undefined; readonly limit?: number | undefined },
): WayReply {
  const coming: Draft[][] = kinds.map(() => []);
  const going: Draft[][] = kinds.map(() => []);
  const texts: { documentId: string; revision: string; from: string }[] = [];
  let places = 0;
  const moved: Pair[] = [];
  for (const pair of pairs) {
    const { kind, id } = (pair.after ?? pair.before)!;
    const { drafts, unable } = wayToward(pair.before, pair.after);
    const isGoing = drafts[0]?.operation.op === 'remove';
    (isGoing ? going : coming)[kinds.indexOf(kind)]!.push(...drafts);
    if (unable.includes('place')) places++;
    if (unable.includes('text')) {
      const [from, revision] = [pair.before, pair.after].map(
        held => currentRevision(held!.object as Document).id,
      );
      texts.push({ documentId: id, revision: revision!, from: from! });
    }
    if (drafts.length > 0) moved.push(pair);
  }
  const drafts = [...coming.flat(), ...going.reverse().flat()];
  const page = drafts.slice(after, after + limit);
  const reached = new Set(page.map(({ objectId }) => objectId));
  const shown = moved.slice(0, SHOWN);
  return {
    ...{
      changes: drafts.length,
      drafts: page,
      totals: totalsOf(moved),
      texts,
      places,
    },
    held: moved.flatMap(({ before }) => (before && reached.has(before.id) ? [before] : [])),
    objects: shown.map(told),
    names: Object.fromEntries(
      [...shown.map(({ before, after: to }) => (before ?? to)!), ...named(pairs, texts)].map(held => [
        held.id,
        nameOf(held),
      ]),
    ),
  };
}

const named = (pairs: readonly Pair[], texts: readonly { readonly documentId: string }[]) =>
  texts.map(({ documentId }) => pairs.find(({ before }) => before?.id === documentId)!.before!);

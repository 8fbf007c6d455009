import { msg, str } from '@lit/localize';
import type { Waiting } from '../../../../shared/api/routes/revisions.ts';
import type { Draft } from '../../../../shared/change/draft.ts';
import type { Anchor } from '../../../../shared/model/anchor.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Candidate } from '../../../../shared/revising/fate.ts';
import type { Span } from '../../../../shared/text/text-like.ts';
import {
  isJudged,
  keepAsQuoted,
  placeClaim,
  placeEvidence,
  readsAnew,
  retireClaim,
  retireEvidence,
} from '../../../commands/placing-drafts.ts';
import { toast } from '../../../elements/toasts.ts';
import { attempt } from '../../../frame/commands.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { fateLabel } from '../../../localize/say-fate.ts';
import { asOne } from '../../../panels/as-one.ts';
import { perform, readAs, short } from '../gestures.ts';
import type { Reading } from '../reading.ts';

/** The claim that waits, or whose evidence does. @returns undefined where it cannot be fetched or is gone */
async function claimOf({ store }: Reading, { claimId }: Waiting): Promise<Claim | undefined> {
  await store.loadClaims([claimId]).catch(() => undefined);
  return store.get('claim', claimId)?.object;
}

const anchorAt = (reading: Reading, { ranges, quote }: Candidate): Anchor => ({
  documentId: reading.documentId!,
  revision: reading.revision!.id,
  ranges: [...ranges],
  quote,
});

function placeDraft(reading: Reading, one: Waiting, claim: Claim, anchor: Anchor, stands?: string): Draft {
  if (one.of === 'evidence') return placeEvidence(claim, one.evidenceId!, anchor);
  return placeClaim(claim, anchor, readAs(reading, claim.type, anchor.quote.exact), stands);
}

/** Says what placing did, and what it did to the verdict. */
function sayPlaced(one: Waiting, claim: Claim, anchor: Anchor, stands: string | undefined): string {
  const words = short(anchor.quote.exact);
  if (one.of === 'evidence') return msg(str`Evidence placed: ${words}`);
  if (!readsAnew(claim, anchor)) return msg(str`Placed: ${words}`);
  if (!isJudged(claim)) return msg(str`Placed and read anew: ${words}`);
  return stands === undefined
    ? msg(str`Placed and read anew: ${words}. It is open again, since its words are others.`)
    : msg(str`Placed and read anew: ${words}. What was judged stands.`);
}

/**
 * Places what waits where it could stand.
 * @param stands why its verdict stands though its words are others
 * @returns whether it was done
 */
export async function accept(
  reading: Reading,
  one: Waiting,
  candidate: Candidate,
  stands?: string,
): Promise<boolean> {
  return placeAt(reading, one, anchorAt(reading, candidate), stands);
}

/** Places what waits on words that were selected. @returns whether it was done */
export async function redraw(reading: Reading, one: Waiting, words: Span): Promise<boolean> {
  return placeAt(reading, one, await reading.anchorOf([words]));
}

async function placeAt(reading: Reading, one: Waiting, anchor: Anchor, stands?: string): Promise<boolean> {
  const claim = await claimOf(reading, one);
  if (!claim) return false;
  const label = sayPlaced(one, claim, anchor, stands);
  const done = perform(reading, label, [placeDraft(reading, one, claim, anchor, stands)]);
  if (done) reading.touched(anchor.ranges);
  return done;
}

/** Takes what waits out of the work, with the reason. @returns whether it was done */
export async function retire(reading: Reading, one: Waiting, why: string): Promise<boolean> {
  const claim = await claimOf(reading, one);
  if (!claim) return false;
  const words = short(one.anchor.quote.exact);
  const label =
    one.of === 'evidence' ? msg(str`Evidence retired: ${words}`) : msg(str`Claim retired: ${words}`);
  return perform(reading, label, [retireDraft(one, claim, why)]);
}

const retireDraft = (one: Waiting, claim: Claim, why: string): Draft =>
  one.of === 'evidence' ? retireEvidence(claim, one.evidenceId!, why) : retireClaim(claim, why);

/** Leaves evidence on the words of the revision that it was taken from. @returns whether it was done */
export async function keepQuoted(reading: Reading, one: Waiting): Promise<boolean> {
  const claim = await claimOf(reading, one);
  if (!claim || one.of !== 'evidence') return false;
  const label = msg(str`Kept as it was quoted: ${short(one.anchor.quote.exact)}`);
  return perform(reading, label, [keepAsQuoted(claim, one.evidenceId!)]);
}

/** Places many, each at the one place where it could stand, or takes them out of the work; all of them are one undo. */
export async function dealWithAll(
  reading: Reading,
  all: readonly Waiting[],
  deed: 'accept' | 'retire',
  why: string,
): Promise<boolean> {
  const { store } = reading;
  const fate = fateLabel(all[0]!.fate.state);
  const label =
    deed === 'accept'
      ? plural(all.length, msg(str`Placed ${sayNumber(all.length)} at once: ${fate}`))
      : plural(all.length, msg(str`Retired ${sayNumber(all.length)} at once: ${fate}`));
  return asOne(store, label, async ({ done }) => {
    await store.loadClaims(all.map(({ claimId }) => claimId));
    done(0.5);
    return all.flatMap(one => {
      const claim = store.get('claim', one.claimId)?.object;
      if (!claim) return [];
      if (deed === 'retire') return [retireDraft(one, claim, why)];
      const [candidate] = one.fate.candidates;
      return candidate ? [placeDraft(reading, one, claim, anchorAt(reading, candidate))] : [];
    });
  });
}

/** Brings claims back that were removed. */
export function bringBack(reading: Reading, claims: readonly Claim[]): boolean {
  const drafts = claims.map(
    ({ id }): Draft => ({ kind: 'claim', objectId: id, operation: { op: 'restore' } }),
  );
  const label = plural(claims.length, msg(str`Brought back ${sayNumber(claims.length)} {claim¦claims}`));
  if (!perform(reading, label, drafts)) return false;
  toast(label, {
    action: { label: msg('Undo'), run: () => void attempt(() => reading.store.undo()) },
  });
  return true;
}

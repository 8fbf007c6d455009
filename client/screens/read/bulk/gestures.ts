import { msg, str } from '@lit/localize';
import type { Draft } from '../../../../shared/change/draft.ts';
import { describe } from '../../../../shared/claim-types/describe.ts';
import { type Flag, raiseConflict } from '../../../../shared/conflicts/raise.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Verdict, Workflow } from '../../../../shared/model/scales.ts';
import type { Evidence, Source } from '../../../../shared/model/source.ts';
import {
  addTag,
  attach,
  dropTag,
  removeClaim,
  retype,
  setContent,
  setVerdict,
  setWorkflow,
} from '../../../commands/claim-drafts.ts';
import { toast } from '../../../elements/toasts.ts';
import { locale, sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { stepWord } from '../../../localize/say-step.ts';
import { typeWord } from '../../../localize/say-type.ts';
import { asOne } from '../../../panels/as-one.ts';
import { inPieces } from '../../../store/in-pieces.ts';
import { newId } from '../../../store/store.ts';
import type { WorkHand } from '../../../store/works.ts';
import { type EvidenceWords, perform, readAs } from '../gestures.ts';
import type { Reading } from '../reading.ts';

/** Claims that are fetched at once. */
const FETCHED = 200;
/** Most claims of one gesture: more would have to be held whole in memory, with what they were before. */
const MOST = 20_000;
/** Most claims that one conflict can be raised among. */
const MOST_SIDES = 50;

/** What is done to each of many claims; nothing where there is nothing to do. */
type Deed = (claim: Claim) => Draft | undefined;

/**
 * Does the same to many claims: one gesture, one undo. Claims that are not here yet are fetched first.
 * @param says what is done: "Workflow set to checked"
 * @param before drafts that come first, made once
 * @returns whether it was done
 */
async function doToAll(
  reading: Reading,
  ids: readonly string[],
  says: string,
  deed: Deed,
  before: readonly Draft[] = [],
): Promise<boolean> {
  if (ids.length > MOST) {
    const most = sayNumber(MOST);
    toast(
      msg(str`That is done to ${most} claims at most at a time: filter the claims, and do it part by part.`),
      {
        tone: 'error',
      },
    );
    return false;
  }
  const label = plural(ids.length, msg(str`${says}: ${sayNumber(ids.length)} {claim¦claims}`));
  return asOne(reading.store, label, async hand => {
    const claims = await wholeClaims(reading, ids, hand);
    const drafts = claims.map(deed).filter(draft => draft !== undefined);
    return drafts.length === 0 ? [] : [...before, ...drafts];
  });
}

/** The claims in full; those that are not here yet are fetched. */
async function wholeClaims(reading: Reading, ids: readonly string[], hand: WorkHand): Promise<Claim[]> {
  const { store } = reading;
  const missing = ids.filter(id => !store.objects.get('claim', id));
  await inPieces(missing, FETCHED, piece => store.loadClaims(piece), {
    signal: hand.signal,
    done: share => hand.done(share / 2),
  });
  return ids.map(id => store.get('claim', id)?.object).filter(claim => claim !== undefined);
}

export const retypeAll = (reading: Reading, ids: readonly string[], type: string): Promise<boolean> =>
  doToAll(reading, ids, msg(str`Type set to ${typeWord(type)}`), claim =>
    claim.type === type ? undefined : retype(claim, type, readAs(reading, type, claim.anchor.quote.exact)),
  );

export function setWorkflowOfAll(
  reading: Reading,
  ids: readonly string[],
  workflow: Workflow,
): Promise<boolean> {
  return doToAll(reading, ids, msg(str`Workflow set to ${stepWord('workflow', workflow)}`), claim =>
    claim.workflow === workflow ? undefined : setWorkflow(claim, workflow),
  );
}

export function setVerdictOfAll(
  reading: Reading,
  ids: readonly string[],
  verdict: Verdict | undefined,
): Promise<boolean> {
  const says = verdict ? msg(str`Verdict set to ${stepWord('verdict', verdict)}`) : msg('Verdict taken away');
  return doToAll(reading, ids, says, claim =>
    claim.verdict === verdict ? undefined : setVerdict(claim, verdict),
  );
}

export const tagAll = (reading: Reading, ids: readonly string[], tag: string): Promise<boolean> =>
  doToAll(reading, ids, msg(str`Tag added: ${tag}`), claim =>
    claim.tags.includes(tag) ? undefined : addTag(claim, tag),
  );

export const untagAll = (reading: Reading, ids: readonly string[], tag: string): Promise<boolean> =>
  doToAll(reading, ids, msg(str`Tag taken away: ${tag}`), claim =>
    claim.tags.includes(tag) ? dropTag(claim, tag) : undefined,
  );

/** @param label what the field is called: "Affiliation" */
export const setFieldOfAll = (
  reading: Reading,
  ids: readonly string[],
  name: string,
  label: string,
  text: string,
): Promise<boolean> =>
  doToAll(reading, ids, msg(str`${label} set to “${text}”`), claim =>
    setContent(claim, { value: claim.value, fields: { [name]: text } }),
  );

export const removeAll = (reading: Reading, ids: readonly string[]): Promise<boolean> =>
  doToAll(reading, ids, msg('Removed'), removeClaim);

/** Ties one piece of evidence to each claim; with `csl`, to a source that is made with them, once. */
export function attachToAll(
  reading: Reading,
  ids: readonly string[],
  words: EvidenceWords,
  csl?: Source['csl'],
): Promise<boolean> {
  const author = { by: reading.store.signature, at: new Date().toISOString() };
  const source: Source | undefined = csl && { id: newId(), csl };
  const evidence = (): Evidence => ({
    id: newId(),
    ...words,
    ...(source ? { sourceId: source.id } : {}),
    ...author,
  });
  const made = source ? attach({ id: '' }, evidence(), source).slice(0, 1) : [];
  return doToAll(reading, ids, msg('Evidence added'), claim => attach(claim, evidence())[0], made);
}

/** Raises a conflict among claims. @returns its id, or undefined where it was not raised */
export async function raiseAmong(
  reading: Reading,
  ids: readonly string[],
  flag: Flag,
): Promise<string | undefined> {
  if (ids.length < 2 || ids.length > MOST_SIDES) {
    toast(
      ids.length < 2
        ? msg('A conflict needs two claims or more.')
        : msg(str`A conflict is raised among ${sayNumber(MOST_SIDES)} claims at most.`),
      { tone: 'error' },
    );
    return;
  }
  await reading.store.loadClaims(ids);
  const claims = ids.map(id => reading.store.get('claim', id)?.object).filter(claim => claim !== undefined);
  if (claims.length < 2) return;
  const author = { by: reading.store.signature, at: new Date().toISOString() };
  const { draft, conflict } = raiseConflict(claims, flag, claim => describe(claim, locale()), newId, author);
  const label = plural(
    claims.length,
    msg(str`Conflict raised among ${sayNumber(claims.length)} {claim¦claims}`),
  );
  return perform(reading, label, [draft]) ? conflict.id : undefined;
}

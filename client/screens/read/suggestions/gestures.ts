import { msg, str } from '@lit/localize';
import type { Offered } from '../../../../shared/api/found.ts';
import type { Authorship, Draft } from '../../../../shared/change/draft.ts';
import { acceptSuggestion, refuseSuggestion } from '../../../../shared/detectors/accept.ts';
import type { Refusal } from '../../../../shared/model/refusal.ts';
import { toast } from '../../../elements/toasts.ts';
import { attempt } from '../../../frame/commands.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { typeWord } from '../../../localize/say-type.ts';
import { asOne } from '../../../panels/as-one.ts';
import { newId } from '../../../store/store.ts';
import { perform, readAs, short } from '../gestures.ts';
import type { Reading } from '../reading.ts';

/** Up to so many suggestions are dealt with in the frame of the gesture. */
const FEW = 200;

const author = (reading: Reading): Authorship => ({
  by: reading.store.signature,
  at: new Date().toISOString(),
});

/** A suggestion read as another type than it was proposed as. */
export function offeredAs(reading: Reading, offered: Offered, type: string): Offered {
  if (type === offered.type) return offered;
  const { value, fields } = readAs(reading, type, offered.quote);
  return { ...offered, type, value: value ?? offered.value, fields };
}

/**
 * Makes a claim of each suggestion; all of them are one undo.
 * @returns the ids of the claims, or undefined where they could not be made
 */
export async function acceptAll(
  reading: Reading,
  offered: readonly Offered[],
): Promise<readonly string[] | undefined> {
  const made = offered.map(one => acceptSuggestion(one, newId, author(reading)));
  const drafts = made.map(({ draft }) => draft);
  const [first] = offered;
  const label =
    offered.length === 1
      ? msg(str`Accepted as ${typeWord(first!.type)}: ${short(first!.quote)}`)
      : plural(offered.length, msg(str`Accepted ${sayNumber(offered.length)} {suggestion¦suggestions}`));
  return (await performAll(reading, label, drafts, offered)) ? made.map(({ claim }) => claim.id) : undefined;
}

/** Remembers that suggestions are no claims; all of them are one undo. @returns the refusals' ids, or undefined */
export async function refuseAll(
  reading: Reading,
  offered: readonly Offered[],
): Promise<readonly string[] | undefined> {
  const drafts = offered.map(one => refuseSuggestion(one, undefined, newId, author(reading)));
  const label =
    offered.length === 1
      ? msg(str`Refused: ${short(offered[0]!.quote)}`)
      : plural(offered.length, msg(str`Refused ${sayNumber(offered.length)} {suggestion¦suggestions}`));
  return (await performAll(reading, label, drafts, offered))
    ? drafts.map(({ objectId }) => objectId)
    : undefined;
}

/** Few at once, so that the next key finds them done; many in pieces, with a message that takes them back. */
async function performAll(
  reading: Reading,
  label: string,
  drafts: readonly Draft[],
  offered: readonly Offered[],
): Promise<boolean> {
  if (drafts.length > FEW) return asOne(reading.store, label, async () => drafts);
  if (!perform(reading, label, drafts)) return false;
  reading.touched(offered.flatMap(({ ranges }) => ranges));
  if (drafts.length > 1) toast(label, { action: { label: msg('Undo'), run: () => undoLast(reading) } });
  return true;
}

const undoLast = ({ store }: Reading): void => void attempt(() => store.undo());

/** Says why something was refused; nothing takes the reason away. */
export function giveReason(reading: Reading, ids: readonly string[], reason: string): boolean {
  const drafts = ids.map(
    (id): Draft => ({
      kind: 'refusal',
      objectId: id,
      operation: { op: 'set', values: { reason: reason.trim() || null } },
    }),
  );
  return perform(reading, msg('Reason given'), drafts);
}

/** Takes refusals back, so that what was refused is suggested again. */
export function bringBack(reading: Reading, refusals: readonly Refusal[]): boolean {
  const drafts = refusals.map(
    ({ id }): Draft => ({ kind: 'refusal', objectId: id, operation: { op: 'remove' } }),
  );
  return perform(
    reading,
    plural(refusals.length, msg(str`Brought back ${sayNumber(refusals.length)} {suggestion¦suggestions}`)),
    drafts,
  );
}

import type { Authorship, Draft } from '../change/draft.ts';
import type { Claim } from '../model/claim.ts';
import { isWaived, WAIVED } from './coverage.ts';

/**
 * Signs claims off: an editor stands by them. What is waived stays as it is.
 * @param why a remark, kept with each change
 * @returns drafts of one gesture; none for claims that are signed off
 */
export function signOff(claims: readonly Claim[], why?: string): Draft[] {
  const reason = why?.trim();
  return claims
    .filter(claim => claim.workflow !== 'signed-off' && !isWaived(claim))
    .map(
      (claim): Draft => ({
        kind: 'claim',
        objectId: claim.id,
        operation: { op: 'set', values: { workflow: 'signed-off' } },
        ...(reason ? { why: reason } : {}),
      }),
    );
}

/** Leaves a claim unchecked on purpose: it is tagged, and a note says why. */
export function waive(claim: Claim, reason: string, noteId: string, { by, at }: Authorship): Draft[] {
  const text = reason.trim();
  const item = { id: noteId, text, by, at };
  return [
    ...(claim.tags.includes(WAIVED)
      ? []
      : [
          {
            kind: 'claim' as const,
            objectId: claim.id,
            operation: { op: 'add' as const, list: 'tags', item: WAIVED },
            why: text,
          },
        ]),
    { kind: 'claim', objectId: claim.id, operation: { op: 'add', list: 'notes', item } },
  ];
}

/** Takes a claim up again that was waived; the note stays. */
export const takeUp = (claim: Claim): Draft[] =>
  claim.tags.includes(WAIVED)
    ? [{ kind: 'claim', objectId: claim.id, operation: { op: 'drop', list: 'tags', item: WAIVED } }]
    : [];

/** @returns why a claim is waived: its last note that answers no other; undefined where it has none */
export const reasonOf = ({ notes }: Claim) => notes.findLast(({ replyTo }) => replyTo === undefined);

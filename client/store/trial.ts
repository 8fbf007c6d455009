import { msg } from '@lit/localize';
import { v7 as newId } from 'uuid';
import { ChangeError } from '../../shared/change/apply.ts';
import type { Draft } from '../../shared/change/draft.ts';
import { applyGroup, type GroupClash, type GroupResult, type Lookup } from '../../shared/change/group.ts';
import { baseFor } from '../../shared/change/paths.ts';
import type { Before, Change, Versioned } from '../../shared/model/change.ts';

/** Why a gesture did not happen, in words for the person who made it. */
export class GestureError extends Error {}

/** Drafts made into one group of changes, and what would come of it. */
export interface Trial {
  readonly changes: Change[];
  readonly result: GroupResult;
}

/**
 * Tries a gesture without doing it.
 * @param look finds an object as it is seen now
 * @param signed who does it and when
 * @throws GestureError where there is nothing to do or a draft cannot apply
 */
export function tryDrafts(drafts: readonly Draft[], look: Lookup, signed: Pick<Change, 'at' | 'by'>): Trial {
  if (drafts.length === 0) throw new GestureError(msg('There is nothing to do.'));
  const group = newId();
  const seen = new Map<string, Versioned>();
  const changes: Change[] = [];
  const before: Before[] = [];
  const clashes: GroupClash[] = [];
  try {
    for (const draft of drafts) {
      const key = `${draft.kind}/${draft.objectId}`;
      const held = seen.get(key) ?? look(draft.kind, draft.objectId);
      const change: Change = {
        id: newId(),
        group,
        kind: draft.kind,
        objectId: draft.objectId,
        operation: draft.operation,
        base: baseFor(held, draft.operation),
        at: signed.at,
        by: signed.by,
        ...(draft.why === undefined ? {} : { why: draft.why }),
      };
      const one = applyGroup((kind, id) => seen.get(`${kind}/${id}`) ?? look(kind, id), [change]);
      changes.push(change);
      if (one.applied) {
        for (const after of one.objects) seen.set(key, after);
        before.push(...one.before);
      } else clashes.push(...one.clashes);
    }
    const result: GroupResult =
      clashes.length > 0
        ? { applied: false, clashes }
        : { applied: true, objects: [...seen.values()], before };
    return { changes, result };
  } catch (error) {
    if (error instanceof ChangeError)
      throw new GestureError(
        msg('It is no longer what it was: somebody has removed it, or brought it back.'),
      );
    throw error;
  }
}

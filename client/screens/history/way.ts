import type { Kind } from '../../../shared/model/objects.ts';
import type { DeskClient } from '../../store/client.ts';

/** What is to be done: take entries back, or bring something to how it was after one. */
export type Aim =
  | { readonly what: 'take-back'; readonly seqs: readonly number[] }
  | {
      readonly what: 'restore';
      readonly seq: number;
      /** A document with what belongs to it, or one object; the whole desk where neither is given. */
      readonly document?: string;
      readonly object?: string;
      readonly kind?: Kind;
    };

type TakingBack = Awaited<ReturnType<DeskClient['getTakingBack']>>;
type Restoring = Awaited<ReturnType<DeskClient['getRestoring']>>;

/** What it would take, without the changes themselves. */
export type Way = (Omit<TakingBack, 'taken'> | Restoring) & {
  readonly taken?: TakingBack['taken'];
  readonly dependents?: TakingBack['dependents'];
  readonly dependent?: number;
  readonly revises?: boolean;
  readonly moment?: Restoring['moment'];
};

/** @param after how many changes to pass over @param limit how many to give @returns what it would take, and a page of the changes */
export function askWay(client: DeskClient, aim: Aim, after: number, limit: number): Promise<Way> {
  if (aim.what === 'take-back')
    return client.getTakingBack({ query: { seqs: aim.seqs.join(','), after, limit } });
  const { what: _, ...scope } = aim;
  return client.getRestoring({ query: { ...scope, after, limit } });
}

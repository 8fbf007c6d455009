import type { Operation } from '../model/change.ts';
import type { Kind } from '../model/objects.ts';

/** What a new change will do, before it has its id, base, time and author. */
export interface Draft {
  readonly kind: Kind;
  readonly objectId: string;
  readonly operation: Operation;
  readonly why?: string;
}

/** Who makes something, and when: ISO 8601, UTC. */
export interface Authorship {
  readonly by: string;
  readonly at: string;
}

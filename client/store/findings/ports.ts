import type { DeskClient } from '../client.ts';
import type { Replica } from '../keeping/replica.ts';
import type { ObjectCache } from '../objects.ts';
import type { Timer } from '../timer.ts';

/** What suggestions and findings need of the store. */
export interface FoundPorts {
  readonly client: DeskClient;
  readonly objects: ObjectCache;
  readonly replica: Replica | undefined;
  readonly timer: Timer;
  /** Claims that came or changed since the page was opened, by document. */
  freshClaims(documentId: string): Iterable<string>;
  tell(topic: 'suggestions' | 'findings'): void;
  /** The server did not answer. */
  lost(): void;
}

/** How what was asked for stands. `away`: the server is, and this browser knows nothing; `pending`: it is still made. */
export type FoundState = 'loading' | 'pending' | 'ready' | 'away' | 'failed';

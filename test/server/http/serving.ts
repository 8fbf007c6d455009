import { v7 as newId } from 'uuid';
import { type RunningServer, type ServerOptions, startServer } from '../../../server/http/start.ts';
import { type Client, createClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Change, Operation } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { quoteOf } from '../../../shared/text/quote.ts';

export const AT = '2026-05-07T10:00:00.000Z';

/** A text on the desk, and the ids under which it is reached. */
export interface ServedText {
  readonly id: string;
  readonly revision: string;
  readonly text: string;
}

/** A running server of a suite, known once its hooks have run. */
export interface Serving {
  readonly server: RunningServer;
  readonly url: string;
  readonly api: Client<typeof contract, AbortSignal | null>;
  /** The document at a place of the Library, with its text. */
  text(place?: number): Promise<ServedText>;
  /** Commits changes, each group of which must be taken. */
  commit(...changes: readonly Change[]): Promise<void>;
}

/** Starts a server before the tests of a suite and stops it after them. */
export function serving(options: ServerOptions = {}): Serving {
  let server: RunningServer | undefined;
  let api: Serving['api'] | undefined;
  before('starts the server', async () => {
    server = await startServer(options);
    api = createClient(contract, globalThis.fetch, server.url);
  });
  after('stops the server', () => server?.close());
  return {
    get server() {
      return server!;
    },
    get url() {
      return server!.url;
    },
    get api() {
      return api!;
    },
    async text(place = 0) {
      const { object } = (await api!.listDocuments()).documents[place]!.held;
      const revision = currentRevision(object);
      const { text } = await server!.desk.texts.laid(revision);
      return { id: object.id, revision: revision.id, text };
    },
    async commit(...changes) {
      const { groups } = await api!.postChanges({ body: { changes: [...changes] } });
      const refused = groups.find(group => group.status === 'refused');
      if (refused) throw new Error(refused.problem?.detail);
    },
  };
}

/** A change in a group of its own. */
export function change(
  kind: Kind,
  objectId: string,
  operation: Operation,
  rest: Partial<Change> = {},
): Change {
  return { id: newId(), group: newId(), kind, objectId, operation, base: {}, at: AT, by: 'Ines', ...rest };
}

/** An anchor on words of a text. @throws where the words are not in it */
export function anchorOn({ id, revision, text }: ServedText, words: string): Claim['anchor'] {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`"${words}" is not in the text.`);
  const ranges = [{ start, end: start + words.length }];
  return { documentId: id, revision, ranges, quote: quoteOf(text, ranges) };
}

/** The creation of a claim on words of a text. */
export function newClaim(text: ServedText, words: string, rest: Partial<Claim> = {}): Change {
  const claim: Claim = {
    id: newId(),
    type: 'person',
    anchor: anchorOn(text, words),
    fields: {},
    workflow: 'open',
    tags: [],
    evidence: [],
    notes: [],
    settled: [],
    anchorState: 'intact',
    createdBy: 'Ines',
    createdAt: AT,
    ...rest,
  };
  return change('claim', claim.id, { op: 'create', value: claim as never });
}

/** The creation of an open conflict between two claims. */
export function newConflict(left: string, right: string): Change {
  const conflict: Conflict = {
    id: newId(),
    kind: 'name',
    key: `name ${left} ${right}`,
    title: 'Luis or Lois',
    sides: [
      { id: newId(), value: 'Luis', claimIds: [left] },
      { id: newId(), value: 'Lois', claimIds: [right] },
    ],
    grounds: [],
    severity: 'high',
    state: 'open',
    decisions: [],
    dissent: [],
    raisedBy: 'Ines',
    raisedAt: AT,
  };
  return change('conflict', conflict.id, { op: 'create', value: conflict as never });
}

/** The creation of a source. */
export function newSource(csl: Record<string, unknown>): Change {
  const id = newId();
  return change('source', id, { op: 'create', value: { id, csl } as never });
}

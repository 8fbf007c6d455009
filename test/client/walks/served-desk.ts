import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { v7 as newId } from 'uuid';
import { addDocument } from '../../../server/documents/add-document.ts';
import { LiveHub } from '../../../server/http/live-hub.ts';
import { changeRoutes } from '../../../server/http/routes/changes.ts';
import { documentRoutes } from '../../../server/http/routes/documents.ts';
import { objectRoutes } from '../../../server/http/routes/objects.ts';
import { Desk } from '../../../server/services/desk.ts';
import { Presences } from '../../../server/services/presence.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import { addRevision } from '../../../server/services/revising/add-revision.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { Endpoint } from '../../../shared/api/endpoint.ts';
import { currentRevision } from '../../../shared/model/document.ts';

export const WORDS =
  'Luis Pérez Leira spoke in Moscow on 27 April 2026 before Sergey Mironov, Evo Morales and Lois Pérez.';

/** The text as it is after revisions, one way or another. */
export const REVISED = [
  WORDS,
  `Report. ${WORDS}`,
  WORDS.replace('Luis Pérez Leira', 'Luis Pérez'),
  WORDS.replace('27 April', '28 April'),
  WORDS.slice(WORDS.indexOf('spoke')),
] as const;

/** Where little is told to who was away, what comes after too much is walked through too. */
const NARROW = { backlog: 6, objects: 3 };

export interface Answer {
  readonly status: number;
  readonly body: string | ArrayBuffer;
}

/** A server without its network: the real services over a store in memory. */
export class ServedDesk {
  readonly desk: Desk;
  readonly documentId: string;
  /** The text of each revision by its id. */
  readonly texts: Map<string, string>;
  readonly #isNarrow: boolean;
  #hub: LiveHub;
  readonly #handlers: Record<string, (input: unknown) => unknown>;

  private constructor(desk: Desk, isNarrow: boolean, documentId: string, revision: string) {
    this.#isNarrow = isNarrow;
    this.desk = desk;
    this.documentId = documentId;
    this.texts = new Map([[revision, WORDS]]);
    this.#hub = this.#newHub();
    this.#handlers = {
      ...documentRoutes(desk),
      ...objectRoutes(desk),
      ...changeRoutes(desk),
      getClaimIndex: ({ params }: { params: { id: string } }) => desk.claims.of(params.id).encoded(),
    } as unknown as Record<string, (input: unknown) => unknown>;
  }

  /** @returns a desk with one text */
  static async open(isNarrow: boolean): Promise<ServedDesk> {
    const desk = await Desk.open(new MemoryStorage());
    const [id, revision] = [newId(), newId()];
    await addDocument(desk, new TextEncoder().encode(WORDS), {
      ...{ id, revision, change: newId(), group: newId(), by: 'Ines', at: '2026-05-07T09:00:00.000Z' },
      ...{ title: 'A report', mediaType: 'text/plain', encoding: 'utf-8' },
    });
    return new ServedDesk(desk, isNarrow, id, revision);
  }

  /** Answers a request as the server does. */
  async answer(method: string, address: string, body: unknown): Promise<Answer> {
    const url = new URL(address, 'http://desk');
    for (const [name, endpoint] of Object.entries(contract) as [string, Endpoint][]) {
      const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
      const path = new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '([^/]+)')}$`).exec(url.pathname);
      if (!path || endpoint.method.toUpperCase() !== method) continue;
      const handle = this.#handlers[name];
      if (!handle) throw new Error(`Nobody answers ${method} ${address} here.`);
      try {
        const reply = await handle({
          params: Object.fromEntries(names.map((name, i) => [name, path[i + 1]])),
          query: endpoint.query?.parse(Object.fromEntries(url.searchParams)),
          body: body === undefined ? undefined : (endpoint.body as Zod).parse(JSON.parse(String(body))),
        });
        if (!(reply instanceof Uint8Array)) return { status: 200, body: JSON.stringify(reply) };
        return { status: 200, body: reply.slice().buffer as ArrayBuffer };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const problem = error.toProblem();
        return { status: problem.status, body: JSON.stringify(problem) };
      }
    }
    throw new Error(`${method} ${address} is no address.`);
  }

  /** Somebody gives the text another revision; the very text that it has now is none. */
  async revise(way: number): Promise<void> {
    const text = REVISED[way % REVISED.length]!;
    const { object } = (await this.desk.storage.readObject('document', this.documentId))!;
    const from = currentRevision(object).id;
    if (this.texts.get(from) === text) return;
    const ids = { change: newId(), group: newId(), revision: newId(), from };
    this.texts.set(ids.revision, text);
    await addRevision(this.desk, this.documentId, new TextEncoder().encode(text), {
      ...{ ...ids, by: 'Eve', at: '2026-05-07T11:00:00.000Z', encoding: 'utf-8' },
    });
  }

  /** Begins a stream, as the address asks for it. */
  follow(address: string): StreamEnd {
    const after = new URL(address, 'http://desk').searchParams.get('after');
    const end = new StreamEnd();
    this.#hub
      .follow(end as unknown as ServerResponse, after === null ? undefined : Number(after))
      .catch(() => end.end());
    return end;
  }

  /** Stops, which ends all streams, and starts again. */
  restart(): void {
    this.#hub.close();
    this.#hub = this.#newHub();
  }

  async close(): Promise<void> {
    this.#hub.close();
    await this.desk.close();
  }

  #newHub(): LiveHub {
    return new LiveHub(this.desk.storage, new Presences(() => 0), {
      pace: 0,
      ...(this.#isNarrow ? NARROW : {}),
    });
  }
}

interface Zod {
  parse(value: unknown): unknown;
}

/** The server's end of a stream: as much of a response as the hub writes to. */
export class StreamEnd extends EventEmitter {
  destroyed = false;
  writableEnded = false;
  readonly writableLength = 0;
  readonly writableNeedDrain = false;

  writeHead(): void {
    return;
  }

  write(text: string | Buffer): void {
    if (!this.destroyed && !this.writableEnded) this.emit('written', String(text));
  }

  end(): void {
    this.writableEnded = true;
    this.emit('close');
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.emit('close');
  }
}

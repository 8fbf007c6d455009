import http from 'node:http';
import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { contract } from '../../../shared/api/contract.ts';
import { type Endpoint, isBytes } from '../../../shared/api/endpoint.ts';
import { AT, anchorOn, change, newClaim, newConflict, newSource, type ServedText } from './serving.ts';

/** A request that nobody's client would send, or that one nearly would. */
export interface HostileRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

const STRINGS = [
  '',
  ' ',
  '../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'C:\\desk\\lock',
  '/dev/null',
  '%00',
  '\0',
  '\ud800',
  '\udc00\ud800',
  '__proto__',
  'constructor',
  'toString',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  "'; DROP TABLE claims; --",
  '{{7*7}}',
  '\u202e\u200f\ufeff',
  '-1',
  '1e309',
  '0x10',
  'NaN',
  'null',
  '[object Object]',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'a'.repeat(70_000),
  '𝄞'.repeat(5_000),
];

const hostileString = fc.oneof(
  fc.constantFrom(...STRINGS),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
);
const deep = fc
  .integer({ min: 1, max: 3_000 })
  .map(depth => JSON.parse(`${'['.repeat(depth)}1${']'.repeat(depth)}`) as unknown);
const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileString,
  fc.constantFrom(null, true, 0, -0, -1, 1.5, 2 ** 53, 1e308, [], {}, [[]], { id: {} }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.constant(JSON.parse('{"__proto__":{"by":"Eve"},"constructor":{"prototype":{"by":"Eve"}}}') as unknown),
  deep,
);

type Tree = Record<string, unknown>;

/** Replaces, adds or takes away one member somewhere in a value. */
function mutated(value: unknown): fc.Arbitrary<unknown> {
  const places: (readonly string[])[] = [[]];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (node === null || typeof node !== 'object') return;
    for (const [key, member] of Object.entries(node)) {
      places.push([...path, key]);
      visit(member, [...path, key]);
    }
  };
  visit(value, []);
  return fc
    .tuple(
      fc.constantFrom(...places),
      hostileValue,
      fc.constantFrom('replace', 'add', 'remove'),
      hostileString,
    )
    .map(([path, hostile, how, name]) => {
      if (path.length === 0 && how !== 'add') return hostile;
      const copy = structuredClone(value) as Tree;
      let owner = copy;
      const way = how === 'add' ? path : path.slice(0, -1);
      for (const key of way) {
        const next = owner[key];
        if (next === null || typeof next !== 'object') return copy;
        owner = next as Tree;
      }
      const last = path[path.length - 1] ?? '';
      if (how === 'add')
        Object.defineProperty(owner, name, { value: hostile, enumerable: true, configurable: true });
      else if (how === 'remove') delete owner[last];
      else owner[last] = hostile;
      return copy;
    });
}

/** Bodies that are nearly what the desk takes: changes of every kind, one spot of which is wrong. */
function nearlyChanges(text: ServedText, known: readonly string[]): fc.Arbitrary<unknown> {
  const passage = anchorOn(text, 'Moscow');
  const fresh = () => {
    const [left, right] = [newClaim(text, 'Luis'), newClaim(text, 'Moscow')];
    const evidence = { id: newId(), passage, stance: 'supports', by: 'Ines', at: AT };
    const target = known[0] ?? left.objectId;
    return [
      [left],
      [left, right, newConflict(left.objectId, right.objectId)],
      [newSource({ type: 'webpage', title: 'A', URL: 'https://example.org/' })],
      [change('claim', target, { op: 'set', values: { workflow: 'checked', 'fields.role': 'x' } })],
      [change('claim', target, { op: 'add', list: 'evidence', item: evidence as never, at: 0 })],
      [change('claim', target, { op: 'edit', list: 'notes', item: newId(), values: { text: 'x' } })],
      [change('claim', target, { op: 'drop', list: 'tags', item: 'x' })],
      [change('document', text.id, { op: 'set', values: { title: 'X' } }, { base: { title: newId() } })],
      [change('document', text.id, { op: 'remove' }), change('document', text.id, { op: 'restore' })],
    ];
  };
  return fc.noShrink(fc.nat({ max: 8 }).chain(which => mutated({ changes: fresh()[which]! })));
}

const contentTypes = fc.constantFrom(
  'application/json',
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=utf-16',
  'application/octet-stream',
  'application/octet-stream',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
);

function bodies(
  endpoint: Endpoint,
  text: ServedText,
  known: readonly string[],
): fc.Arbitrary<Buffer | undefined> {
  if (!endpoint.body) return fc.constant(undefined);
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map(array => Buffer.from(array)),
    hostileString.map(string => Buffer.from(string, 'utf8')),
    fc.constantFrom(Buffer.alloc(0), Buffer.alloc(100_000, 0x5b), Buffer.from([0xff, 0xfe, 0x00, 0xd8])),
  );
  const json = fc
    .oneof(
      nearlyChanges(text, known),
      hostileValue,
      hostileValue.map(changes => ({ changes: [changes] })),
    )
    .map(value => Buffer.from(JSON.stringify(value) ?? 'undefined'));
  return isBytes(endpoint.body) ? fc.oneof(bytes, json) : fc.oneof({ weight: 4, arbitrary: json }, bytes);
}

/** A valid value for each parameter that the contract knows, to be mixed with hostile ones. */
function usual(name: string, text: ServedText): fc.Arbitrary<string> {
  const values: Record<string, string[]> = {
    id: [text.id, newId()],
    revision: [text.revision, newId()],
    document: [text.id],
    object: [text.id],
    piece: ['0', '1'],
    format: ['variorum-json', 'web-annotation'],
    filter: ['{"types":["person"]}', '{"__proto__":{}}', '[[[['],
    by: ['Ines'],
    at: [AT],
    title: ['A text'],
    mediaType: ['text/plain'],
    encoding: ['utf-8', 'windows-1251', 'utf-16le'],
    limit: ['1', '1000'],
    after: ['0', newId()],
    ids: [`${text.id},${newId()}`, ','],
    q: ['luis', '('],
    removed: ['true'],
    sha256: ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'a'.repeat(64)],
    name: ['shot.png', 'a/b\\c".html'],
  };
  return fc.constantFrom(...(values[name] ?? [newId()]));
}

/** Encodes for an address; now and then not at all, or as bytes that are no UTF-8. */
const encoded = (value: fc.Arbitrary<string>) =>
  fc.tuple(value, fc.nat({ max: 30 })).map(([text, how]) => {
    const short = text.slice(0, 3_000);
    if (how === 0) return short.replace(/[^\x21-\x7e]/g, '');
    if (how === 1) return '%ED%A0%80%FF';
    return encodeURIComponent(short.replace(/\p{Surrogate}/gu, '\ufffd'));
  });

/** @returns hostile requests to every route of the contract. */
export function hostileRequests(text: ServedText, known: readonly string[]): fc.Arbitrary<HostileRequest> {
  const routes = Object.values(contract).map((endpoint: Endpoint) => {
    const values = (name: string) =>
      encoded(fc.oneof({ weight: 3, arbitrary: usual(name, text) }, { weight: 1, arbitrary: hostileString }));
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
    const params = fc.tuple(...names.map(values));
    const queryNames = Object.keys(endpoint.query?.shape ?? {});
    const query = fc.tuple(
      ...queryNames.map(name =>
        fc.option(
          values(name).map(value => `${name}=${value}`),
          { freq: 8 },
        ),
      ),
      fc.option(
        fc.tuple(encoded(hostileString), encoded(hostileString)).map(pair => pair.join('=')),
        { freq: 1 },
      ),
    );
    return fc
      .record({
        params,
        query,
        body: bodies(endpoint, text, known),
        type: fc.oneof(
          fc.constant(endpoint.body && isBytes(endpoint.body) ? endpoint.body.bytes : 'application/json'),
          contentTypes,
        ),
        method: fc.constantFrom(
          ...Array<string>(12).fill(endpoint.method.toUpperCase()),
          'PUT',
          'DELETE',
          'PATCH',
        ),
      })
      .map(({ params: given, query: asked, body, type, method }) => {
        let i = 0;
        const path = endpoint.path.replace(/\{\w+\}/g, () => given[i++] ?? '');
        const search = asked.filter(part => part !== null).join('&');
        return {
          method,
          address: search ? `${path}?${search}` : path,
          headers: (body === undefined ? {} : { 'content-type': type }) as Record<string, string>,
          ...(body === undefined ? {} : { body }),
        };
      });
  });
  return fc.oneof(...routes);
}

export interface RawReply {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

/** Sends a request as it is. An address that the HTTP client itself cannot write is sent as `/`. */
export function sendRaw(url: string, request: HostileRequest): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  const path = /^[\x21-\x7e]+$/.test(request.address) ? request.address : '/';
  return new Promise((resolve, reject) => {
    const { method, body, headers } = request;
    const length = { 'content-length': String(body?.length ?? 0) };
    const sent = http.request(
      { hostname, port, path, method, agent, headers: { ...headers, ...length } },
      response => {
        const chunks: Buffer[] = [];
        const type = String(response.headers['content-type'] ?? '');
        const done = () => resolve({ status: response.statusCode!, type, body: Buffer.concat(chunks) });
        response.on('data', chunk => {
          chunks.push(chunk);
          // A stream has no end; its beginning is enough.
          if (!type.startsWith('text/event-stream')) return;
          done();
          response.destroy();
        });
        response.on('end', done);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Express, Request, Response } from 'express';
import type { z } from 'zod';
import type { Contract } from '../../shared/api/contract.ts';
import { type Endpoint, isBytes } from '../../shared/api/endpoint.ts';
import type { Limits } from '../services/desk.ts';
import { Refusal } from '../services/refusal.ts';
import { readJson } from './json-body.ts';
import { type KeptBody, keepBody } from './kept-body.ts';
import { collectBody } from './read-body.ts';

/** Most bytes of a JSON body. */
const JSON_BYTES = 32 * 2 ** 20;
const MOST_ERRORS = 50;

/** A reply whose lists may be somebody else's: they are only read. */
type Lent<T> = { readonly [K in keyof T]: T[K] extends (infer Item)[] ? readonly Item[] : T[K] };

/** An endpoint that takes nothing but JSON in its body, and answers with JSON that is not to be kept. */
type Plain = { readonly method: 'post'; readonly body: z.ZodType } & {
  readonly [K in 'params' | 'query']?: undefined;
};

/** What a handler is given: parameters, query and body, as the contract has read them. */
export interface Input<E extends Endpoint> {
  readonly params: E extends { params: infer P extends z.ZodType } ? z.output<P> : undefined;
  readonly query: E extends { query: infer Q extends z.ZodType } ? z.output<Q> : undefined;
  readonly body: E extends { body: infer B }
    ? B extends z.ZodType
      ? z.output<B>
      : B extends { isLong: true }
        ? KeptBody
        : Buffer
    : undefined;
  /** @returns what is aborted where the client hangs up before it is answered */
  readonly gone: () => AbortSignal;
}

/** An answer that writes itself: bytes, or JSON that may be cached. */
export type Send = (request: Request, response: Response) => Promise<void>;

type Answer<E extends Endpoint> = E['reply'] extends z.ZodType
  ? Lent<z.output<E['reply']>> | (E extends Plain ? never : Send)
  : Send;

/** One function an endpoint; it answers, or throws a `Refusal`. */
export type Handlers<Names extends keyof Contract = keyof Contract> = {
  readonly [K in Names]: (input: Input<Contract[K]>) => Promise<Answer<Contract[K]>> | Answer<Contract[K]>;
};

type AnyHandler = (input: {
  params: unknown;
  query: unknown;
  body: unknown;
  gone: () => AbortSignal;
}) => unknown;

/** Answers a request to a plain endpoint; rejects with what went wrong. `headers` are sent besides, names and values in turn. */
export type Serve = (
  request: IncomingMessage,
  response: ServerResponse,
  headers: readonly string[],
) => Promise<void>;

/** Puts every endpoint of a contract into the app, with its validation before its handler. */
export function mount(
  app: Express,
  contract: Record<string, Endpoint>,
  handlers: Record<string, unknown>,
  limits: Limits,
): void {
  for (const [name, endpoint] of Object.entries(contract)) {
    const handle = handlers[name] as AnyHandler;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app[endpoint.method](path, async (request, response) => {
      const answer = await handle({
        params: check(endpoint.params, request.params, 'path'),
        query: checkQuery(endpoint, request),
        body: await readBody(endpoint, request, limits),
        gone: () => whenGone(response),
      });
      if (typeof answer === 'function') await (answer as Send)(request, response);
      else sendJson(response, endpoint.status ?? 200, answer);
    });
  }
}

/** @returns what answers each of the plain endpoints of a contract, by method and address. */
export function plainEndpoints(
  contract: Record<string, Endpoint>,
  handlers: Record<string, unknown>,
  limits: Limits,
): Map<string, Serve> {
  const plain = new Map<string, Serve>();
  for (const [name, endpoint] of Object.entries(contract)) {
    const { method, path, params, query, body, reply, status = 200 } = endpoint;
    if (method !== 'post' || params || query || !body || isBytes(body) || isBytes(reply)) continue;
    const handle = handlers[name] as AnyHandler;
    plain.set(`POST ${path}`, async (request, response, headers) => {
      const read = await readBody(endpoint, request, limits);
      const gone = () => whenGone(response);
      const reply = await handle({ params: undefined, query: undefined, body: read, gone });
      sendJson(response, status, reply, headers);
    });
  }
  return plain;
}

function whenGone(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.destroyed) gone.abort();
  response.once('close', () => gone.abort());
  return gone.signal;
}

function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: readonly string[] = [],
): void {
  // As one string with the headers it goes out in one piece, which costs the system half as much as two.
  const body = JSON.stringify(value);
  response.writeHead(status, [
    ...headers,
    'content-type',
    'application/json; charset=utf-8',
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
  ]);
  response.end(body);
}

function check(schema: z.ZodType | undefined, value: unknown, place: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, MOST_ERRORS).map(issue => ({
    path: [place, ...issue.path.map(String)].join('.').slice(0, 300),
    message: issue.message.slice(0, 300),
  }));
  const more = result.error.issues.length - errors.length;
  throw new Refusal(
    'bad-input',
    `${errors[0]!.path}: ${errors[0]!.message}${more > 0 ? ` (and ${more} more)` : ''}`,
    { errors },
  );
}

function checkQuery(endpoint: Endpoint, request: Request): unknown {
  const { query } = request;
  if (endpoint.query) return check(endpoint.query, { ...query }, 'query');
  const [surplus] = Object.keys(query);
  if (surplus === undefined) return undefined;
  const message = 'This address takes no query.';
  throw new Refusal('bad-input', message, { errors: [{ path: `query.${surplus.slice(0, 100)}`, message }] });
}

function requireType(body: NonNullable<Endpoint['body']>, request: IncomingMessage): void {
  const wanted = isBytes(body) ? body.bytes : 'application/json';
  const [type, ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (type!.trim() !== wanted) throw new Refusal('unsupported-type', `The body must be sent as ${wanted}.`);
  const charset = parameters.map(text => text.trim()).find(text => text.startsWith('charset='));
  if (wanted === 'application/json' && charset !== undefined && !/^charset="?utf-?8"?$/.test(charset))
    throw new Refusal('unsupported-type', 'JSON is read as UTF-8 only.');
}

async function readBody(endpoint: Endpoint, request: IncomingMessage, limits: Limits): Promise<unknown> {
  const { body } = endpoint;
  if (!body) return undefined;
  requireType(body, request);
  if (!isBytes(body)) return check(body, readJson(await collectBody(request, JSON_BYTES)), 'body');
  return body.isLong
    ? keepBody(request, limits.importBytes)
    : collectBody(request, mostBytes(endpoint, limits));
}

function mostBytes({ id }: Endpoint, limits: Limits): number {
  if (id === 'putAttachment') return limits.attachmentBytes;
  return limits.documentBytes;
}

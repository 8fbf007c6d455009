import type { z } from 'zod';
import { type Endpoint, isBytes } from './endpoint.ts';
import { Problem } from './problem.ts';

/** What a call takes: path parameters, query and body, each where the endpoint has one. */
export type Call<E extends Endpoint> = (E extends { params: infer P extends z.ZodType }
  ? { readonly params: z.input<P> }
  : unknown) &
  (E extends { query: infer Q extends z.ZodType }
    ? Record<never, never> extends z.input<Q>
      ? { readonly query?: z.input<Q> }
      : { readonly query: z.input<Q> }
    : unknown) &
  (E extends { body: infer B }
    ? { readonly body: B extends z.ZodType ? z.input<B> : Uint8Array<ArrayBuffer> }
    : unknown);

/** What a call gives: the JSON of the reply, or its bytes. */
export type Reply<E extends Endpoint> = E['reply'] extends z.ZodType ? z.output<E['reply']> : ArrayBuffer;

export interface CallOptions<Signal> {
  /** Ends the call early, where the given fetch understands it (`AbortSignal`). */
  readonly signal?: Signal;
}

/** One function an endpoint, under the endpoint's name. */
export type Client<C extends Record<string, Endpoint>, Signal = unknown> = {
  readonly [K in keyof C]: Record<never, never> extends Call<C[K]>
    ? (call?: Call<C[K]>, options?: CallOptions<Signal>) => Promise<Reply<C[K]>>
    : (call: Call<C[K]>, options?: CallOptions<Signal>) => Promise<Reply<C[K]>>;
};

/** As much of `fetch` as the client uses; that of browsers and of Node both fit. */
export type FetchLike<Signal> = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string | Uint8Array<ArrayBuffer>;
    signal?: Signal;
  },
) => Promise<FetchReply>;

export interface FetchReply {
  readonly ok: boolean;
  readonly status: number;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** An answer that is an error. Not thrown where no answer came: then the given fetch's own error is. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }
}

/**
 * Makes a client of a contract. Replies are taken at their word; the server has checked them.
 * @param fetch `globalThis.fetch` or what does as it does
 * @param baseUrl what stands before the paths, without a final slash; empty for the page's own server
 * @returns functions that reject with `ApiProblem` where the server answers with an error
 */
export function createClient<C extends Record<string, Endpoint>, Signal>(
  contract: C,
  fetch: FetchLike<Signal>,
  baseUrl = '',
): Client<C, Signal> {
  return Object.fromEntries(
    Object.entries(contract).map(([name, endpoint]) => [
      name,
      (call: AnyCall = {}, options: CallOptions<Signal> = {}) =>
        send(endpoint, call, options, fetch, baseUrl),
    ]),
  ) as Client<C, Signal>;
}

/** Where an endpoint lies, for links and downloads that the browser opens itself. */
export function urlOf<E extends Endpoint>(endpoint: E, call: Omit<Call<E>, 'body'>, baseUrl = ''): string {
  return address(endpoint, call as AnyCall, baseUrl);
}

interface AnyCall {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

async function send<Signal>(
  endpoint: Endpoint,
  call: AnyCall,
  options: CallOptions<Signal>,
  fetch: FetchLike<Signal>,
  baseUrl: string,
): Promise<unknown> {
  const bytesBack = isBytes(endpoint.reply);
  const headers: Record<string, string> = {
    accept: isBytes(endpoint.reply) ? endpoint.reply.bytes : 'application/json',
  };
  let body: string | Uint8Array<ArrayBuffer> | undefined;
  if (endpoint.body && isBytes(endpoint.body)) {
    headers['content-type'] = endpoint.body.bytes;
    body = call.body as Uint8Array<ArrayBuffer>;
  } else if (endpoint.body) {
    headers['content-type'] = 'application/json';
    body = JSON.stringify(call.body);
  }
  const reply = await fetch(address(endpoint, call, baseUrl), {
    method: endpoint.method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  if (!reply.ok) throw new ApiProblem(problemIn(reply.status, await reply.text()));
  return bytesBack ? reply.arrayBuffer() : (JSON.parse(await reply.text()) as unknown);
}

function address(endpoint: Endpoint, call: AnyCall, baseUrl: string): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encode(call.params?.[name]));
  const pairs = Object.entries(call.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`);
  return `${baseUrl}${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** A lone surrogate has no place in an address; it travels as U+FFFD, as browsers send it. */
function encode(value: unknown): string {
  return encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** @returns what an answer that is an error says */
export function problemIn(status: number, text: string): Problem {
  try {
    return Problem.parse(JSON.parse(text));
  } catch {
    return { type: 'about:blank', title: `The server answered with status ${status}.`, status };
  }
}

import type { z } from 'zod';

/** What travels in a body that is not JSON: bytes under a media type. */
export interface BytesBody {
  readonly bytes: string;
  readonly says: string;
}

/** One route: how it is called, what it takes and what it gives. The OpenAPI description, the server's validation and the client are made from this. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: 'get' | 'post';
  /** Path with parameters in braces: `/api/documents/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body | BytesBody;
  /** JSON by schema, or bytes. */
  readonly reply: Reply | BytesBody;
  readonly status?: 200 | 201;
  /** Kinds of failure the route can answer with, beside bad input. */
  readonly fails?: readonly ('not-found' | 'stale' | 'too-large' | 'unreadable' | 'read-only')[];
}

/** @returns the endpoint itself, with its schemas' types kept. */
export function endpoint<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Endpoint<P, Q, B, R>,
): Endpoint<P, Q, B, R> {
  return definition;
}

export function isBytes(body: z.ZodType | BytesBody): body is BytesBody {
  return 'bytes' in body && typeof body.bytes === 'string';
}

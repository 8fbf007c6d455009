import type { z } from 'zod';

/** What travels in a body that is not JSON: bytes under a media type. */
export interface BytesBody {
  readonly bytes: string;
  readonly says: string;
  /** It may be so long that it is kept in a file while it is worked on. */
  readonly isLong?: true;
}

/** One route: how it is called, what it takes and what it gives. The OpenAPI description, the server's validation and the client are made from this. */
export interface Endpoint {
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** Path with parameters in braces: `/api/documents/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType | BytesBody;
  /** JSON by schema, or bytes. */
  readonly reply: z.ZodType | BytesBody;
  readonly status?: 200 | 201;
  /** Kinds of failure the route can answer with, beside bad input. */
  readonly fails?: readonly (
    | 'not-found'
    | 'stale'
    | 'too-large'
    | 'unreadable'
    | 'unreachable'
    | 'read-only'
  )[];
}

/** @returns the endpoint itself, with its schemas' types kept. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition;
}

export function isBytes(body: z.ZodType | BytesBody): body is BytesBody {
  return 'bytes' in body && typeof body.bytes === 'string';
}

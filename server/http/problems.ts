import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { PROBLEM_TYPE, type Problem } from '../../shared/api/problem.ts';
import { Refusal } from '../services/refusal.ts';
import { StorageStopped } from '../storage/port.ts';

/** @returns the problem that an error is answered with; what is unforeseen says nothing of the inside. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Refusal) return error.toProblem();
  if (error instanceof StorageStopped) return new Refusal('read-only', error.message).toProblem();
  // The router's own: an address whose escapes are no UTF-8.
  if ((error as { status?: number }).status === 400)
    return new Refusal('bad-input', `The address cannot be read: ${(error as Error).message}`).toProblem();
  return new Refusal('failed', 'Something went wrong inside; the server log says what.').toProblem();
}

/** Answers a request with the problem that an error is; what is unforeseen goes into the log. */
export type Fail = (error: unknown, request: IncomingMessage, response: ServerResponse) => void;

/** @returns what answers every error with a problem. */
export function failWith(log: Logger): Fail {
  return (error, request, response) => {
    // The client hung up while it was being answered: nobody is left to tell.
    if (response.destroyed) return;
    const problem = toProblem(error);
    if (problem.status === 500) log.error({ err: error, method: request.method, url: request.url }, 'failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of ['content-disposition', 'etag', 'content-range']) response.removeHeader(name);
    response.statusCode = problem.status;
    response.setHeader('content-type', PROBLEM_TYPE);
    response.setHeader('cache-control', 'no-store');
    response.end(JSON.stringify(problem));
  };
}

import type { ErrorRequestHandler, Response } from 'express';
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

export function sendProblem(response: Response, problem: Problem): void {
  response
    .status(problem.status)
    .set({ 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store' })
    .end(JSON.stringify(problem));
}

/** The last handler of the app: every error leaves as a problem. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error, request, response, _next) => {
    // The client hung up while it was being answered: nobody is left to tell.
    if (response.destroyed) return;
    const problem = toProblem(error);
    if (problem.status === 500) log.error({ err: error, method: request.method, url: request.url }, 'failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    for (const name of ['content-disposition', 'etag', 'cache-control', 'content-range'])
      response.removeHeader(name);
    sendProblem(response, problem);
  };
}

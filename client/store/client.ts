import { type Client, createClient } from '../../shared/api/client.ts';
import { type Contract, contract } from '../../shared/api/contract.ts';

/** The typed client of the desk's own server. */
export type DeskClient = Client<Contract, AbortSignal>;

/** The server did not answer: it is away, or the line is. */
export class AwayError extends Error {
  constructor(cause: unknown) {
    super('The server did not answer.', { cause });
    this.name = 'AwayError';
  }
}

/** Milliseconds without a sign of an answer after which the server counts as away to somebody who asks for something. */
const PATIENCE = 15_000;

/**
 * @param fetch takes paths on the page's own origin
 * @param patience milliseconds
 * @returns a client whose calls reject with `AwayError` where no answer comes
 */
export const createDeskClient = (
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
  patience = PATIENCE,
): DeskClient =>
  createClient(contract, async (url, init) => {
    const { signal, ...request } = init;
    const given = new AbortController();
    const giveUp = () => given.abort(signal?.reason);
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    const isAsking = (init.method ?? 'GET').toUpperCase() === 'GET';
    const timer = isAsking ? setTimeout(() => given.abort(), patience) : undefined;
    try {
      return await fetch(url, { ...request, signal: given.signal });
    } catch (error) {
      throw signal?.aborted ? error : new AwayError(error);
    } finally {
      // The answer has begun: reading what comes may last, and only the asker ends it.
      clearTimeout(timer);
    }
  });

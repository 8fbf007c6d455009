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

/**
 * @param fetch takes paths on the page's own origin
 * @returns a client whose calls reject with `AwayError` where no answer comes
 */
export const createDeskClient = (
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): DeskClient =>
  createClient(contract, async (url, init) => {
    try {
      return await fetch(url, init);
    } catch (error) {
      throw init.signal?.aborted ? error : new AwayError(error);
    }
  });

import { type Client, createClient } from '../../shared/api/client.ts';
import { type Contract, contract } from '../../shared/api/contract.ts';

/** The typed client of the desk's own server. */
export type DeskClient = Client<Contract, AbortSignal>;

/** @param fetch takes paths on the page's own origin */
export const createDeskClient = (
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): DeskClient => createClient(contract, (url, init) => fetch(url, init));

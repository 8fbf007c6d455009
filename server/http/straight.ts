import type { RequestListener } from 'node:http';
import type { Serve } from './mount.ts';
import type { Fail } from './problems.ts';
import { type Guard, securityHeaders } from './security.ts';

const HEADERS = [...securityHeaders].flat();

/**
 * Answers plain endpoints by their address alone. Writing a change to the disk costs less than the way through the
 * middleware of the app; for the busiest address that way is cut short.
 * @param endpoints by method and address, in the very spelling of the contract; without a query
 * @param guards what the app asks of every request to the API
 * @param otherwise what answers all other requests
 */
export function straight(
  endpoints: ReadonlyMap<string, Serve>,
  guards: readonly Guard[],
  fail: Fail,
  otherwise: RequestListener,
): RequestListener {
  return async (request, response) => {
    const serve = endpoints.get(`${request.method} ${request.url}`);
    if (!serve) {
      otherwise(request, response);
      return;
    }
    try {
      for (const guard of guards) guard(request);
      await serve(request, response, HEADERS);
    } catch (error) {
      if (!response.headersSent) for (const [name, value] of securityHeaders) response.setHeader(name, value);
      fail(error, request, response);
    }
  };
}

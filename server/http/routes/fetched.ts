import type { Fetching } from '../../fetching/fetching.ts';
import type { Handlers } from '../mount.ts';

/** Files that the server fetches by their addresses. */
export function fetchedRoutes(fetching: Fetching): Handlers<'fetchFile'> {
  return {
    async fetchFile({ body, gone }) {
      const { key, bytes, name, encoding, retrieval } = await fetching.fetch(body.url, gone());
      return {
        fetched: key,
        name,
        bytes: bytes.length,
        ...(encoding === undefined ? {} : { encoding }),
        retrieval,
      };
    },
  };
}

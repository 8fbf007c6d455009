import type { Endpoint } from '../../../shared/api/endpoint.ts';
import type { Example } from './examples.ts';

/** @returns the address that an example calls: path and query, from the first slash on */
export function addressOf({ path }: Endpoint, example: Example): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(example.path?.[name] ?? ''),
  );
  const query = new URLSearchParams(example.query).toString();
  return query === '' ? filled : `${filled}?${query}`;
}

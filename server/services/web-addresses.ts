import { safeUrl } from '../../shared/citations/safe-url.ts';
import type { Claim } from '../../shared/model/claim.ts';
import type { AnyObject, Kind } from '../../shared/model/objects.ts';
import type { Source } from '../../shared/model/source.ts';

/** An address in an object that may not be opened: where it stands, and why it may not. */
export interface UnsafeAddress {
  readonly path: string;
  readonly address: string;
  readonly says: string;
}

/** @returns the addresses of an object that are not plain http or https: a link to one could run a script. */
export function unsafeAddresses(kind: Kind, object: AnyObject): UnsafeAddress[] {
  return [...addresses(kind, object)].flatMap(([path, address]) => {
    const safe = safeUrl(address);
    return 'refused' in safe ? [{ path, address, says: safe.refused }] : [];
  });
}

function* addresses(kind: Kind, object: AnyObject): Generator<[path: string, address: string]> {
  if (kind === 'claim')
    for (const [i, { archived }] of (object as Claim).evidence.entries())
      if (archived) yield [`evidence.${i}.archived.url`, archived.url];
  if (kind !== 'source') return;
  const { URL, custom } = (object as Source).csl;
  if (URL !== undefined) yield ['csl.URL', URL];
  if (custom && typeof custom === 'object' && Object.hasOwn(custom, 'archive'))
    yield ['csl.custom.archive', String((custom as Record<string, unknown>).archive)];
}

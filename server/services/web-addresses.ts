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
  const unsafe: UnsafeAddress[] = [];
  const see = (path: string, address: string): void => {
    const safe = safeUrl(address);
    if ('refused' in safe) unsafe.push({ path, address, says: safe.refused });
  };
  if (kind === 'claim')
    (object as Claim).evidence.forEach(({ archived }, i) => {
      if (archived) see(`evidence.${i}.archived.url`, archived.url);
    });
  if (kind === 'source') {
    const { URL, custom } = (object as Source).csl;
    if (URL !== undefined) see('csl.URL', URL);
    if (custom && typeof custom === 'object' && Object.hasOwn(custom, 'archive'))
      see('csl.custom.archive', String((custom as Record<string, unknown>).archive));
  }
  return unsafe;
}

import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { Refusal } from '../services/refusal.ts';
import { isPublicAddress } from './public-address.ts';
import { unreachable } from './unreachable.ts';
import type { Way } from './way.ts';

/**
 * Looks up where an address of the web leads, once; whoever connects takes what is returned, so that a name which says
 * another thing the next time leads nowhere else.
 * @returns the addresses of its host
 * @throws Refusal where there are none, or one of them is not public
 */
export async function publicAddresses(url: URL, way: Way): Promise<readonly string[]> {
  const name = url.hostname.replaceAll(/[[\]]/g, '');
  const addresses = isIP(name) ? [name] : await resolved(name, way);
  const own = new Set(Object.values(networkInterfaces()).flatMap(all => all!.map(({ address }) => address)));
  if (addresses.some(address => own.has(address) || !isPublicAddress(address)))
    throw new Refusal(
      'forbidden',
      `${url.hostname} lies on this machine or in a private network, and from there nothing is fetched. Save the file with the browser and add it.`,
    );
  return addresses;
}

async function resolved(name: string, way: Way): Promise<readonly string[]> {
  let addresses: readonly string[] = [];
  try {
    addresses = await way.resolve(name);
  } catch {
    // Said below, as for a name without addresses.
  }
  if (addresses.length > 0) return addresses;
  throw unreachable(
    `No address is known for ${name}: see whether it is spelt right, and whether this machine reaches the web.`,
  );
}

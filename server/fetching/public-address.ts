import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public by their numbers, yet answered within a provider's own machines: what tells a virtual machine about itself. */
const INSIDE_PROVIDERS = new Set(['168.63.129.16']);

/** What the registry hands out to the public so far; whatever lies outside is no place to fetch from. */
const GLOBAL_V6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an address can be reached by everyone: none of this machine, of a private or local network, of a provider's
 * inside, for many, for documents, or reserved (IANA special-purpose registries, RFC 6890). IPv4 addresses in IPv6 ones
 * count as what they stand for; ways through tunnels (6to4, Teredo, ISATAP), which may end anywhere, are never public.
 * @param address as `dns.lookup` gives it
 */
export function isPublicAddress(address: string): boolean {
  if (!isIP(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4)
    return parsed.range() === 'unicast' && !INSIDE_PROVIDERS.has(parsed.toString());
  if (parsed.zoneId !== undefined) return false;
  if (parsed.isIPv4MappedAddress()) return isPublicAddress(parsed.toIPv4Address().toString());
  const range = parsed.range();
  if (range === 'rfc6052') return isPublicAddress(translated(parsed));
  return range === 'unicast' && parsed.match(GLOBAL_V6) && !isTunnel(parsed);
}

/** The IPv4 address that a translator (NAT64, RFC 6052) stands before; of networks' own prefixes nobody can tell. */
function translated(address: ipaddr.IPv6): string {
  const bytes = address.toByteArray();
  return bytes.slice(4, 12).every(byte => byte === 0) ? bytes.slice(12).join('.') : '';
}

/** Interface identifiers 0000:5efe and 0200:5efe carry an IPv4 address (ISATAP, RFC 5214). */
function isTunnel({ parts }: ipaddr.IPv6): boolean {
  return (parts[4] === 0 || parts[4] === 0x0200) && parts[5] === 0x5efe;
}

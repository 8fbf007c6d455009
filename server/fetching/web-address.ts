import { badInput } from '../services/refusal.ts';

/** Longest address that is fetched, in characters. */
export const LONGEST_ADDRESS = 4000;

/** Where the web is served; behind other ports are services that a request could do something to. */
const PORTS = new Set(['', '80', '443', '8000', '8080', '8443']);

/**
 * Reads an address of the web. Every spelling of a number (octal, hexadecimal, full-width, percent-coded) becomes the
 * plain one.
 * @param base the address that leads on to it
 * @returns it without what is behind `#`
 * @throws Refusal where it is none that is fetched
 */
export function webAddress(text: string, base?: URL): URL {
  const said = quoted(text);
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text, base?.href))
    throw badInput('body.url', `${said} is no address of the web; it begins with https:// or http://.`);
  const url = new URL(text, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw badInput(
      'body.url',
      `${said} is not fetched: only addresses that begin with https:// or http:// are.`,
    );
  if (url.username !== '' || url.password !== '')
    throw badInput(
      'body.url',
      `An address with a name or a password in it is not fetched, since it would be kept with the text. Take out what stands before the @ in ${quoted(url.host)}.`,
    );
  if (!PORTS.has(url.port))
    throw badInput(
      'body.url',
      `${said} is not fetched: port ${url.port} is not one of those that pages are served at (80, 443, 8000, 8080, 8443). Save the file and add it.`,
    );
  url.hash = '';
  if (url.href.length > LONGEST_ADDRESS)
    throw badInput('body.url', `${said} is longer than ${LONGEST_ADDRESS} characters.`);
  return url;
}

/** An address as it stands in a sentence. */
export function quoted(text: string): string {
  return text.length > 200 ? `"${text.slice(0, 199)}…"` : `"${text}"`;
}

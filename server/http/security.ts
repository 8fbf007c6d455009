import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from 'helmet';
import { Refusal } from '../services/refusal.ts';

/** Looks at a request before anything else does. @throws Refusal where it goes no further */
export type Guard = (request: IncomingMessage) => void;

const headersWith = (scripts: readonly string[]) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': scripts,
        'worker-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        // Pictures that were attached and have not reached the server are shown from the page's own memory.
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
      },
    },
    strictTransportSecurity: false,
  });

/** Headers that keep a page to what this server serves, by name. They are the same for every answer, so made once. */
export const securityHeaders: ReadonlyMap<string, string> = headersSet(["'self'"]);

/** The policy of a thread that may also compile decoders: the one that draws pages of originals, and can touch no page. */
export const decodingPolicy: string = headersSet(["'self'", "'wasm-unsafe-eval'"]).get(
  'Content-Security-Policy',
)!;

function headersSet(scripts: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  const response = {
    setHeader: (name: string, value: string) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  headersWith(scripts)({} as IncomingMessage, response as unknown as ServerResponse, () => undefined);
  return headers;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Refuses requests that name another host than this one: a page elsewhere whose name was pointed here. */
export function requireHost(host: string): Guard {
  const known = new Set([...LOOPBACK, host.includes(':') ? `[${host.replaceAll(/[[\]]/g, '')}]` : host]);
  return request => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!known.has(name)) throw new Refusal('forbidden', 'This server does not go by that name.');
  };
}

/** Refuses whatever could change something and was not sent by this server's own pages, or by no page at all. */
export const requireSameOrigin: Guard = request => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`);
  if (foreign) throw new Refusal('forbidden', 'Only pages of this server may change anything here.');
};

const WINDOW = 10_000;

/** Stops a program that has run wild; a person and their browser never come near it. @param most requests in ten seconds */
export function limitRate(most: number): Guard {
  // One count for all: whoever gets here is on this machine.
  let count = 0;
  let until = 0;
  return () => {
    const now = performance.now();
    if (now >= until) {
      count = 0;
      until = now + WINDOW;
    }
    if (++count > most)
      throw new Refusal('too-many', 'Too many requests came in a short time; wait ten seconds.');
  };
}

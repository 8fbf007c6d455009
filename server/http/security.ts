import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { Refusal } from '../services/refusal.ts';

/** Headers that keep a page to what this server serves. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
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

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host name can only be this machine. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Refuses requests that name another host than this one: a page elsewhere whose name was pointed here. */
export function requireHost(host: string): RequestHandler {
  const known = new Set([...LOOPBACK, host.includes(':') ? `[${host.replaceAll(/[[\]]/g, '')}]` : host]);
  return (request, _response, next) => {
    const name = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '');
    if (!known.has(name)) throw new Refusal('forbidden', 'This server does not go by that name.');
    next();
  };
}

/** Refuses whatever could change something and was not sent by this server's own pages, or by no page at all. */
export const requireSameOrigin: RequestHandler = (request, _response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`);
  if (foreign) throw new Refusal('forbidden', 'Only pages of this server may change anything here.');
  next();
};

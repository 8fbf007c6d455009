import type { RequestHandler } from 'express';

const METHODS = 'GET, HEAD, OPTIONS, POST, PUT, DELETE';
const ASKED = 'Accept, Content-Type, If-Match, If-None-Match, Prefer, Slug';
const SHOWN = 'Accept-Post, Allow, Content-Location, ETag, Link, Location, Vary';

/**
 * Lets pages of other origins use the container (CORS), as far as whoever runs the server has named them; by default
 * nobody: a page elsewhere could otherwise write to the desk of everyone who opens it.
 * @param origins as browsers send them: `https://editor.example`
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  const allowed = new Set(origins);
  return (request, response, next) => {
    const { origin } = request.headers;
    if (allowed.size > 0) response.vary('Origin');
    if (origin !== undefined && allowed.has(origin)) {
      response.set({
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': ASKED,
        'Access-Control-Expose-Headers': SHOWN,
        'Access-Control-Max-Age': '600',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      // What the guard against other origins asks is answered here.
      response.locals.isAllowedOrigin = true;
    }
    next();
  };
}

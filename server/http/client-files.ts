import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { FOR_EVER } from './prepared.ts';

/** Vite puts a hash of the content into these names. */
const HASHED = /[/\\]assets[/\\].+-[\w-]{8,}\.\w+$/;

/**
 * Serves the built client. Addresses of screens give its one page; hashed files may be kept for ever.
 * @param folder where the client was built
 */
export function clientFiles(folder: string): RequestHandler {
  const router = Router();
  router.use(
    express.static(folder, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response, file) => {
        response.setHeader('cache-control', HASHED.test(file) ? FOR_EVER : 'no-cache');
      },
    }),
  );
  router.use((request, response, next) => {
    const isScreen =
      (request.method === 'GET' || request.method === 'HEAD') &&
      request.accepts(['html', 'json']) === 'html' &&
      !path.extname(request.path);
    const page = path.join(folder, 'index.html');
    if (!isScreen) return next();
    if (existsSync(page)) response.set('cache-control', 'no-cache').sendFile(page);
    else
      response
        .type('text')
        .send('The client has not been built. Run "npm run build", then load this page again.');
  });
  return router;
}

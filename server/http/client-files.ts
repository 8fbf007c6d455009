import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import express, { type RequestHandler, Router } from 'express';
import { FOR_EVER, Prepared, sendPrepared } from './prepared.ts';
import { decodingPolicy } from './security.ts';

/** Vite puts a hash of the content into these names. */
const HASHED = /[/\\]assets[/\\].+-[\w-]{8,}\.\w+$/;

/** Scripts and styles: text that is a third as long when it is coded, under names that stand for their content. */
const CODED = /^\/assets\/([\w.-]+-[\w-]{8,}\.(js|css))$/;
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};

/** The script of the thread that decodes pictures in originals. */
const DECODING = /^pdf-worker-/;

/** Reads an asset, and what the build has coded of it. */
async function read(file: string, name: string): Promise<Prepared> {
  const [bytes, br] = await Promise.all([readFile(file), readFile(`${file}.br`).catch(() => undefined)]);
  return new Prepared(bytes, name, br);
}

/** Serves scripts and styles coded; each file is read and coded once. */
function codedAssets(folder: string): RequestHandler {
  const prepared = new Map<string, Promise<Prepared>>();
  return async (request, response, next) => {
    const [, name, kind] = CODED.exec(request.path) ?? [];
    if (!name || !kind || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    let asset = prepared.get(name);
    if (!asset) {
      asset = read(path.join(folder, 'assets', name), name);
      prepared.set(name, asset);
    }
    try {
      const headers = {
        'content-type': TYPES[kind]!,
        'cache-control': FOR_EVER,
        ...(DECODING.test(name) ? { 'content-security-policy': decodingPolicy } : {}),
      };
      await sendPrepared(await asset, headers)(request, response);
    } catch {
      prepared.delete(name);
      next();
    }
  };
}

/**
 * Serves the built client. Addresses of screens give its one page; hashed files may be kept for ever.
 * @param folder where the client was built
 */
export function clientFiles(folder: string): RequestHandler {
  const router = Router();
  router.use(codedAssets(folder));
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

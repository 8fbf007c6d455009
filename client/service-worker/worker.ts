/// <reference lib="webworker" />

/**
 * Keeps the application itself in the browser, so that it opens without the server. What the desk holds is no matter of
 * its: texts and objects are kept by the application, and calls to the server pass through.
 */

/** Written in by the build: the files of the application. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'variorum-shell-';
const NAME = PREFIX + SHELL.version;
const PAGE = '/index.html';
/** What the server answers itself. */
const NOT_OURS = /^\/(api|annotations|healthz|readyz)(\/|$)/;
/** So many files are fetched at once: the page may need the line too. */
const AT_ONCE = 4;

worker.addEventListener('install', event => event.waitUntil(fetchShell()));
worker.addEventListener('activate', event => event.waitUntil(clearAway().then(() => worker.clients.claim())));
worker.addEventListener('message', event => {
  if (event.data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin || NOT_OURS.test(pathname)) return;
  if (request.mode === 'navigate') {
    if (!/\.\w+$/.test(pathname)) event.respondWith(fromShell(PAGE, request));
  } else event.respondWith(fromShell(pathname, request));
});

async function fetchShell(): Promise<void> {
  const cache = await caches.open(NAME);
  const files = [PAGE, ...SHELL.files];
  const take = async () => {
    for (let file = files.pop(); file !== undefined; file = files.pop()) {
      const known = await caches.match(file);
      // Names of built files stand for their content; the others are asked for anew.
      if (known && file.startsWith('/assets/')) await cache.put(file, known);
      else
        await cache.add(new Request(file, { cache: file.startsWith('/assets/') ? 'default' : 'no-cache' }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

/** Drops what older versions kept, but for the last one: windows that are still open may yet need a part of it. */
async function clearAway(): Promise<void> {
  const names = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(names.slice(0, -1).map(name => caches.delete(name)));
}

async function fromShell(file: string, request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  const known = (await cache.match(file)) ?? (await caches.match(file));
  if (known) return known;
  const reply = await fetch(request);
  // What was left out at first is kept once somebody has needed it.
  if (reply.ok && file.startsWith('/assets/')) await cache.put(file, reply.clone()).catch(() => undefined);
  return reply;
}

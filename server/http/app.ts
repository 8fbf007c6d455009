import express, { type Express } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { contract } from '../../shared/api/contract.ts';
import type { Desk } from '../services/desk.ts';
import { Refusal } from '../services/refusal.ts';
import { clientFiles } from './client-files.ts';
import { type Handlers, mount } from './mount.ts';
import { describeApi } from './openapi.ts';
import { problemHandler } from './problems.ts';
import { changeRoutes } from './routes/changes.ts';
import { documentRoutes } from './routes/documents.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { objectRoutes } from './routes/objects.ts';
import { seedRoutes } from './routes/seeds.ts';
import { statusRoutes } from './routes/status.ts';
import { textRoutes } from './routes/texts.ts';
import { requireHost, requireSameOrigin, securityHeaders } from './security.ts';

export interface AppOptions {
  /** The name under which the server listens, beside the usual names of this machine. */
  readonly host: string;
  readonly version: string;
  readonly log: Logger;
  /** Where the client was built. */
  readonly clientFolder: string;
  /** Most requests in ten seconds. */
  readonly mostRequests: number;
  /** Whether new work is still taken on. */
  readonly ready: () => boolean;
}

/** @returns the app over a desk: security first, then the API of the contract, then the client. */
export function createApp(desk: Desk, options: AppOptions): Express {
  const { log } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(securityHeaders, requireHost(options.host));
  if (log.isLevelEnabled('info')) app.use(pinoHttp({ logger: log }));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', (_request, response) => {
    const ready = options.ready();
    response.status(ready ? 200 : 503).json({ ready, writable: desk.storage.readOnly === undefined });
  });
  app.use('/api', limitRate(options.mostRequests), requireSameOrigin);
  const description = JSON.stringify(describeApi(contract, options.version));
  app.get('/api/openapi.json', (_request, response) => {
    response.type('json').send(description);
  });
  mount(app, contract, handlers(desk, options), desk.limits);
  app.use('/api', request => {
    throw new Refusal(
      'not-found',
      `${request.method} ${request.originalUrl.slice(0, 200)} is no address of this API.`,
    );
  });
  app.use(clientFiles(options.clientFolder));
  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  app.use(problemHandler(log));
  return app;
}

function handlers(desk: Desk, { version }: AppOptions): Handlers {
  return {
    ...documentRoutes(desk),
    ...textRoutes(desk),
    ...objectRoutes(desk),
    ...changeRoutes(desk),
    ...exchangeRoutes(desk),
    ...seedRoutes,
    ...statusRoutes(desk, version),
  };
}

/** Stops a program that has run wild; a person and their browser never come near it. */
function limitRate(most: number) {
  return rateLimit({
    windowMs: 10_000,
    limit: most,
    // One count for all: whoever gets here is on this machine.
    keyGenerator: () => 'everyone',
    standardHeaders: false,
    legacyHeaders: false,
    handler() {
      throw new Refusal('too-many', 'Too many requests came in a short time; wait ten seconds.');
    },
  });
}

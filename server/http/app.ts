import type { RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { contract } from '../../shared/api/contract.ts';
import { Fetching, type FetchingOptions } from '../fetching/fetching.ts';
import type { Desk } from '../services/desk.ts';
import { Refusal } from '../services/refusal.ts';
import { allowOrigins } from './annotations/cross-origin.ts';
import { annotationRouter, CONTAINER_PATH } from './annotations/router.ts';
import { clientFiles } from './client-files.ts';
import { describeApi } from './description/openapi.ts';
import { describingPage } from './description/page.ts';
import type { LiveHub } from './live-hub.ts';
import { type Handlers, mount, plainEndpoints } from './mount.ts';
import { failWith } from './problems.ts';
import type { Redactor } from './redactor.ts';
import { attachmentRoutes } from './routes/attachments.ts';
import { changeRoutes } from './routes/changes.ts';
import { documentRoutes } from './routes/documents.ts';
import { exchangeRoutes } from './routes/exchange.ts';
import { fetchedRoutes } from './routes/fetched.ts';
import { findingRoutes } from './routes/findings.ts';
import { historyRoutes } from './routes/history.ts';
import { liveRoutes } from './routes/live.ts';
import { objectRoutes } from './routes/objects.ts';
import { redactionRoutes } from './routes/redactions.ts';
import { revisionRoutes } from './routes/revisions.ts';
import { searchRoutes } from './routes/search.ts';
import { seedRoutes } from './routes/seeds.ts';
import { statusRoutes } from './routes/status.ts';
import { textRoutes } from './routes/texts.ts';
import { type Guard, limitRate, requireHost, requireSameOrigin, securityHeaders } from './security.ts';
import { straight } from './straight.ts';

export interface AppOptions {
  /** The name under which the server listens, beside the usual names of this machine. */
  readonly host: string;
  readonly version: string;
  readonly log: Logger;
  /** What tells those who follow the desk. */
  readonly live: LiveHub;
  /** What destroys words for good. */
  readonly redactor: Redactor;
  /** Where the client was built. */
  readonly clientFolder: string;
  /** Origins whose pages may use the annotations, as browsers send them. */
  readonly allowOrigins: readonly string[];
  /** Most requests in ten seconds. */
  readonly mostRequests: number;
  /** How files are fetched by their addresses. */
  readonly fetching: FetchingOptions;
  /** Whether new work is still taken on. */
  readonly ready: () => boolean;
}

/** @returns the app over a desk: security first, then the API of the contract, then the client. */
export function createApp(desk: Desk, options: AppOptions): RequestListener {
  const { log } = options;
  const hostGuard = requireHost(options.host);
  const apiGuards = [limitRate(options.mostRequests), requireSameOrigin];
  const fail = failWith(log);
  const loud = log.isLevelEnabled('info');
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use((_request, response, next) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    next();
  });
  app.use(guarded(hostGuard));
  if (loud) app.use(pinoHttp({ logger: log }));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', (_request, response) => {
    const ready = options.ready();
    response.status(ready ? 200 : 503).json({ ready, writable: desk.storage.readOnly === undefined });
  });
  app.use('/api', ...apiGuards.map(guarded));
  app.get('/api/openapi.json', (_request, response) => {
    response.type('json').send(JSON.stringify(describeApi(contract, options.version)));
  });
  app.get('/api', (_request, response) => {
    response.type('html').send(describingPage(contract, describeApi(contract, options.version)));
  });
  const handlers = handlersOf(desk, options);
  mount(app, contract, handlers, desk.limits);
  app.use('/api', request => {
    throw new Refusal(
      'not-found',
      `${request.method} ${request.originalUrl.slice(0, 200)} is no address of this API.`,
    );
  });
  app.use(
    CONTAINER_PATH,
    guarded(limitRate(options.mostRequests)),
    allowOrigins(options.allowOrigins),
    guardUnlessAllowed,
    annotationRouter(desk),
  );
  app.use(clientFiles(options.clientFolder));
  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  const answerProblem: ErrorRequestHandler = (error, request, response, _next) =>
    fail(error, request, response);
  app.use(answerProblem);
  // What is logged request by request takes the whole way.
  if (loud) return app;
  return straight(plainEndpoints(contract, handlers, desk.limits), [hostGuard, ...apiGuards], fail, app);
}

function guarded(guard: Guard): RequestHandler {
  return (request, _response, next) => {
    guard(request);
    next();
  };
}

/** Pages of other origins come no further unless they were named. */
const guardUnlessAllowed: RequestHandler = (request, response, next) => {
  if (!response.locals.isAllowedOrigin) requireSameOrigin(request);
  next();
};

function handlersOf(desk: Desk, options: AppOptions): Handlers {
  const fetching = new Fetching(desk, options.fetching, options.version);
  return {
    ...documentRoutes(desk),
    ...fetchedRoutes(fetching),
    ...revisionRoutes(desk),
    ...textRoutes(desk),
    ...redactionRoutes(desk, options.redactor),
    ...objectRoutes(desk),
    ...changeRoutes(desk),
    ...attachmentRoutes(desk),
    ...historyRoutes(desk),
    ...liveRoutes(options.live),
    ...exchangeRoutes(desk),
    ...searchRoutes(desk),
    ...findingRoutes(desk),
    ...seedRoutes,
    ...statusRoutes(desk, options.version, fetching.on),
  };
}

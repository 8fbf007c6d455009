import express, { type Request, type Response, type Router } from 'express';
import type { Node } from '../../../shared/formats/web-annotation/terms.ts';
import { AnnotationContainer } from '../../services/container/container.ts';
import type { Member } from '../../services/container/members.ts';
import type { Desk } from '../../services/desk.ts';
import { badInput, Refusal } from '../../services/refusal.ts';
import { sha256 } from '../../storage/entry.ts';
import { readJson } from '../json-body.ts';
import { collectBody } from '../read-body.ts';
import { ContainerPages } from './pages.ts';
import { preferenceOf } from './preferences.ts';
import { toTurtle } from './turtle.ts';

/** Where the container lies. */
export const CONTAINER_PATH = '/annotations/';
/** Most bytes of one annotation. */
const MOST = 2 ** 20;

const JSON_LD = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"';
const TURTLE = 'text/turtle';
const TAKEN = ['application/ld+json', 'application/json'];
const CONTAINER_METHODS = 'GET, HEAD, OPTIONS, POST';
const PAGE_METHODS = 'GET, HEAD, OPTIONS';
const ANNOTATION_METHODS = 'GET, HEAD, OPTIONS, PUT, DELETE';

const type = (address: string) => `<${address}>; rel="type"`;
const RESOURCE = type('http://www.w3.org/ns/ldp#Resource');
const CONTAINER_LINKS = [
  type('http://www.w3.org/ns/ldp#BasicContainer'),
  '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"',
];

/**
 * The desk by the W3C Web Annotation Protocol (Recommendation of 23 February 2017).
 * @param desk what is served
 */
export function annotationRouter(desk: Desk): Router {
  const container = new AnnotationContainer(desk);
  const router = express.Router({ caseSensitive: true, strict: true });
  const pagesFor = (request: Request) => new ContainerPages(container, baseOf(request));
  let writing: Promise<unknown> = Promise.resolve();

  /** One after the other, so that what a condition was held against still stands when it is written. */
  function inOrder<T>(work: () => Promise<T>): Promise<T> {
    const done = writing.then(work, work);
    writing = done.catch(() => undefined);
    return done;
  }

  async function find(request: Request): Promise<Member> {
    const name = String(request.params.name);
    const member = (await container.members()).get(name);
    if (member === 'gone') throw new Refusal('gone', `The annotation ${name} was removed.`);
    if (!member) throw new Refusal('not-found', `There is no annotation ${name}.`);
    return member;
  }

  /** @throws Refusal where the annotation is not the one that the client has read, or was to be none yet */
  async function requireMatch(request: Request, member: Member): Promise<void> {
    if (request.headers['if-none-match']?.trim() === '*')
      throw new Refusal('condition-failed', 'There is an annotation of that name already.');
    const wanted = request.headers['if-match'];
    if (wanted === undefined || wanted.trim() === '*') return;
    const json = JSON.stringify(await pagesFor(request).annotation(member));
    const tags = tagsIn(wanted);
    if ([JSON_LD, TURTLE].some(form => tags.includes(tagOf(json, form)))) return;
    throw new Refusal('condition-failed', 'The annotation was changed since it was read; read it again.');
  }

  router.use((request, response, next) => {
    // Names are told from the container by its final slash.
    if (request.originalUrl.startsWith(CONTAINER_PATH)) next();
    else response.redirect(308, CONTAINER_PATH + (/\?.*$/s.exec(request.originalUrl)?.[0] ?? ''));
  });

  router.all('/', async (request, response) => {
    const isPage = request.query.page !== undefined;
    response.set('Allow', isPage ? PAGE_METHODS : CONTAINER_METHODS);
    if (!isPage) {
      response.append('Link', CONTAINER_LINKS);
      response.set('Accept-Post', `${JSON_LD}, application/ld+json, application/json`);
    }
    switch (request.method) {
      case 'OPTIONS':
        response.status(200).end();
        return;
      case 'GET':
      case 'HEAD': {
        response.vary('Prefer');
        const node = await represent(request, pagesFor(request), isPage);
        response.set('Content-Location', String(node.id));
        await send(request, response, node);
        return;
      }
      case 'POST': {
        if (isPage) break;
        const node = await readNode(request);
        const slug = request.get('slug');
        const made = await inOrder(() => container.add(node, slug, ownAddresses(request)));
        const written = await pagesFor(request).annotation(made);
        response.set('Location', pagesFor(request).addressOf(made));
        response.set('Allow', ANNOTATION_METHODS);
        response.status(201);
        await send(request, response, written, JSON_LD);
        return;
      }
    }
    throw new Refusal('wrong-method', `${request.method} is not done here; ${response.get('Allow')} are.`);
  });

  router.all('/:name', async (request, response) => {
    response.set('Allow', ANNOTATION_METHODS);
    response.append('Link', RESOURCE);
    if (request.method === 'OPTIONS') {
      response.status(200).end();
      return;
    }
    const pages = pagesFor(request);
    switch (request.method) {
      case 'GET':
      case 'HEAD':
        await send(request, response, await pages.annotation(await find(request)));
        return;
      case 'PUT': {
        const node = await readNode(request);
        const written = await inOrder(async () => {
          const member = await find(request);
          await requireMatch(request, member);
          const replaced = await container.replace(
            member,
            node,
            pages.addressOf(member),
            ownAddresses(request),
          );
          return pages.annotation(replaced);
        });
        await send(request, response, written, JSON_LD);
        return;
      }
      case 'DELETE':
        await inOrder(async () => {
          const member = await find(request);
          await requireMatch(request, member);
          await container.remove(member);
        });
        response.status(204).end();
        return;
    }
    throw new Refusal('wrong-method', `${request.method} is not done here; ${ANNOTATION_METHODS} are.`);
  });
  return router;
}

function represent(request: Request, pages: ContainerPages, isPage: boolean): Promise<Node> {
  const { iris, page } = request.query;
  const wanted = preferenceOf(request.headers.prefer);
  if (!isPage) return pages.collection(iris === '1' ? { ...wanted, iris: true } : wanted);
  if (typeof page !== 'string' || !/^\d{1,9}$/.test(page))
    throw badInput('query.page', 'The number of a page is a whole number from 0.');
  return pages.page(Number(page), iris === '1');
}

async function readNode(request: Request): Promise<Node> {
  const [sent = ''] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  if (!TAKEN.includes(sent.trim()))
    throw new Refusal('unsupported-type', `An annotation is sent as ${JSON_LD}.`);
  const value = readJson(await collectBody(request, MOST));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badInput('body', 'An annotation is one JSON object.');
  return value as Node;
}

/** Sends a node in the form that is asked for; headers alone where nothing else is. */
async function send(request: Request, response: Response, node: Node, form?: string): Promise<void> {
  response.vary('Accept');
  const wanted = form ?? request.accepts([JSON_LD, 'application/ld+json', 'application/json', TURTLE]);
  if (wanted === false)
    throw new Refusal('not-acceptable', `This is to be had as ${JSON_LD} or as ${TURTLE}.`);
  const json = JSON.stringify(node);
  const etag = tagOf(json, wanted);
  const isSame = response.statusCode === 200 && isKnown(request.headers['if-none-match'], etag);
  const body = wanted !== TURTLE || isSame ? json : await toTurtle(node);
  response.set('ETag', etag);
  response.set('Cache-Control', 'no-cache');
  if (isSame) {
    response.status(304).end();
    return;
  }
  response.set('Content-Type', wanted === TURTLE ? `${TURTLE}; charset=utf-8` : JSON_LD);
  response.set('Content-Length', String(Buffer.byteLength(body)));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What a representation is known again by; each form follows from the JSON. */
const tagOf = (json: string, form: string): string =>
  `"${sha256(json).slice(0, 32)}${form === TURTLE ? '-turtle' : ''}"`;

const tagsIn = (header: string): string[] => header.split(',').map(tag => tag.trim());

/** Whether `If-None-Match` names what would be sent (RFC 9110, 13.1.2: weak tags are compared too). */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || tagsIn(header).some(tag => tag.replace(/^W\//, '') === etag));

/** The container's address as the client reached it. */
const baseOf = (request: Request): string => `${originOf(request)}${CONTAINER_PATH}`;
const originOf = (request: Request): string => `${request.protocol}://${request.headers.host}`;
const ownAddresses = (request: Request): readonly string[] => [`${originOf(request)}/`];

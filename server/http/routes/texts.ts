import { currentRevision, type Document, type Revision } from '../../../shared/model/document.ts';
import { pieceSpan } from '../../../shared/text/layout.ts';
import { fileEnding } from '../../extracting/file-ending.ts';
import { BoundedCache } from '../../services/bounded-cache.ts';
import type { Desk } from '../../services/desk.ts';
import { Refusal } from '../../services/refusal.ts';
import { CONTAINER_PATH } from '../annotations/router.ts';
import { disposition } from '../disposition.ts';
import type { Handlers, Send } from '../mount.ts';
import { ASK_AGAIN, Prepared, sendPrepared } from '../prepared.ts';

/** Tells clients of the W3C's protocol where annotations on a text are kept. */
const ANNOTATION_SERVICE = `<${CONTAINER_PATH}>; rel="http://www.w3.org/ns/oa#annotationService"`;
/** Nothing in a file may run, load or lead anywhere, should a browser show it all the same. */
const LOCKED = "default-src 'none'; frame-ancestors 'none'; sandbox";
const BUDGET = 192 * 2 ** 20;

/** Bytes and decoded texts. What is sent is prepared once and kept while there is room. */
export function textRoutes(
  desk: Desk,
): Handlers<'getBytes' | 'getRevisionBytes' | 'getDerivation' | 'getTextMap' | 'getPiece' | 'getClaimIndex'> {
  const cache = new BoundedCache<Prepared>(BUDGET, prepared => prepared.weight);

  async function bytesOf(document: Document, revision: Revision): Promise<Send> {
    const prepared = await cache.get(
      revision.sha256,
      async () => new Prepared(await desk.texts.blob(revision.sha256), revision.sha256),
    );
    return sendPrepared(prepared, {
      ...kindOf(document, revision),
      link: ANNOTATION_SERVICE,
      'cache-control': ASK_AGAIN,
    });
  }

  async function find(params: { id: string; revision: string }) {
    const { object: document } = await desk.require('document', params.id);
    const revision = document.revisions.find(({ id }) => id === params.revision);
    if (!revision)
      throw new Refusal('not-found', `Document ${params.id} has no revision ${params.revision}.`);
    return { document, revision };
  }

  return {
    async getBytes({ params }) {
      const { object: document } = await desk.require('document', params.id);
      return bytesOf(document, currentRevision(document));
    },
    async getRevisionBytes({ params }) {
      const { document, revision } = await find(params);
      return bytesOf(document, revision);
    },
    async getDerivation({ params }) {
      const { revision } = await find(params);
      const { extraction } = revision.reading;
      if (!extraction)
        throw new Refusal(
          'not-found',
          `Revision ${revision.id} was not extracted from a file of another kind: its bytes are its text.`,
        );
      const { derivationSha256 } = extraction;
      const prepared = await cache.get(
        derivationSha256,
        async () => new Prepared(await desk.texts.blob(derivationSha256), derivationSha256),
      );
      return sendPrepared(prepared, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': ASK_AGAIN,
      });
    },
    async getTextMap({ params }) {
      const { revision } = await find(params);
      const prepared = await cache.get(`map ${revision.textSha256}`, async () => {
        const { map } = await desk.texts.laid(revision);
        return new Prepared(Buffer.from(JSON.stringify(map)), `${revision.textSha256}-map`);
      });
      return sendPrepared(prepared, {
        'content-type': 'application/json; charset=utf-8',
        'cache-control': ASK_AGAIN,
      });
    },
    async getPiece({ params }) {
      const { revision } = await find(params);
      const { textSha256 } = revision;
      const prepared = await cache.get(`piece ${params.piece} ${textSha256}`, async () => {
        const { text, map } = await desk.texts.laid(revision);
        if (params.piece >= map.pieceChunks.length)
          throw new Refusal(
            'not-found',
            `There is no piece ${params.piece}; the text has ${map.pieceChunks.length}, counted from 0.`,
          );
        const { start, end } = pieceSpan(map, params.piece);
        return new Prepared(Buffer.from(text.slice(start, end), 'utf8'), `${textSha256}-${params.piece}`);
      });
      return sendPrepared(prepared, {
        'content-type': 'text/plain; charset=utf-8',
        // The same for ever, unless it is redacted; then no browser may go on showing what it has.
        'cache-control': ASK_AGAIN,
      });
    },
    async getClaimIndex({ params, query: { from, to } }) {
      const held = await desk.require('document', params.id);
      if (held.removed)
        throw new Refusal(
          'not-found',
          `Document ${params.id} was removed by ${held.removed.by}; restore it first.`,
        );
      const claims = desk.claims.of(params.id);
      const isWindow = from !== undefined || to !== undefined;
      const [start, end] = [from ?? 0, to ?? Number.MAX_SAFE_INTEGER];
      // Compressing would take longer than sending it to this machine.
      return sendPrepared(
        isWindow
          ? new Prepared(claims.encodedWindow(start, end), `${claims.at.hash}-${start}-${end}`)
          : new Prepared(claims.encoded(), claims.at.hash),
        { 'content-type': 'application/vnd.variorum.claim-index', 'cache-control': ASK_AGAIN },
        [],
      );
    },
  };
}

/** What a browser is told of a revision's bytes. A file that is no plain text is saved and never shown: it is not ours. */
function kindOf({ title, mediaType }: Document, { reading }: Revision): Record<string, string> {
  const { encoding, extraction } = reading;
  const name = savedAs(title);
  if (!extraction)
    return {
      'content-type': `${mediaType}; charset=${encoding}`,
      'content-disposition': disposition('inline', `${name}.txt`),
    };
  return {
    'content-type': encoding === 'none' ? extraction.mediaType : `text/plain; charset=${encoding}`,
    'content-disposition': disposition('attachment', `${name}.${fileEnding(extraction)}`),
    'content-security-policy': LOCKED,
  };
}

/** A title as the name of a file: neither too long for one nor cut within a character. */
function savedAs(title: string): string {
  return title
    .replace(/\p{Surrogate}/gu, '_')
    .slice(0, 150)
    .replace(/\p{Surrogate}/gu, '');
}

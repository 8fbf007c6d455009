import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type IncomingHttpHeaders, type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Retrieval } from '../../shared/model/derivation.ts';
import { Refusal } from '../services/refusal.ts';
import { encodingTold, nameOf, typeSaid } from './about-file.ts';
import { type Asking, ask } from './ask.ts';
import { collect } from './collect.ts';
import { publicAddresses } from './resolve.ts';
import { unreachable } from './unreachable.ts';
import type { Way } from './way.ts';
import { quoted, webAddress } from './web-address.ts';

/** How much is taken of an answer, and how long it is waited for. */
export interface FetchLimits extends Asking {
  /** Largest file in bytes, as it comes and unpacked. */
  readonly bytes: number;
  /** Most addresses that lead on to another one. */
  readonly redirects: number;
  /** How long all of it may take, in milliseconds. */
  readonly time: number;
}

/** A file that was fetched, and how it came. */
export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly retrieval: Retrieval;
  readonly name: string;
  /** The encoding its server says, where that can be. */
  readonly encoding?: string;
}

/** Headers that tell of a file, or of when and for whom it was made. */
const TELLING = [
  'content-type',
  'content-encoding',
  'content-language',
  'content-location',
  'content-disposition',
  'date',
  'etag',
  'last-modified',
  'memento-datetime',
] as const;

/** Longest header that is recorded, in UTF-16 code units. */
const LONGEST_HEADER = 4000;

/**
 * Fetches a file of the web. Where an address leads on to another, that one is looked at as the first was: every
 * connection goes to a public address, the very one that was looked at.
 * @param now the time of the fetch, as it is recorded
 * @param signal gives it up
 * @throws Refusal that says why there is no file, and what to do; the reason of the signal where that gave it up
 */
export async function fetchFile(
  requested: string,
  way: Way,
  limits: FetchLimits,
  now: string,
  signal: AbortSignal,
): Promise<FetchedFile> {
  const first = webAddress(requested.trim());
  const over = new AbortController();
  const late = setTimeout(() => {
    over.abort(
      unreachable(
        `Fetching from ${first.hostname} took longer than ${limits.time / 1000} seconds and was given up. Try again later, or save the file with the browser and add it.`,
      ),
    );
  }, limits.time);
  const ending = AbortSignal.any([signal, over.signal]);
  try {
    const { url, response } = await follow(first, way, limits, ending);
    try {
      requireFile(url, response);
      const bytes = await collect(response, url, limits.bytes, ending);
      if (bytes.length === 0)
        throw new Refusal('unreadable', `What is at ${quoted(url.href)} is empty; there is nothing to read.`);
      return described(first, url, response, bytes, now);
    } finally {
      response.destroy();
    }
  } finally {
    clearTimeout(late);
  }
}

async function follow(
  first: URL,
  way: Way,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<{ url: URL; response: IncomingMessage }> {
  let url = first;
  for (let led = 0; ; led++) {
    const addresses = await unlessAborted(publicAddresses(url, way), signal);
    const response = await ask(url, addresses, way, limits, signal);
    if (!isRedirect(response)) return { url, response };
    response.destroy();
    if (led === limits.redirects)
      throw unreachable(
        `${quoted(first.href)} leads from one address to the next more than ${limits.redirects} times. Open it in a browser, and give the address where it ends.`,
      );
    url = nextOf(url, response.headers.location!);
  }
}

const isRedirect = ({ statusCode, headers }: IncomingMessage): boolean =>
  [301, 302, 303, 307, 308].includes(statusCode!) && headers.location !== undefined;

function nextOf(url: URL, location: string): URL {
  // Header values are Latin-1 to Node.js; what stands in one unescaped is UTF-8 more often than not.
  const bytes = Buffer.from(location, 'latin1');
  const next = webAddress(isUtf8(bytes) ? bytes.toString('utf8') : location, url);
  if (url.protocol === 'https:' && next.protocol === 'http:')
    throw unreachable(
      `${quoted(url.href)} leads on to ${quoted(next.href)}, which is not encrypted, so that what comes could be altered on the way. Give that address itself to fetch it all the same.`,
    );
  return next;
}

/** Rejects as soon as a signal says so, with its reason. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** @throws Refusal unless an answer brings a file that could be a text */
function requireFile({ href, hostname }: URL, { statusCode, headers }: IncomingMessage): void {
  if (statusCode !== 200 && statusCode !== 203)
    throw unreachable(
      `${hostname} answers ${statusCode} ${STATUS_CODES[statusCode!] ?? ''}`.trimEnd() +
        whatToDo(statusCode!),
    );
  const type = typeSaid(headers);
  if (/^(image|audio|video|font|model)\//.test(type))
    throw new Refusal(
      'unsupported-type',
      `What is at ${quoted(href)} is of the type ${type.slice(0, 100)}, which holds no text. Give the address of the page or file that does.`,
    );
}

function whatToDo(status: number): string {
  if (status === 401 || status === 402 || status === 403 || status === 407)
    return ': it does not give this to a program without an account. Open it in a browser, save it, and add the file.';
  if (status === 404 || status === 410)
    return ': there is nothing at this address. See whether it is right, or look in a web archive.';
  if (status === 429) return ': it is asked too often. Try again later.';
  return '. Try again later, or open it in a browser, save it, and add the file.';
}

function described(
  first: URL,
  url: URL,
  { statusCode, headers }: IncomingMessage,
  bytes: Buffer,
  now: string,
): FetchedFile {
  const encoding = encodingTold(bytes, headers);
  return {
    bytes,
    name: nameOf(url, headers),
    ...(encoding === undefined ? {} : { encoding }),
    retrieval: {
      requested: first.href,
      url: url.href,
      at: now,
      status: statusCode!,
      headers: chosen(headers),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
  };
}

function chosen(headers: IncomingHttpHeaders): Record<string, string> {
  const told = TELLING.map(name => [name, headers[name]] as const);
  return Object.fromEntries(
    told.filter((one): one is [(typeof one)[0], string] => {
      const [, value] = one;
      return typeof value === 'string' && value.length <= LONGEST_HEADER;
    }),
  );
}

import { type IncomingMessage, request } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { connect as secure } from 'node:tls';
import { unreachable } from './unreachable.ts';
import type { Way } from './way.ts';
import { quoted } from './web-address.ts';

/** What is said of the one who asks, and what is taken. */
export interface Asking {
  /** Tells servers what program asks. */
  readonly agent: string;
  /** Largest headers, in bytes. */
  readonly headerBytes: number;
  /** How long the headers of an answer are waited for, in milliseconds. */
  readonly patience: number;
}

const ACCEPT = 'text/html,application/xhtml+xml,text/*;q=0.9,application/pdf;q=0.9,*/*;q=0.5';

/**
 * Asks for what is at an address of the web: without cookies, without saying where one comes from, by a connection of
 * its own.
 * @param addresses of its host, one of which is connected to
 * @returns the answer as soon as its headers are here; following it on is the caller's
 * @throws Refusal that says why there is none; the reason of the signal where that gave it up
 */
export function ask(
  url: URL,
  addresses: readonly string[],
  way: Way,
  { agent, headerBytes, patience }: Asking,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({
      method: 'GET',
      path: url.pathname + url.search,
      setHost: false,
      headers: {
        host: url.host,
        'user-agent': agent,
        accept: ACCEPT,
        'accept-encoding': 'gzip, br',
        connection: 'close',
      },
      maxHeaderSize: headerBytes,
      createConnection: () => connected(url, addresses, way),
    });
    const giveUp = () => asked.destroy(signal.reason as Error);
    const late = setTimeout(() => {
      asked.destroy(
        unreachable(`${url.hostname} did not answer within ${patience / 1000} seconds. Try again later.`),
      );
    }, patience);
    signal.addEventListener('abort', giveUp, { once: true });
    asked.once('close', () => {
      clearTimeout(late);
      signal.removeEventListener('abort', giveUp);
    });
    asked.once('response', response => {
      clearTimeout(late);
      resolve(response);
    });
    asked.on('error', error => reject(told(error, url)));
    asked.end();
    if (signal.aborted) giveUp();
  });
}

function connected(url: URL, addresses: readonly string[], way: Way): Socket {
  const isSecure = url.protocol === 'https:';
  const socket = way.connect(addresses, Number(url.port) || (isSecure ? 443 : 80));
  if (!isSecure) return socket;
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  const encrypted = secure({
    ...{ socket, host },
    ...(isIP(host) ? {} : { servername: host }),
    ...(way.trusted === undefined ? {} : { ca: way.trusted }),
    ALPNProtocols: ['http/1.1'],
    // Said here so that nothing in the environment can take it back.
    rejectUnauthorized: true,
  });
  // What keeps the connection from being made is told where it is used.
  socket.on('error', error => encrypted.destroy(error));
  return encrypted;
}

const SAID: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'takes no connection',
  ETIMEDOUT: 'did not take the connection in time',
  EHOSTUNREACH: 'cannot be reached from this machine',
  ENETUNREACH: 'cannot be reached from this machine',
  HPE_HEADER_OVERFLOW: 'sends headers larger than are taken',
};

/** @returns what is said of a fault of a connection */
export function told(error: Error, { href, hostname }: URL): Error {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (error.name === 'Refusal' || error.name === 'AbortError') return error;
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME/.test(code))
    return unreachable(
      `The certificate of ${hostname} is not to be trusted (${code}), so what it sends could be anybody's. Look at it in a browser.`,
    );
  const said = SAID[code] ?? (code.startsWith('HPE_') ? 'does not answer as the web does' : 'broke off');
  return unreachable(`${hostname} ${said}; ${quoted(href)} was not fetched. Try again later.`);
}

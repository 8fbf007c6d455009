import { createServer as createHttp, type RequestListener, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import type { Way } from '../../../server/fetching/way.ts';
import { CERTIFICATE, KEY } from './certificate.ts';

/** A public address of the pretended web; nothing is ever sent to it. */
export const PUBLIC = '93.184.215.14';

/**
 * A web of servers on this machine's loopback that go by public names and addresses. What fetches does all that it does
 * on the real one; only the last step, the connection to an address that was looked at, leads here.
 */
export class PretendedWeb {
  /** Addresses and ports that were connected to. */
  readonly connections: string[] = [];
  /** Names that were looked up. */
  readonly lookUps: string[] = [];
  readonly #names = new Map<string, (readonly string[])[]>();
  readonly #ports = new Map<string, number>();
  readonly #servers: (Server | ReturnType<typeof createTcp>)[] = [];
  readonly #sockets = new Set<Socket>();

  readonly way: Way = {
    resolve: async name => {
      this.lookUps.push(name);
      const answers = this.#names.get(name);
      if (!answers) throw Object.assign(new Error(`no ${name}`), { code: 'ENOTFOUND' });
      return (answers.length > 1 ? answers.shift() : answers[0])!;
    },
    connect: (addresses, port) => {
      const place = `${addresses[0]}:${port}`;
      this.connections.push(place);
      const local = this.#ports.get(place);
      if (local === undefined) throw new Error(`Nothing of the pretended web is at ${place}.`);
      return connect(local, '127.0.0.1');
    },
    trusted: CERTIFICATE,
  };

  /** Has a name lead to addresses; where several lists are given, to another one each time it is looked up. */
  name(name: string, ...answers: (readonly string[])[]): void {
    this.#names.set(name, answers);
  }

  /** Serves at a public address. */
  async serve(listener: RequestListener, port = 80, address = PUBLIC): Promise<void> {
    const server =
      port === 443 ? createHttps({ key: KEY, cert: CERTIFICATE }, listener) : createHttp(listener);
    await this.#listen(server, `${address}:${port}`);
  }

  /** Answers whoever connects to a public address in its own way. */
  async answer(speak: (socket: Socket) => void, port = 80, address = PUBLIC): Promise<void> {
    const server = createTcp(socket => {
      // What is never read of a connection never ends it.
      socket.resume();
      speak(socket);
    });
    await this.#listen(server, `${address}:${port}`);
  }

  async #listen(server: Server | ReturnType<typeof createTcp>, place: string): Promise<void> {
    this.#servers.push(server);
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    this.#ports.set(place, (server.address() as AddressInfo).port);
  }

  /** How many connections are open. */
  get open(): number {
    return this.#sockets.size;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(this.#servers.map(server => new Promise(resolve => server.close(resolve))));
  }
}

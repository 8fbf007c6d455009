import { once } from 'node:events';
import net from 'node:net';

const HEAD_END = '\r\n\r\n';

/**
 * One connection that is kept, for one request at a time: as little work as a client can do, so that what is measured
 * is the server.
 */
export class Connection {
  readonly #socket: net.Socket;
  readonly #head: string;
  #answer = '';
  #resolve: ((body: string) => void) | undefined;
  #reject: ((error: Error) => void) | undefined;

  private constructor(socket: net.Socket, head: string) {
    this.#socket = socket;
    this.#head = head;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => this.#take(text));
    socket.on('error', error => this.#reject?.(error));
    socket.on('close', () => this.#reject?.(new Error('The server closed the connection.')));
  }

  static async open(port: number, path: string): Promise<Connection> {
    const socket = net.connect(port, 'localhost');
    await once(socket, 'connect');
    const head = `POST ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Type: application/json\r\nContent-Length: `;
    return new Connection(socket, head);
  }

  /** @param body ASCII @returns the body of the answer, byte by byte @throws Error for any status but 200 */
  post(body: string): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) reject(new Error('The server has closed the connection.'));
      this.#resolve = resolve;
      this.#reject = reject;
      this.#socket.write(`${this.#head}${body.length}${HEAD_END}${body}`, 'latin1');
    });
  }

  close(): void {
    this.#reject = undefined;
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#answer = this.#answer === '' ? text : this.#answer + text;
    const end = this.#answer.indexOf(HEAD_END);
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#answer);
    if (!length || !this.#answer.startsWith('HTTP/1.1 200 ')) {
      this.#reject?.(new Error(this.#answer.slice(0, 2000)));
      return;
    }
    const start = end + HEAD_END.length;
    if (this.#answer.length < start + Number(length[1])) return;
    const body = this.#answer.slice(start);
    this.#answer = '';
    this.#resolve?.(body);
  }
}

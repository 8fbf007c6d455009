import http from 'node:http';
import type { z } from 'zod';
import { liveEvents } from '../../shared/api/routes/live.ts';

type Name = keyof typeof liveEvents;
type Data<K extends Name> = z.output<(typeof liveEvents)[K]>;

/** One event as it was heard, its data in the shape of the contract. */
export interface Heard {
  readonly name: Name;
  readonly id: string | undefined;
  readonly data: Data<Name>;
}

/** A program that follows a desk over plain HTTP. */
export class LiveStream {
  readonly heard: Heard[] = [];
  /** Signs of life that came in between. */
  comments = 0;
  /** Resolves when the stream has ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly #response: http.IncomingMessage;
  #rest = '';

  private constructor(response: http.IncomingMessage) {
    this.#response = response;
    this.ended = new Promise(resolve => response.once('close', resolve));
    response.on('error', () => undefined);
    response.setEncoding('utf8').on('data', (text: string) => this.#read(text));
  }

  /** @returns the stream, or what the server answered instead */
  static open(url: string, headers: Record<string, string> = {}): Promise<LiveStream> {
    return new Promise((resolve, reject) => {
      const request = http.get(url, { headers, agent: false }, response => {
        if (response.statusCode === 200) resolve(new LiveStream(response));
        else {
          let body = '';
          response.setEncoding('utf8').on('data', (text: string) => {
            body += text;
          });
          response.on('end', () => reject(new Error(`${response.statusCode} ${body}`)));
        }
      });
      request.on('error', reject);
    });
  }

  /** The data of all events of a name so far. */
  all<K extends Name>(name: K): Data<K>[] {
    return this.heard.filter(event => event.name === name).map(({ data }) => data as Data<K>);
  }

  /** The sequence numbers that were told so far. */
  get seqs(): number[] {
    return this.all('entry').map(({ seq }) => seq);
  }

  /** Reads no more, and leaves what comes lying. */
  pause(): void {
    this.#response.pause();
  }

  resume(): void {
    this.#response.resume();
  }

  close(): void {
    this.#response.destroy();
  }

  #read(text: string): void {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop()!;
    for (const block of blocks) {
      if (block.startsWith(':')) {
        this.comments++;
        continue;
      }
      const fields = new Map(
        block.split('\n').map(line => [line.split(': ', 1)[0]!, line.slice(line.indexOf(': ') + 2)]),
      );
      const name = fields.get('event') as Name;
      const data = liveEvents[name].parse(JSON.parse(fields.get('data')!)) as Data<Name>;
      this.heard.push({ name, id: fields.get('id'), data });
    }
  }
}

import { expect } from 'chai';
import { AwayError, createDeskClient } from '#client/store/client.js';

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    error => error,
  );

/** A line on which nothing comes back until it is given up. */
const silent = ((_url: unknown, { signal }: RequestInit = {}) =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  })) as typeof fetch;

describe('asking the server', () => {
  it('counts it as away where no answer begins', async () => {
    expect(await failure(createDeskClient(silent, 5).listDocuments({}))).to.be.instanceOf(AwayError);
  });

  it('is ended by who asks, which says nothing of the server', async () => {
    const asker = new AbortController();
    const asking = createDeskClient(silent).listDocuments({}, { signal: asker.signal });
    asker.abort();
    expect(await failure(asking)).to.have.property('name', 'AbortError');
  });

  it('lets an answer that has begun take its time', async () => {
    const slow = (async () =>
      new Response(
        new ReadableStream({
          async start(line) {
            await new Promise(resolve => setTimeout(resolve, 40));
            line.enqueue(new TextEncoder().encode('{"documents":[],"seq":0}'));
            line.close();
          },
        }),
      )) as typeof fetch;
    expect(await failure(createDeskClient(slow, 5).listDocuments({}))).to.equal(undefined);
  });
});

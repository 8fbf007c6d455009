import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { type RunningServer, startServer } from '../../../server/http/start.ts';

const SCRIPT = 'export const words = "words"; '.repeat(200);

/** Asks as a browser would, without undoing the coding. */
function ask(
  url: string,
  accept: string,
): Promise<{ status: number; coding: string | undefined; bytes: number }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { 'accept-encoding': accept } }, reply => {
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      reply.on('end', () =>
        resolve({ status: reply.statusCode!, coding: reply.headers['content-encoding'], bytes }),
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('the files of the client', () => {
  let folder: string;
  let server: RunningServer;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'variorum-client-'));
    await mkdir(path.join(folder, 'assets'));
    await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Variorum</title>');
    await writeFile(path.join(folder, 'assets/index-AbCd1234.js'), SCRIPT);
    server = await startServer({ clientFolder: folder, begin: 'nothing' });
  });
  after(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('travel coded where the browser takes it, and as they are where it does not', async () => {
    const url = `${server.url}/assets/index-AbCd1234.js`;
    for (const coding of ['br', 'gzip']) {
      const reply = await ask(url, coding);
      expect(reply.coding).to.equal(coding);
      expect(reply.bytes).to.be.below(SCRIPT.length / 3);
    }
    expect(await ask(url, 'identity')).to.deep.equal({
      status: 200,
      coding: undefined,
      bytes: SCRIPT.length,
    });
  });

  it('are not found under a name that was never built', async () => {
    expect((await ask(`${server.url}/assets/index-Zzzz9999.js`, 'br')).status).to.equal(404);
  });
});

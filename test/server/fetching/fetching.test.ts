import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { type FetchedFile, type FetchLimits, fetchFile } from '../../../server/fetching/fetch-file.ts';
import { directWay } from '../../../server/fetching/way.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import type { ProblemKind } from '../../../shared/api/problem.ts';
import { PretendedWeb, PUBLIC } from './pretended-web.ts';

const NOW = '2026-05-07T10:00:00.000Z';
const limits: FetchLimits = {
  ...{ agent: 'Variorum/test', headerBytes: 16_384, patience: 20_000 },
  ...{ bytes: 100_000, redirects: 5, time: 20_000 },
};

describe('fetching a file of the web', () => {
  let web: PretendedWeb;
  beforeEach(() => {
    web = new PretendedWeb();
    web.name('www.example.org', [PUBLIC]);
  });
  afterEach(() => web.close());

  const get = (
    url: string,
    { signal = new AbortController().signal, ...rest }: Partial<FetchLimits> & { signal?: AbortSignal } = {},
  ): Promise<FetchedFile> => fetchFile(url, web.way, { ...limits, ...rest }, NOW, signal);

  async function refusal(work: Promise<unknown>): Promise<Refusal> {
    try {
      await work;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
    throw new Error('It was fetched.');
  }

  async function refuses(kind: ProblemKind, says: string, work: Promise<unknown>): Promise<void> {
    const refused = await refusal(work);
    expect(refused.message).to.contain(says);
    expect(refused.kind).to.equal(kind);
  }

  describe('that is there', () => {
    it('keeps its bytes, where they came from, when, with which headers and which hash', async () => {
      await web.serve((_request, response) => {
        response.writeHead(200, {
          'content-type': 'text/html; charset=iso-8859-2',
          'last-modified': 'Tue, 05 May 2026 08:00:00 GMT',
          'set-cookie': 'who=you',
          etag: '"a"',
          server: 'secret/1',
          date: 'Thu, 07 May 2026 10:00:00 GMT',
        });
        response.end(Buffer.from('<p>p\xf9</p>', 'latin1'));
      }, 443);
      const { bytes, retrieval, name, encoding } = await get(' https://WWW.example.org/news/?page=2#top ');
      expect(Buffer.from(bytes).toString('latin1')).to.equal('<p>p\xf9</p>');
      expect(encoding).to.equal('iso-8859-2');
      expect(name).to.match(/^www\.example\.org/);
      expect(retrieval).to.eql({
        requested: 'https://www.example.org/news/?page=2',
        url: 'https://www.example.org/news/?page=2',
        at: NOW,
        status: 200,
        headers: {
          'content-type': 'text/html; charset=iso-8859-2',
          date: 'Thu, 07 May 2026 10:00:00 GMT',
          etag: '"a"',
          'last-modified': 'Tue, 05 May 2026 08:00:00 GMT',
        },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      expect(web.connections).to.eql([`${PUBLIC}:443`]);
    });

    it('tells the server who asks, and nothing else', async () => {
      const asked: object[] = [];
      await web.serve((request, response) => {
        asked.push(request.headers);
        if (request.url === '/') response.writeHead(302, { location: '/end', 'set-cookie': 'who=you' });
        response.end('Words.');
      });
      await get('http://www.example.org/');
      const { accept, ...rest } = asked[1] as Record<string, string>;
      expect(accept).to.contain('text/html');
      expect(rest).to.eql({
        host: 'www.example.org',
        'user-agent': 'Variorum/test',
        'accept-encoding': 'gzip, br',
        connection: 'close',
      });
    });

    for (const [coding, pack] of Object.entries({
      gzip: gzipSync,
      'x-gzip': gzipSync,
      br: brotliCompressSync,
    }))
      it(`is unpacked where it comes in ${coding}`, async () => {
        await web.serve((_request, response) => {
          response.writeHead(200, { 'content-encoding': coding }).end(pack('Fifty delegates came.'));
        });
        const { bytes, retrieval } = await get('http://www.example.org/a.txt');
        expect(Buffer.from(bytes).toString()).to.equal('Fifty delegates came.');
        expect(retrieval.headers['content-encoding']).to.equal(coding);
      });

    it('is found where its address leads on, and both addresses are kept', async () => {
      web.name('example.org', [PUBLIC]);
      await web.serve((_request, response) => {
        const location = Buffer.from('https://www.example.org/é?q=ü').toString('latin1');
        response.writeHead(301, { location }).end();
      });
      await web.serve((_request, response) => response.end('Words.'), 443);
      const { retrieval } = await get('http://example.org/');
      expect(retrieval.requested).to.equal('http://example.org/');
      expect(retrieval.url).to.equal('https://www.example.org/%C3%A9?q=%C3%BC');
      expect(web.lookUps).to.eql(['example.org', 'www.example.org']);
    });

    const names: readonly (readonly [string, Record<string, string>, string | RegExp])[] = [
      ['/reports/final%20text.txt', {}, 'final text.txt'],
      ['/get?id=7', { 'content-disposition': 'attachment; filename="../../etc/r.txt"' }, 'r.txt'],
      ['/get', { 'content-disposition': "attachment; filename*=UTF-8''r%C3%A9sum%C3%A9.txt" }, 'résumé.txt'],
      ['/get', { 'content-disposition': '"' }, 'get'],
      ['/get', { 'content-type': 'text/plain; charset=utf-8' }, 'get.txt'],
      ['/a%2f..%2fb%00\u202e.txt', {}, 'b.txt'],
      ['/%ff', {}, '%ff'],
      ['/', { 'content-type': 'text/markdown' }, 'www.example.org.md'],
    ];
    it('goes by the name that its server gives it, or else by the end of its address', async () => {
      let headers = {};
      await web.serve((_request, response) => response.writeHead(200, headers).end('Words.'));
      for (const [path, given, expected] of names) {
        headers = given;
        expect((await get(`http://www.example.org${path}`)).name, path).to.equal(expected);
      }
    });

    const told: readonly (readonly [string, Buffer, string | undefined])[] = [
      ['text/plain; charset=windows-1251', Buffer.from([0xcf, 0xf0, 0xe8]), 'windows-1251'],
      ['text/plain; charset="Latin1"', Buffer.from([0x61, 0xe9]), 'windows-1252'],
      ['text/plain; charset=iso-8859-1', Buffer.from('café'), undefined],
      ['text/plain; charset=utf-8', Buffer.from([0x61, 0xe9]), undefined],
      ['text/plain; charset=klingon', Buffer.from([0x61, 0xe9]), undefined],
      ['text/plain', Buffer.from([0x61, 0xe9]), undefined],
    ];
    it('is read in the encoding that its server says only where that can be', async () => {
      let answer: (typeof told)[number];
      await web.serve((_request, response) => {
        response.writeHead(200, { 'content-type': answer[0] }).end(answer[1]);
      });
      for (answer of told)
        expect((await get('http://www.example.org/a')).encoding, answer[0]).to.equal(answer[2]);
    });
  });

  describe('at an address that is not asked', () => {
    const addresses: readonly (readonly [string, ProblemKind, string])[] = [
      ['ftp://www.example.org/a', 'bad-input', 'only addresses that begin with'],
      ['file:///etc/passwd', 'bad-input', 'only addresses that begin with'],
      ['data:text/plain,a', 'bad-input', 'only addresses that begin with'],
      ['javascript:alert(1)', 'bad-input', 'only addresses that begin with'],
      ['www.example.org', 'bad-input', 'is no address of the web'],
      ['http://', 'bad-input', 'is no address of the web'],
      ['http://1.2.3.4.5/', 'bad-input', 'is no address of the web'],
      ['http://[fe80::1%25eth0]/', 'bad-input', 'is no address of the web'],
      [`http://www.example.org/${'a'.repeat(4000)}`, 'bad-input', 'is no address of the web'],
      [`http://www.example.org/${'é'.repeat(1500)}`, 'bad-input', 'is longer than'],
      ['http://who:secret@www.example.org/', 'bad-input', 'a name or a password'],
      ['http://who@www.example.org/', 'bad-input', 'a name or a password'],
      ['http://www.example.org:22/', 'bad-input', 'port 22'],
      ['http://www.example.org:6379/', 'bad-input', 'port 6379'],
      ['http://nowhere.example/', 'unreachable', 'No address is known for nowhere.example'],
    ];
    for (const [address, kind, says] of addresses)
      it(`says so of ${address.slice(0, 60)}`, async () => {
        await refuses(kind, says, get(address));
        expect(web.connections).to.eql([]);
      });

    const spellings = [
      ...['127.0.0.1', '127.1', '0x7f.1', '0x7f000001', '017700000001', '2130706433', '0177.0.0.01'],
      ...[
        '%31%32%37.0.0.1',
        '①②⑦.0.0.1',
        '127。0。0。1',
        '0',
        '0.0.0.0',
        '10.0.0.1',
        '0xa9fea9fe',
        '2852039166',
      ],
      ...[
        '[::1]',
        '[::]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[0:0:0:0:0:ffff:a00:1]',
        '[::127.0.0.1]',
      ],
      ...['[fe80::1]', '[fd00:ec2::254]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]'],
    ];
    it('is refused in every spelling of a number that leads inside', async () => {
      for (const host of spellings)
        await refuses('forbidden', 'private network', get(`http://${host}:8080/`));
      expect(web.connections).to.eql([]);
    });

    it('is refused where any address of its name is not public', async () => {
      for (const inside of [
        '127.0.0.1',
        '::1',
        '10.1.2.3',
        '169.254.169.254',
        '::ffff:10.0.0.1',
        '0.0.0.0',
      ]) {
        web.name('both.example', [PUBLIC, inside]);
        await refuses('forbidden', 'private network', get('http://both.example/'));
        web.name('inside.example', [inside]);
        await refuses('forbidden', 'private network', get('https://inside.example./').catch(again));
      }
      expect(web.connections).to.eql([]);
      async function again(): Promise<unknown> {
        return get('https://inside.example/');
      }
    });

    it('is refused where it is one of this machine’s own, though it be public', async () => {
      const own = Object.values(networkInterfaces()).flatMap(all => all!.map(({ address }) => address));
      for (const address of own) {
        web.name('own.example', [address]);
        await refuses('forbidden', 'on this machine', get('http://own.example/'));
      }
    });
  });

  describe('that leads on', () => {
    const leadTo = (location: string) =>
      web.serve((_request, response) => response.writeHead(302, { location }).end());

    for (const location of [
      'http://127.0.0.1:8080/',
      'http://0x7f.1/',
      '//[::1]/',
      'http://169.254.169.254/latest/meta-data/',
      'http://inside.example/',
    ])
      it(`is not followed to ${location}`, async () => {
        web.name('inside.example', ['192.168.0.1']);
        await leadTo(location);
        await refuses('forbidden', 'private network', get('http://www.example.org/'));
        expect(web.connections).to.eql([`${PUBLIC}:80`]);
      });

    for (const [location, says] of [
      ['file:///etc/passwd', 'only addresses that begin with'],
      ['gopher://www.example.org/', 'only addresses that begin with'],
      ['http://who:secret@www.example.org/', 'a name or a password'],
      ['http://www.example.org:25/', 'port 25'],
      ['http://[', 'is no address of the web'],
    ] as const)
      it(`is not followed to ${location}`, async () => {
        await leadTo(location);
        await refuses('bad-input', says, get('http://www.example.org/'));
      });

    it('is not followed out of encryption', async () => {
      await web.serve(
        (_request, response) => response.writeHead(302, { location: 'http://www.example.org/' }).end(),
        443,
      );
      await refuses('unreachable', 'not encrypted', get('https://www.example.org/'));
      expect(web.connections).to.eql([`${PUBLIC}:443`]);
    });

    it('is given up where it leads round and round', async () => {
      await leadTo('/again');
      await refuses('unreachable', 'more than 5 times', get('http://www.example.org/'));
      expect(web.connections).to.have.length(6);
    });

    it('connects to the address that was looked at, whatever its name says the next time', async () => {
      web.name('turns.example', [PUBLIC], ['127.0.0.1']);
      await web.serve((_request, response) => response.end('Words.'));
      await get('http://turns.example/');
      expect(web.lookUps).to.eql(['turns.example']);
      expect(web.connections).to.eql([`${PUBLIC}:80`]);
    });

    it('looks at a name again when it comes back to it', async () => {
      web.name('turns.example', [PUBLIC], ['127.0.0.1']);
      await leadTo('http://turns.example/again');
      await refuses('forbidden', 'private network', get('http://turns.example/'));
      expect(web.connections).to.eql([`${PUBLIC}:80`]);
    });
  });

  describe('from a server that means no good', () => {
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n';

    it('is given up where nothing is answered', async () => {
      await web.answer(() => undefined);
      await refuses(
        'unreachable',
        'did not answer within',
        get('http://www.example.org/', { patience: 100 }),
      );
    });

    it('is given up where headers drip', async () => {
      await web.answer(socket => {
        socket.write(head);
        drip(() => socket.write('x: y\r\n'), socket);
      });
      await refuses(
        'unreachable',
        'did not answer within',
        get('http://www.example.org/', { patience: 200 }),
      );
    });

    it('is given up where a beginning is announced for ever', async () => {
      await web.answer(socket => drip(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), socket));
      await refuses(
        'unreachable',
        'did not answer within',
        get('http://www.example.org/', { patience: 200 }),
      );
    });

    it('is given up where the body drips', async () => {
      await web.answer(socket => {
        socket.write(`${head}content-length: 5000\r\n\r\n`);
        drip(() => socket.write('a'), socket);
      });
      await refuses('unreachable', 'took longer than', get('http://www.example.org/', { time: 300 }));
    });

    it('is given up while a name is looked up for ever', async () => {
      const way = { ...web.way, resolve: () => new Promise<readonly string[]>(() => undefined) };
      const signal = new AbortController().signal;
      await refuses(
        'unreachable',
        'took longer than',
        fetchFile('http://www.example.org/', way, { ...limits, time: 100 }, NOW, signal),
      );
    });

    it('is too large where the body has no end', async () => {
      await web.answer(socket => {
        socket.write(`${head}\r\n`);
        const pour = () => {
          while (!socket.destroyed && socket.write('a'.repeat(10_000)));
        };
        socket.on('drain', pour);
        pour();
      });
      await refuses('too-large', 'is larger than', get('http://www.example.org/'));
    });

    it('is too large where that is announced, before anything of it comes', async () => {
      await web.answer(socket => socket.write(`${head}content-length: 100001\r\n\r\n`));
      await refuses('too-large', 'is larger than', get('http://www.example.org/'));
    });

    const bomb = Buffer.alloc(20 * 2 ** 20, 'a');
    for (const [coding, pack] of Object.entries({ gzip: gzipSync, br: brotliCompressSync }))
      it(`is too large where ${coding} swells`, async () => {
        const packed = pack(bomb.subarray(0, coding === 'br' ? 2 ** 20 : undefined));
        await web.serve((_request, response) => {
          response.writeHead(200, { 'content-encoding': coding }).end(packed);
        });
        expect(packed.length).to.be.below(limits.bytes);
        await refuses('too-large', 'is larger than', get('http://www.example.org/'));
      });

    for (const [coding, bytes] of [
      ['deflate', deflateSync('Words.')],
      ['zstd', Buffer.from('(\xb5/\xfd', 'latin1')],
      ['gzip, gzip', gzipSync(gzipSync('Words.'))],
      ['compress', Buffer.from('a')],
    ] as const)
      it(`is not taken in the coding ${coding}, which was not asked for`, async () => {
        await web.serve((_request, response) => {
          response.writeHead(200, { 'content-encoding': coding }).end(bytes);
        });
        await refuses('unreachable', `in the coding "${coding}"`, get('http://www.example.org/'));
      });

    it('is not taken half where it breaks off or is damaged', async () => {
      const packed = gzipSync('Fifty delegates came. '.repeat(50));
      const answers = [
        `${head}content-length: 50\r\n\r\nhalf of it`,
        `${head}transfer-encoding: chunked\r\n\r\n5\r\nhalf \r\n`,
        Buffer.concat([
          Buffer.from(`${head}content-encoding: gzip\r\nconnection: close\r\n\r\n`),
          packed.subarray(0, -9),
        ]),
        Buffer.concat([Buffer.from(`${head}content-encoding: br\r\n\r\n`), packed]),
        `${head}transfer-encoding: chunked\r\n\r\nzz\r\n`,
        'SSH-2.0-OpenSSH_9.0\r\n',
        '',
      ];
      let answer: string | Buffer = '';
      await web.answer(socket => socket.end(answer));
      for (answer of answers)
        expect((await refusal(get('http://www.example.org/'))).kind).to.equal('unreachable');
    });

    it('is refused with headers that have no end', async () => {
      await web.answer(socket => {
        socket.write(head);
        const pour = () => {
          while (!socket.destroyed && socket.write(`x: ${'y'.repeat(2000)}\r\n`));
        };
        socket.on('drain', pour);
        pour();
      });
      await refuses('unreachable', 'headers larger', get('http://www.example.org/'));
    });

    it('is refused under a certificate that nobody vouches for, or that is another’s', async () => {
      await web.serve((_request, response) => response.end('Words.'), 443);
      web.name('other.example', [PUBLIC]);
      await refuses('unreachable', 'certificate of other.example', get('https://other.example/'));
      const { trusted: _, ...way } = web.way;
      await refuses(
        'unreachable',
        'certificate of www.example.org',
        fetchFile('https://www.example.org/', way, limits, NOW, new AbortController().signal),
      );
    });

    for (const [status, says] of [
      [401, 'without an account'],
      [403, 'without an account'],
      [404, 'web archive'],
      [429, 'Try again later'],
      [500, 'Try again later'],
      [204, '204 No Content'],
      [206, '206 Partial Content'],
      [300, '300 Multiple Choices'],
      [304, '304 Not Modified'],
      [302, '302 Found'],
    ] as const)
      it(`says what to do where it answers ${status}`, async () => {
        await web.serve((_request, response) => response.writeHead(status).end());
        await refuses('unreachable', says, get('http://www.example.org/'));
      });

    it('says that a picture holds no text, and that what is empty is', async () => {
      let type = 'image/png';
      await web.serve((_request, response) => response.writeHead(200, { 'content-type': type }).end());
      await refuses('unsupported-type', 'image/png', get('http://www.example.org/'));
      type = 'text/html';
      await refuses('unreadable', 'is empty', get('http://www.example.org/'));
    });

    function drip(one: () => void, socket: { once(event: 'close', done: () => void): unknown }): void {
      const timer = setInterval(one, 20);
      socket.once('close', () => clearInterval(timer));
    }
  });

  it('is given up at once when it is no longer wanted', async () => {
    const unwanted = new AbortController();
    await web.answer(socket => {
      socket.write('HTTP/1.1 200 OK\r\n\r\nsome');
      setTimeout(() => unwanted.abort(new Error('unwanted')), 50);
    });
    const fetched = get('http://www.example.org/', { signal: unwanted.signal });
    await fetched.then(
      () => expect.fail('It was fetched.'),
      (error: Error) => expect(error.message).to.equal('unwanted'),
    );
    while (web.open > 0) await new Promise(resolve => setTimeout(resolve, 5));
  });

  it('connects to an address that was looked at without asking for its name once more', async () => {
    const server = createServer((_request, response) => response.end('Words.'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const socket = directWay.connect(['127.0.0.1'], port);
      await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
      expect(socket.remoteAddress).to.equal('127.0.0.1');
      socket.destroy();
    } finally {
      server.close();
    }
  });
});

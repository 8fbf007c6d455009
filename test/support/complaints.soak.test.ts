import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { browser } from './browser.ts';
import { listenForComplaints } from './complaints.ts';

const pages: Record<string, string> = {
  '/quiet': '<p>quiet</p>',
  '/throws': '<script src="/throws.js"></script>',
  '/throws.js': 'throw new Error("out of ink")',
  '/says': '<script src="/says.js"></script>',
  '/says.js': 'console.error("blotted")',
  '/inline': '<script>1</script>',
  '/elsewhere': '<img alt="" src="https://example.org/picture.png">',
  '/missing': '<img alt="" src="/no-such-picture.png">',
};

describe('what a page complains about', function () {
  this.timeout(60_000);
  let server: Server;
  let origin: string;

  before(async () => {
    server = createServer((request, response) => {
      const page = pages[request.url ?? ''];
      const script = request.url?.endsWith('.js') === true;
      response.writeHead(page === undefined ? 404 : 200, {
        'content-type': script ? 'text/javascript' : 'text/html',
        'content-security-policy': "script-src 'self'",
      });
      response.end(page);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const complaintsOn = async (page: string, allow?: readonly RegExp[]) => {
    const context = await (await browser()).newContext();
    const { complaints } = listenForComplaints(context, origin, allow);
    const opened = await context.newPage();
    await opened.goto(`${origin}${page}`, { waitUntil: 'networkidle' });
    await context.close();
    return complaints.filter(complaint => !complaint.includes('favicon')).join('\n');
  };

  const cases: [what: string, page: string, complaint: RegExp][] = [
    ['an uncaught error', '/throws', /uncaught: Error: out of ink/],
    ['a console error', '/says', /console: blotted/],
    ['an inline script that the policy refuses', '/inline', /console: .*Content Security Policy/],
    ['a request to another host', '/elsewhere', /request elsewhere: https:\/\/example\.org/],
    ['a file that is not there', '/missing', /console: .*404/],
  ];
  for (const [what, page, complaint] of cases) {
    it(`hears ${what}`, async () => expect(await complaintsOn(page)).to.match(complaint));
  }

  it('hears nothing on a quiet page', async () => expect(await complaintsOn('/quiet')).to.equal(''));

  it('leaves out what is allowed', async () =>
    expect(await complaintsOn('/missing', [/status of 404/])).to.equal(''));
});

import { expect } from 'chai';
import type { Page, Route } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { SOVINTERN } from '../read/desk.ts';

const asked = /\/api\/(documents|sources|conflicts|claims|entities|status|live)(\?|\/|$)/;

/** A screen, what is said while it waits and where it fails, and what shows that it is there. */
const screens: readonly {
  readonly name: string;
  readonly path: string;
  readonly waits: string;
  readonly fails: RegExp;
  readonly shows: string;
}[] = [
  {
    name: 'the Library',
    path: '/library',
    waits: 'Opening the desk',
    fails: /documents could not be loaded/,
    shows: 'vr-document-table .tt',
  },
  {
    name: 'Read',
    path: `/read/${SOVINTERN}`,
    waits: 'Opening the document',
    fails: /document could not be fetched/,
    shows: '.reader-text',
  },
  {
    name: 'Conflicts',
    path: '/conflicts',
    waits: 'Loading conflicts',
    fails: /Conflicts could not be loaded/,
    shows: '.qi',
  },
  {
    name: 'Sources',
    path: '/sources',
    waits: 'Loading sources',
    fails: /sources could not be loaded/i,
    shows: 'vr-source-table .tt',
  },
];

const failure = JSON.stringify({
  type: 'urn:variorum:problem:failed',
  title: 'The server failed',
  status: 500,
  detail: 'The disk sighed.',
});

/** What the server does with what is asked of it: nothing yet, fail, or answer. */
class Server {
  readonly #held: Route[] = [];
  #mood: 'silent' | 'failing' | 'well' = 'silent';

  async of(page: Page): Promise<this> {
    await page.route(asked, async route => {
      if (this.#mood === 'silent') this.#held.push(route);
      else await this.#answer(route);
    });
    return this;
  }

  async becomes(mood: 'failing' | 'well'): Promise<void> {
    this.#mood = mood;
    for (const route of this.#held.splice(0)) await this.#answer(route);
  }

  #answer(route: Route): Promise<void> {
    const problem = { status: 500, contentType: 'application/problem+json', body: failure };
    return this.#mood === 'well' ? route.continue() : route.fulfill(problem);
  }
}

describe('a screen whose desk is not there yet', function () {
  const app = browserSuite(this, { begin: 'example' });

  for (const { name, path, waits, fails, shows } of screens)
    it(`${name} keeps its shape while it waits, says what failed and why, and goes on when asked`, async () => {
      const page = await app.newPage({ allow: [/500|Internal Server Error|Failed to load/] });
      const server = await new Server().of(page);
      await page.goto(app.url + path);
      const progress = page.getByRole('progressbar', { name: waits });
      await progress.waitFor();
      await page.locator('.sk').first().waitFor({ state: 'attached' });
      await eventually(async () => expect(await page.getByRole('alert').count()).to.equal(0));
      await server.becomes('failing');
      const alert = page.getByRole('alert').filter({ hasText: fails });
      await alert.waitFor();
      await alert.getByText('The disk sighed.').waitFor();
      await progress.waitFor({ state: 'detached' });
      await server.becomes('well');
      await alert.getByRole('button', { name: 'Try again' }).click();
      await page.locator(shows).first().waitFor();
      await alert.waitFor({ state: 'detached' });
    });
});

describe('a screen of an empty desk', function () {
  const app = browserSuite(this, { begin: 'nothing' });

  const empty: readonly (readonly [path: string, heading: string, way: RegExp])[] = [
    ['/library', 'Nothing to check yet', /Add files/],
    ['/read', 'Nothing to read yet', /To the Library/],
    ['/conflicts', 'Nothing disagrees yet', /Open a text/],
    ['/sources', 'No sources yet', /Add source/],
    ['/read/01a00000-0000-7000-8000-000000000000', 'There is no such document', /To the Library/],
    ['/nowhere/at/all', 'Nothing here', /To the Library/],
  ];

  it('says what could stand there, and shows the way on', async () => {
    const page = await app.newPage({ allow: [/404/] });
    for (const [path, heading, way] of empty) {
      await page.goto(app.url + path);
      const main = page.getByRole('main');
      await main.getByRole('heading', { level: 1, name: heading }).waitFor();
      await main
        .getByRole('button', { name: way })
        .or(main.getByRole('link', { name: way }))
        .first()
        .waitFor();
    }
  });
});

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { Colleague, create } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';
import { saved } from '../saved.ts';

/** Words that would do something if they were taken for more than words. */
const SCRIPT = '<script>window.ran=1</script>';
const IMAGE = '<img src=x onerror="window.ran=2">';
const LINK = '<a href="javascript:window.ran=3">link</a>';
const FRAME = '<iframe srcdoc="<script>parent.ran=4</script>"></iframe>';
const TEMPLATE = '{{constructor.constructor("window.ran=5")()}}';
const TURNED = '\u202Egnp.exe\u202C';
const ALL = [SCRIPT, IMAGE, LINK, FRAME, TEMPLATE, TURNED];
const TEXT = `A text with ${ALL.join('\nand ')}\nand nothing else.`;

describe('hostile words', function () {
  const app = browserSuite(this);
  let documentId: string;
  let claim: string;
  let source: string;
  let conflict: string;

  before('puts them everywhere', async () => {
    const mallory = new Colleague(app.url, IMAGE);
    documentId = await mallory.adds(`${SCRIPT} ${IMAGE} ${TURNED}`, TEXT);
    source = crypto.randomUUID();
    await mallory.does(
      create('source', {
        id: source,
        csl: {
          type: 'webpage',
          title: `${SCRIPT} ${LINK}`,
          author: [{ family: IMAGE, given: FRAME }],
          'container-title': TEMPLATE,
          publisher: IMAGE,
          URL: 'https://example.org/?q=<script>window.ran=7</script>',
          issued: { raw: SCRIPT },
        },
      }),
    );
    const at = new Date().toISOString();
    claim = await mallory.marks(documentId, IMAGE, {
      value: { kind: 'name', full: `${IMAGE} ${TURNED}`, given: SCRIPT, family: LINK },
      fields: { role: FRAME, affiliation: TEMPLATE },
      tags: [IMAGE, SCRIPT.slice(0, 50)],
      notes: [{ id: crypto.randomUUID(), text: ALL.join(' '), by: IMAGE, at }],
      evidence: [
        {
          ...{ id: crypto.randomUUID(), sourceId: source, stance: 'contradicts', quote: SCRIPT },
          ...{ locator: IMAGE, note: FRAME, by: SCRIPT, at },
        },
      ],
    });
    const other = await mallory.marks(documentId, SCRIPT);
    const decisionId = crypto.randomUUID();
    conflict = await mallory.raises(
      [
        { value: IMAGE, claimIds: [claim] },
        { value: `${SCRIPT} ${TURNED}`, claimIds: [other] },
      ],
      {
        title: `${IMAGE} / ${SCRIPT}`,
        grounds: [{ id: crypto.randomUUID(), rule: IMAGE, says: ALL.join(' '), for: true }],
        state: 'settled',
        decisions: [
          { id: decisionId, outcome: 'neither', preferred: LINK, reason: ALL.join(' '), by: SCRIPT, at },
        ],
        dissent: [{ id: crypto.randomUUID(), decisionId, text: FRAME, by: IMAGE, at }],
      },
    );
  });

  /** Looks that nothing ran, that no link leads out of the ordinary, and that no foreign element came to be. */
  async function isHarmless(page: Page): Promise<void> {
    const found = await page.evaluate(() => ({
      ran: (window as unknown as { ran?: number }).ran,
      links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
        .map(link => link.protocol)
        .filter(protocol => !['http:', 'https:'].includes(protocol)),
      foreign: document.querySelectorAll('iframe, object, embed, img[src="x"], main script, [onerror]')
        .length,
    }));
    expect(found).to.eql({ ran: undefined, links: [], foreign: 0 });
  }

  async function open(path: string, allow: readonly RegExp[] = []): Promise<Page> {
    const page = await app.newPage({ allow });
    page.on('dialog', dialog => {
      throw new Error(`A dialog came up: ${dialog.message()}`);
    });
    await page.goto(app.url + path);
    return page;
  }

  it('are shown as words in the Library', async () => {
    const page = await open('/library');
    await page.getByRole('link', { name: SCRIPT }).waitFor();
    await page.keyboard.press('Delete');
    await isHarmless(page);
  });

  it('are shown as words in the text, the inspector and its history, and in messages', async () => {
    const page = await open(`/read/${documentId}/${claim}`);
    await page.locator('.reader-text').waitFor();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.locator('.note', { hasText: SCRIPT }).waitFor();
    await inspector.locator('.ev', { hasText: SCRIPT }).waitFor();
    await eventually(async () => expect(await page.locator('.reader-text').innerText()).to.contain(FRAME));
    await inspector.locator('.ctx b', { hasText: IMAGE }).waitFor();
    await isHarmless(page);
    await page.keyboard.press('m');
    await page.keyboard.type(`${IMAGE} typed ${SCRIPT}`);
    await page.keyboard.press('Enter');
    await inspector.locator('.note', { hasText: `${IMAGE} typed ${SCRIPT}` }).waitFor();
    await page.keyboard.press('t');
    await page.keyboard.type('<svg onload=window.ran=8>');
    await page.keyboard.press('Enter');
    await inspector.getByText('<svg onload=window.ran=8>').first().waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Delete');
    await page.getByText('Claim removed').first().waitFor();
    await isHarmless(page);
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await saved(page);
  });

  it('are shown as words in Conflicts', async () => {
    const page = await open(`/conflicts/${conflict}`);
    await page.getByRole('heading', { level: 1, name: `${IMAGE} / ${SCRIPT}` }).waitFor();
    await page.getByRole('region', { name: 'Side A' }).locator('.psg', { hasText: IMAGE }).waitFor();
    await page.getByRole('region', { name: 'Decisions' }).getByText(FRAME).first().waitFor();
    await page.getByLabel('Show').selectOption('all');
    await isHarmless(page);
  });

  it('are shown as words in Sources', async () => {
    const page = await open('/sources');
    await page.getByText(SCRIPT).first().waitFor();
    await isHarmless(page);
    await page.goto(`${app.url}/sources/${source}`);
    await page.getByRole('heading', { name: SCRIPT }).first().waitFor();
    await isHarmless(page);
  });

  it('do nothing in addresses and signatures', async () => {
    for (const path of [
      '/read/%3Cscript%3Eran=9%3C%2Fscript%3E',
      '/conflicts/javascript:ran=9',
      '/sources/%22onmouseover=ran=9',
      '/%3Cimg%20src=x%20onerror=ran=9%3E',
      `/read/${documentId}/%3Cimg%20src=x%20onerror=ran=9%3E`,
    ]) {
      const page = await open(path, [/Failed to load resource.*status of 40[04]/]);
      await page.locator('main *').first().waitFor();
      await isHarmless(page);
    }
    const page = await open('/library');
    await page.getByRole('button', { name: 'You sign as Guest' }).click();
    await page.getByLabel('Sign changes as').fill(IMAGE);
    await page.getByRole('button', { name: 'Sign so' }).click();
    await page.getByRole('button', { name: `You sign as ${IMAGE}` }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: `You sign as ${IMAGE}` }).waitFor();
    await isHarmless(page);
  });

  it('are shown as words while a file is added', async () => {
    const page = await open('/library');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('input[type=file]').setInputFiles([
      {
        name: `${IMAGE.replaceAll('"', '')}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(`${TEXT} Another.`),
      },
    ]);
    await page.locator('vr-candidate').getByText(SCRIPT).first().waitFor();
    await isHarmless(page);
    await page.locator('vr-candidate').getByLabel('Title').fill(LINK);
    await page.locator('vr-candidate').getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: LINK }).waitFor();
    await isHarmless(page);
  });
});

describe('addresses that would run', function () {
  const app = browserSuite(this);
  const addresses = [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'https://user:word@example.org/',
    'https://exam\u202Eple.org/',
  ];

  for (const address of addresses) {
    it(`are refused by the server with a clear message: ${JSON.stringify(address)}`, async () => {
      const mallory = new Colleague(app.url, 'Mallory');
      const source = (csl: object) => {
        const id = crypto.randomUUID();
        return create('source', { id, csl: { type: 'webpage', title: 'A page', ...csl } });
      };
      for (const csl of [{ URL: address }, { custom: { archive: address } }]) {
        const { status, problem } = await mallory.tries([source(csl)]);
        expect(status, JSON.stringify(csl)).to.equal('refused');
        expect(problem!.errors![0]!.path).to.match(/csl\./);
        expect(problem!.errors![0]!.message).to.match(/address/i);
      }
      const { sources } = await mallory.client.listSources();
      expect(sources).to.eql([]);
    });
  }

  it('are refused as the archived copy of evidence', async () => {
    const mallory = new Colleague(app.url, 'Mallory');
    const documentId = await mallory.adds('A text', 'Some words.');
    const claim = await mallory.marks(documentId, 'words');
    const said = await mallory
      .attaches(claim, 'A page', { archived: { url: 'javascript:alert(1)' } })
      .catch((error: Error) => error.message);
    expect(said).to.match(/javascript/);
    expect((await mallory.claim(claim)).evidence).to.eql([]);
  });

  it('never become links, even where a form offers them', async () => {
    const page = await app.newPage();
    await page.goto(`${app.url}/sources`);
    await page.getByRole('button', { name: 'Add source' }).first().click();
    await page.getByLabel('Address').fill('javascript:alert(1)');
    await page.getByLabel('Title').fill('Innocent');
    await page.getByRole('button', { name: 'Add source' }).last().click();
    await page.getByText('Only addresses that begin with https:// or http:// are opened.').first().waitFor();
    await eventually(async () => expect(await page.locator('a[href^="javascript"]').count()).to.equal(0));
  });
});

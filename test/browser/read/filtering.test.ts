import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { ReadDesk, SOVINTERN } from './desk.ts';

describe('filters', function () {
  const app = browserSuite(this);
  let desk: ReadDesk;

  beforeEach(async () => {
    desk = await ReadDesk.open(app, SOVINTERN);
    for (const [words, key] of [
      ['Luis Pérez Leira', '4'],
      ['on 27 April 2026', '6'],
      ['Moscow, Russia', '9'],
    ] as const)
      await desk.mark(words, key);
    await desk.saved();
  });

  const row = (name: string) => desk.page.getByRole('button', { name: new RegExp(`^${name}`) });

  it('shows by type, counts each, and says how many of all are shown', async () => {
    await eventually(async () => expect(await row('Date').innerText()).to.match(/Date\s*1/));
    await row('Date').click();
    await desk.marks('27 April 2026').waitFor({ state: 'detached' });
    await eventually(async () => expect(await row('Date').getAttribute('aria-pressed')).to.equal('false'));
    await desk.page.getByText('2 of 3 shown').first().waitFor();
    await desk.page.keyboard.press('a');
    await desk.marks('27 April 2026').waitFor();
    await desk.page.getByText('of 3 shown').waitFor({ state: 'detached' });
  });

  it('keeps what is shown in the address', async () => {
    await row('Date').click();
    await row('Person').click();
    await desk.page.waitForURL(({ search }) => /place/.test(search) && !/person/.test(search));
    await desk.page.keyboard.press('Escape');
    const address = `${app.url}/read/${SOVINTERN}${new URL(desk.page.url()).search}`;
    const again = await app.newPage();
    await again.goto(address);
    await again.getByText('1 of 3 shown').waitFor();
    await again.keyboard.press('j');
    await again.locator('mark.c', { hasText: 'Moscow, Russia' }).waitFor();
    await eventually(async () =>
      expect(await again.locator('mark.c:not([data-s=sugg])', { hasText: 'Luis' }).count()).to.equal(0),
    );
    await eventually(async () =>
      expect(await again.getByRole('button', { name: /^Person/ }).getAttribute('aria-pressed')).to.equal(
        'false',
      ),
    );
  });

  it('passes over hidden claims when stepping', async () => {
    await row('Date').click();
    await desk.page.keyboard.press('k');
    await desk.inspector.locator('.ctx b', { hasText: 'Luis Pérez Leira' }).waitFor();
    await desk.page.keyboard.press('j');
    await desk.inspector.locator('.ctx b', { hasText: 'Moscow, Russia' }).waitFor();
  });

  it('goes to a heading of the text', async () => {
    await desk.page
      .getByRole('navigation', { name: 'Contents' })
      .getByRole('button', { name: 'Notable People' })
      .click();
    await desk.page.locator('.reader-text', { hasText: 'Notable People' }).waitFor();
    await desk.page.waitForFunction(() => (document.querySelector('.reader-scroll')?.scrollTop ?? 0) > 500);
  });

  it('folds its columns and remembers their widths', async () => {
    const { page } = desk;
    await page.keyboard.press('[');
    await page.getByRole('complementary', { name: 'Contents and filters' }).waitFor({ state: 'hidden' });
    await page.keyboard.press(']');
    await desk.inspector.waitFor({ state: 'hidden' });
    await page.keyboard.press(']');
    await page.getByRole('separator', { name: 'Width of the inspector' }).focus();
    await page.keyboard.press('ArrowLeft');
    const width = (await desk.inspector.boundingBox())!.width;
    expect(width).to.be.greaterThan(392);
    await desk.goTo(SOVINTERN);
    await desk.inspector.waitFor();
    expect((await desk.inspector.boundingBox())!.width).to.equal(width);
    await page.getByRole('complementary', { name: 'Contents and filters' }).waitFor({ state: 'hidden' });
  });
});

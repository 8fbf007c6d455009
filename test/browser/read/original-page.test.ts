import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { violations } from '../axe.ts';
import { Colleague } from '../conflicts/colleague.ts';
import { eventually } from '../eventually.ts';

const LEAF = 'break-after: page; font: 16px/1.5 sans-serif';
const PRINTED = `<!doctype html><html lang="en"><title>Minutes</title>
  <section style="${LEAF}"><h1>Minutes of the committee</h1>
    <p>The meeting was opened by Ana Varela precisely at nine in the morning, in the hall.</p></section>
  <section style="${LEAF}"><h2>Elections</h2><p>Bruno Castro was elected as treasurer by 52 votes.</p></section>
  <section><h2>Closing</h2><p>There was no other business.</p></section>`;

/** A browser's own print of a page. */
async function print(page: Page): Promise<Uint8Array<ArrayBuffer>> {
  await page.goto('about:blank');
  await page.setContent(PRINTED);
  return new Uint8Array(await page.pdf({ format: 'A5' }));
}

describe('the original page beside the text', function () {
  const app = browserSuite(this);

  it('follows the text, shows its claims, and selects in the text what is chosen on it', async () => {
    const page = await app.newPage({ width: 1440, height: 900, allow: [/ERR_FAILED|Failed to load/] });
    const colleague = new Colleague(app.url);
    const id = await colleague.addsFile('Minutes', 'minutes.pdf', await print(page));
    await colleague.marks(id, 'Ana Varela');
    await colleague.marks(id, 'Bruno Castro');
    await page.goto(`${app.url}/read/${id}`);
    await page.locator('.reader-text').waitFor();
    const pane = page.getByRole('region', { name: 'Original page' });
    const field = pane.getByRole('textbox', { name: 'Page of 3' });
    const sheet = pane.locator('.page-sheet');
    const claim = (words: string) => pane.getByRole('button', { name: `Person: ${words}` });
    const isOn = (number: number) =>
      eventually(async () => expect(await field.inputValue()).to.equal(String(number)));

    // Without the server there is no page; it comes once it is asked for again.
    await page.route('**/bytes', route => route.abort());
    await page.locator('.reader-text').focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+P');
    await pane.getByText('The server is away').waitFor();
    await page.unroute('**/bytes');
    await pane.getByRole('button', { name: 'Try again' }).click();
    await pane.getByText('of 3').waitFor();
    await sheet.locator('canvas').waitFor();
    await eventually(async () => expect(await darkest(page)).to.be.lessThan(80));

    // Claims of the page stand on it, and the page goes along with the claim that is focused.
    await claim('Ana Varela').waitFor();
    await page.locator('.reader-text').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await isOn(2);
    await eventually(async () =>
      expect(await claim('Bruno Castro').getAttribute('aria-pressed')).to.equal('true'),
    );
    await pane.getByRole('button', { name: 'Previous page' }).click();
    await isOn(1);
    await claim('Ana Varela').click();
    await page.locator('.insp').getByText('Varela').first().waitFor();
    expect(await violations(page)).to.deep.equal([]);

    // Words after the claim, chosen on the page.
    const box = (await claim('Ana Varela').boundingBox())!;
    await page.mouse.click(box.x + box.width + 0.4 * box.width, box.y + box.height / 2);
    await page.locator('vr-mark-palette .pal').waitFor();
    await eventually(async () => {
      const [, from, to] = /at=(\d+)-(\d+)/.exec(page.url()) ?? [];
      const text = await colleague.words(id);
      expect(text.slice(Number(from), Number(to))).to.equal('precisely');
    });
    await pane.locator('.page-mark.selected').waitFor();

    // By keyboard: pages, sizes, a number.
    await pane.getByRole('group', { name: 'Page 1 of 3, as it is printed' }).focus();
    const width = async () => (await sheet.boundingBox())!.width;
    const before = await width();
    await page.keyboard.press('+');
    await eventually(async () => expect(await width()).to.be.greaterThan(before * 1.1));
    await page.keyboard.press('0');
    await eventually(async () => expect(await width()).to.be.closeTo(before, 2));
    await page.keyboard.press('End');
    await isOn(3);
    await field.fill('2');
    await field.press('Enter');
    await claim('Bruno Castro').waitFor();

    // It is there again the next time, without the server too once it was opened and kept.
    await page.reload();
    await sheet.locator('canvas').waitFor();
    await eventually(async () => expect(await isKept(page)).to.equal(true));
    await page.route('**/bytes', route => route.abort());
    await page.reload();
    await sheet.locator('canvas').waitFor();
    await eventually(async () => expect(await darkest(page)).to.be.lessThan(80));

    // Until it is closed; then the text has the keyboard.
    await pane.getByRole('button', { name: 'Close the original page' }).click();
    await pane.waitFor({ state: 'detached' });
    await page.locator('.reader-text:focus').waitFor();
  });

  it('lies over the text on a phone, and leaves it once words are chosen', async () => {
    const page = await app.newPage({ width: 390, height: 844, hasTouch: true, isMobile: true });
    const colleague = new Colleague(app.url);
    const printing = await app.newPage();
    const id = await colleague.addsFile('Minutes', 'minutes.pdf', await print(printing));
    await colleague.marks(id, 'Ana Varela');
    await page.goto(`${app.url}/read/${id}`);
    await page.getByRole('button', { name: 'Original page' }).tap();
    const claim = page.getByRole('button', { name: 'Person: Ana Varela' });
    const box = await claim.boundingBox().then(async box => box ?? (await claim.boundingBox()));
    await page.touchscreen.tap(box!.x + 1.4 * box!.width, box!.y + box!.height / 2);
    await page.getByRole('region', { name: 'Original page' }).waitFor({ state: 'detached' });
    await page.locator('vr-mark-palette .pal').waitFor();
  });
});

/** Whether this browser keeps an original. */
const isKept = (page: Page): Promise<boolean> =>
  page.evaluate(async () => {
    const kept = await (await caches.open('variorum-texts')).keys();
    return kept.some(({ url }) => url.endsWith('/bytes'));
  });

/** How dark the darkest pixel of the drawn page is, from 0 to 255. */
const darkest = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.page-sheet canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let darkest = 255;
    for (let at = 0; at < pixels.length; at += 4) darkest = Math.min(darkest, pixels[at]!);
    return darkest;
  });

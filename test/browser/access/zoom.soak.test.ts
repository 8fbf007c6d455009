import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { states } from './states.ts';

const NAMES = [
  'Library',
  'Sources, one open',
  'deciding',
  'settings',
  'Read, a claim in conflict',
  'Read, words selected',
  'Read, attaching evidence',
  'keys',
];
const shown = states.filter(({ name }) => NAMES.includes(name));

/** Line height, letter and word spacing that a reader may set, by WCAG 1.4.12. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

describe('enlarged, set wider, without motion, in the system’s colours', function () {
  const app = browserSuite(this, { begin: 'example' });

  for (const [percent, width, height] of [
    [200, 640, 512],
    [400, 320, 256],
  ] as const)
    for (const { name, open } of shown)
      it(`${name} reflows at ${percent} % of 1280 by 1024, and nothing is out of reach`, async () => {
        const page = await app.newPage({ width, height, reducedMotion: 'reduce' });
        await open(page, app.url);
        await eventually(async () =>
          expect(
            await page.evaluate(() =>
              [...document.querySelectorAll('*')]
                .filter(element => {
                  const { overflowX } = getComputedStyle(element);
                  const isScroller = /auto|scroll/.test(overflowX) && element.clientWidth > 0;
                  return (
                    isScroller &&
                    element.scrollWidth > element.clientWidth + 1 &&
                    element.scrollHeight > element.clientHeight + 1
                  );
                })
                .map(element => `${element.tagName}.${element.className}`),
            ),
            'scrolls both ways',
          ).to.eql([]),
        );
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(width);
        // Whatever takes the focus can be brought into the window.
        const lost = await page.evaluate(() => {
          const all = document.querySelectorAll<HTMLElement>(
            'main :is(button, input, textarea, select, a[href])',
          );
          return [...all]
            .filter(
              control => control.checkVisibility({ visibilityProperty: true }) && !control.closest('.vh'),
            )
            .filter(control => {
              control.scrollIntoView({ block: 'center', inline: 'center' });
              const box = control.getBoundingClientRect();
              return box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth;
            })
            .map(control => control.outerHTML.slice(0, 120));
        });
        expect(lost).to.eql([]);
      });

  it('keeps words in their places where they are set with more space', async () => {
    const page = await app.newPage({ width: 1440, height: 900, reducedMotion: 'reduce' });
    for (const { open } of shown.slice(0, 5)) {
      await open(page, app.url);
      await page.evaluate(css => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }, SPACING);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('main :is(button, label, h1, h2, h3, dt, dd)')]
          .filter(element => element.checkVisibility() && element.clientHeight > 1)
          .filter(element => {
            const style = getComputedStyle(element);
            const hides = style.overflow !== 'visible' && style.textOverflow !== 'ellipsis';
            return (
              hides &&
              (element.scrollHeight > element.clientHeight + 3 ||
                element.scrollWidth > element.clientWidth + 3)
            );
          })
          .map(element => element.outerHTML.slice(0, 120)),
      );
      expect(cut).to.eql([]);
    }
  });

  it('moves nothing for those who asked for no motion', async () => {
    const page = await app.newPage({ width: 1440, height: 900, reducedMotion: 'reduce' });
    for (const { name, open } of shown) {
      await open(page, app.url);
      const moving = await page.evaluate(() => {
        const lasts = (times: string) => times.split(',').some(time => Number.parseFloat(time) > 0.011);
        return [...document.querySelectorAll('*')].flatMap(element =>
          [null, '::before', '::after']
            .map(pseudo => getComputedStyle(element, pseudo))
            .filter(
              style =>
                (style.animationName !== 'none' && lasts(style.animationDuration)) ||
                (style.transitionProperty !== 'none' && lasts(style.transitionDuration)) ||
                style.scrollBehavior === 'smooth',
            )
            .map(() => `${element.tagName}.${element.className}`),
        );
      });
      expect(moving, name).to.eql([]);
    }
  });

  it('keeps claims, what is pressed and what is chosen apart where the system forces its colours', async () => {
    const page = await app.newPage({ width: 1440, height: 900, forcedColors: 'active' });
    await states.find(({ name }) => name === 'Read, a claim in conflict')!.open(page, app.url);
    const lines = await page.evaluate(() =>
      ['person', 'organization', 'member', 'date', 'count', 'quotation', 'place', 'statement'].map(type => {
        const swatch = document.querySelector(`.side .sw.t-${type}`);
        const { backgroundImage, backgroundSize } = swatch
          ? getComputedStyle(swatch)
          : { backgroundImage: '', backgroundSize: type };
        return `${backgroundImage} ${backgroundSize}`;
      }),
    );
    expect(new Set(lines).size, 'lines of different types').to.equal(lines.length);
    expect(lines.filter(line => line.startsWith('none'))).to.eql([]);
    const grounds = await page
      .locator('.seg > button')
      .evaluateAll(buttons => buttons.map(button => getComputedStyle(button).backgroundColor));
    expect(new Set(grounds).size, 'the pressed of two').to.equal(2);
    expect(
      await page
        .locator('mark.c.focus')
        .first()
        .evaluate(mark => getComputedStyle(mark).outlineStyle),
    ).to.equal('solid');
  });
});

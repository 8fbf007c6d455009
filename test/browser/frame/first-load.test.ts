import { readdirSync, readFileSync, statSync } from 'node:fs';
import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';

const built = new URL('../../../client/', import.meta.url);
const file = (name: string) => readFileSync(new URL(`assets/${name}`, built), 'utf8');
const coded = (name: string) => statSync(new URL(`assets/${name}.br`, built)).size;
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!);

/** A script and all that it cannot begin without. */
function closure(name: string, into = new Set<string>()): Set<string> {
  if (into.has(name)) return into;
  into.add(name);
  for (const other of namesIn(file(name), /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    closure(other, into);
  return into;
}

/** Most bytes of scripts and styles, coded, before a text can be read; the page, the data and the text take some 20 kB more. */
const MOST = 325_000;

describe('the first load', function () {
  const app = browserSuite(this);

  it('takes less than 350 kB before the first text; faces take their place when they come', () => {
    const page = readFileSync(new URL('index.html', built), 'utf8');
    const needed = new Set<string>();
    for (const name of namesIn(page, /assets\/([\w.-]+\.js)"/g)) closure(name, needed);
    const screens = readdirSync(new URL('assets/', built)).filter(name => /^screen-[\w-]+\.js$/.test(name));
    const read = screens.filter(name => /["'`]vr-read-screen["'`]/.test(file(name)));
    expect(read, 'chunks of the Read screen').to.have.length(1);
    closure(read[0]!, needed);
    const styles = namesIn(page, /assets\/([\w.-]+\.css)"/g);
    const bytes = [...needed, ...styles].reduce((sum, name) => sum + coded(name), 0);
    expect(bytes).to.be.within(50_000, MOST);
  });

  it('brings each screen when it is gone to', async () => {
    const page = await app.newPage();
    const chunks: string[] = [];
    page.on('request', request => {
      if (request.resourceType() === 'script') chunks.push(request.url());
    });
    await page.goto(`${app.url}/library`);
    await page.getByRole('heading', { name: 'Library', level: 1 }).waitFor();
    for (const [key, tag] of [
      ['s', 'vr-sources-screen'],
      ['c', 'vr-conflicts-screen'],
      ['r', 'vr-read-screen'],
    ] as const) {
      const before = chunks.length;
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      await page.locator(tag).waitFor();
      await eventually(() => expect(chunks.length, tag).to.be.above(before));
    }
  });
});

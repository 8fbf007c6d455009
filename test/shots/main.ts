import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient } from '../../shared/api/client.ts';
import { contract } from '../../shared/api/contract.ts';
import { browser, closeBrowser } from '../support/browser.ts';
import { buildOdd } from '../support/desks/odd.ts';
import { buildSized, SIZES } from '../support/desks/sized.ts';
import { clearAway, type RunningServer, startTestServer } from '../support/server.ts';
import { contactSheet, type Shot } from './contact-sheet.ts';
import { type DeskName, type Seen, type View, views } from './views.ts';

const SCREENS = ['1440x900', '1024x768', '390x844'] as const;
const SCHEMES = ['light', 'dark'] as const;

const HELP = `npm run shots -- [options]
  --views=library,read/claim   screens, or screens in a state (all)
  --sizes=1440x900,390x844     of the window (${SCREENS.join(', ')})
  --schemes=light,dark         (both)
  --out=shots                  where the pictures go, with index.html`;

/** Options as they are written: `--name=a,b`. */
function option(name: string, usual: readonly string[]): readonly string[] {
  const given = process.argv.find(arg => arg.startsWith(`--${name}=`));
  return given ? given.slice(name.length + 3).split(',') : usual;
}

async function startDesk(name: DeskName, folder: string): Promise<RunningServer> {
  if (name === 'nothing' || name === 'example') return startTestServer({ begin: name, finding: true });
  const data = path.join(folder, name);
  if (name === 'odd') await buildOdd(data);
  else await buildSized(data, SIZES[name]);
  return startTestServer({ data, finding: true });
}

async function lookAt(url: string): Promise<Seen> {
  const api = createClient(contract, fetch, url);
  const { documents } = await api.listDocuments();
  const { sources } = await api.listSources();
  const { conflicts } = await api.listConflicts();
  const ids = documents.map(({ held }) => held.id);
  return {
    documents: ids,
    sources: sources.map(({ id }) => id),
    conflicts: conflicts.map(({ id }) => id),
    async claims(place) {
      const { claims } = await api.listClaims({ query: { document: ids.at(place)!, limit: 50 } });
      return claims.map(({ id }) => id);
    },
  };
}

async function take(view: View, url: string, seen: Seen, out: string): Promise<Shot[]> {
  const shots: Shot[] = [];
  for (const size of option('sizes', SCREENS))
    for (const scheme of option('schemes', SCHEMES)) {
      const [width, height] = size.split('x').map(Number) as [number, number];
      const context = await (await browser()).newContext({
        viewport: { width, height },
        colorScheme: scheme as 'light' | 'dark',
        hasTouch: width < 760,
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      context.setDefaultTimeout(20_000);
      await context.addInitScript(() => localStorage.setItem('variorum-signature', 'Marta'));
      // Who looks at one picture after the other is one person, not a crowd.
      await context.route('**/api/presence/**', route => route.abort());
      const page = await context.newPage();
      const file = `${view.screen}-${view.state}-${size}-${scheme}.png`;
      try {
        await view.before?.(page);
        await page.goto(url + (await view.at(seen)));
        await page.locator('main > *').first().waitFor();
        await page.waitForTimeout(1200);
        await view.after?.(page);
        await page.screenshot({ path: path.join(out, file) });
        shots.push({ ...view, size, scheme, file });
      } catch (error) {
        console.error(`${file}: ${(error as Error).message.split('\n')[0]}`);
      } finally {
        await context.close();
      }
    }
  return shots;
}

async function run(): Promise<void> {
  const wanted = option('views', []);
  const chosen = views.filter(
    ({ screen, state }) =>
      wanted.length === 0 || wanted.includes(screen) || wanted.includes(`${screen}/${state}`),
  );
  const [out = 'shots'] = option('out', ['shots']);
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(path.join(tmpdir(), 'variorum-shots-'));
  const shots: Shot[] = [];
  try {
    for (const name of new Set(chosen.map(({ desk }) => desk))) {
      const server = await startDesk(name, folder);
      const seen = await lookAt(server.url);
      for (const view of chosen.filter(({ desk }) => desk === name)) {
        console.log(`${view.screen}, ${view.state} …`);
        shots.push(...(await take(view, server.url, seen, out)));
      }
      await server.close();
    }
    await writeFile(path.join(out, 'index.html'), contactSheet(shots));
    console.log(`${shots.length} pictures: ${path.join(out, 'index.html')}`);
  } finally {
    await closeBrowser();
    await clearAway();
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv.includes('--help')) console.log(HELP);
else await run();

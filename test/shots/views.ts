import type { Page, Route } from 'playwright-core';
import { pdf, png } from '../support/files.ts';

/** A desk to look at: what it holds, or how much. */
export type DeskName = 'nothing' | 'example' | 'one' | 'twenty' | 'thousand' | 'huge' | 'odd';

/** What a view is told of the desk it shows. */
export interface Seen {
  /** Documents, sources and conflicts by id, in the order in which the server lists them. */
  readonly documents: readonly string[];
  readonly sources: readonly string[];
  readonly conflicts: readonly string[];
  /** Claims of the document at a place. */
  claims(place: number): Promise<readonly string[]>;
}

/** A screen in a state. */
export interface View {
  readonly screen: string;
  readonly state: string;
  readonly desk: DeskName;
  /** Where to go. */
  at(seen: Seen): string | Promise<string>;
  /** What comes before the page is opened: answers that fail or never come. */
  before?(page: Page): Promise<void>;
  /** What is done once it is there. */
  after?(page: Page): Promise<void>;
}

const lists = /\/api\/(documents|sources|conflicts|claims|entities|status|live)(\?|\/|$)/;
const whenever = (answer: (route: Route) => Promise<void>) => async (page: Page) => {
  await page.route(lists, answer);
};
/** The server answers with an error. */
const failing = whenever(route =>
  route.fulfill({
    status: 500,
    contentType: 'application/problem+json',
    body: JSON.stringify({
      type: 'urn:variorum:problem:failed',
      title: 'The server failed',
      status: 500,
      detail: 'The server failed. Try again; if it happens again, its log says why.',
    }),
  }),
);
/** The server takes its time. */
const slow = whenever(() => new Promise(() => {}));
/** The server is gone once the page is there. */
const away = async (page: Page) => {
  await page.context().setOffline(true);
  await page.waitForTimeout(300);
};
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(400);
  };

/** Puts a picture and a PDF with a new piece of evidence, as dropping them does. */
const attach = async (page: Page) => {
  await page.keyboard.press('e');
  const form = page.locator('vr-evidence-form');
  await form.locator('input[type=file]').setInputFiles([
    { name: 'Stage, second day.png', mimeType: 'image/png', buffer: png(640, 400, [40, 96, 180]) },
    { name: 'Call of the congress.pdf', mimeType: 'application/pdf', buffer: pdf('Call') },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<p>') },
  ]);
  await form.locator('a.open').nth(1).waitFor();
  await form.locator('.file').last().scrollIntoViewIfNeeded();
};

const library = () => '/library';
const conflicts = () => '/conflicts';
const sources = () => '/sources';
const text =
  (place: number) =>
  ({ documents }: Seen) =>
    `/read/${documents.at(place)}`;
/** @param claim which of the document's claims has the focus */
const claimOf = (place: number, claim: number) => async (seen: Seen) =>
  `/read/${seen.documents.at(place)}/${(await seen.claims(place)).at(claim)}`;
const conflictAt =
  (place: number) =>
  ({ conflicts }: Seen) =>
    `/conflicts/${conflicts.at(place)}`;
const sourceAt =
  (place: number) =>
  ({ sources }: Seen) =>
    `/sources/${sources.at(place)}`;

type Rest = Pick<View, 'before' | 'after'>;
const view = (screen: string, state: string, desk: DeskName, at: View['at'], rest: Rest = {}): View => ({
  screen,
  state,
  desk,
  at,
  ...rest,
});

/** Every screen in every state. */
export const views: readonly View[] = [
  view('library', 'empty', 'nothing', library),
  view('library', 'loading', 'example', library, { before: slow }),
  view('library', 'error', 'example', library, { before: failing }),
  view('library', 'offline', 'example', library, { after: away }),
  view('library', 'one', 'one', library),
  view('library', 'full', 'example', library),
  view('library', 'thousand', 'thousand', library),
  view('library', 'odd', 'odd', library),
  view('library', 'export', 'example', library, {
    after: async page => {
      await page.getByRole('button', { name: 'Export' }).first().click();
      await page.waitForTimeout(300);
    },
  }),
  view('read', 'empty', 'nothing', () => '/read'),
  view('read', 'loading', 'example', text(0), { before: slow }),
  view('read', 'error', 'example', text(0), { before: failing }),
  view('read', 'missing', 'example', () => '/read/01a00000-0000-7000-8000-000000000000'),
  view('read', 'offline', 'example', text(0), { after: away }),
  view('read', 'full', 'example', text(0)),
  view('read', 'claim', 'example', claimOf(0, 12)),
  view('read', 'evidence', 'example', claimOf(0, 12), { after: press('e') }),
  view('read', 'attachments', 'example', claimOf(0, 12), { after: attach }),
  view('read', 'history', 'example', claimOf(0, 12), {
    after: async page => {
      await page.locator('vr-history').first().scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
    },
  }),
  view('read', 'hundred-thousand', 'huge', claimOf(-1, 5)),
  view('read', 'hebrew', 'odd', claimOf(0, 0)),
  view('read', 'arabic', 'odd', claimOf(1, 0)),
  view('read', 'long-words', 'odd', claimOf(2, 0)),
  view('read', 'emoji', 'odd', claimOf(3, 0)),
  view('read', 'no-words', 'odd', text(4)),
  view('conflicts', 'empty', 'nothing', conflicts),
  view('conflicts', 'loading', 'example', conflicts, { before: slow }),
  view('conflicts', 'error', 'example', conflicts, { before: failing }),
  view('conflicts', 'offline', 'example', conflicts, { after: away }),
  view('conflicts', 'full', 'example', conflictAt(0)),
  view('conflicts', 'ten-thousand', 'huge', conflictAt(5000)),
  view('conflicts', 'hebrew', 'odd', conflictAt(0)),
  view('conflicts', 'long-words', 'odd', conflictAt(1)),
  view('conflicts', 'emoji', 'odd', conflictAt(2)),
  view('conflicts', 'missing', 'example', () => '/conflicts/01a00000-0000-7000-8000-000000000000'),
  view('sources', 'empty', 'nothing', sources),
  view('sources', 'loading', 'example', sources, { before: slow }),
  view('sources', 'error', 'example', sources, { before: failing }),
  view('sources', 'offline', 'example', sources, { after: away }),
  view('sources', 'full', 'example', sources),
  view('sources', 'open', 'example', sourceAt(0)),
  view('sources', 'ten-thousand', 'huge', sources),
  view('sources', 'odd', 'odd', sourceAt(0)),
  view('frame', 'palette', 'example', text(0), { after: press('Control+k') }),
  view('frame', 'help', 'example', text(0), { after: press('?') }),
  view('frame', 'settings', 'example', () => '/settings'),
  view('frame', 'lost', 'example', () => '/nowhere'),
];

import type { Page } from 'playwright-core';
import type { BrowserSuite, PageOptions } from '../../support/browser.ts';
import { SOVINTERN } from '../read/desk.ts';
import { saved } from '../saved.ts';
import type { Colleague } from './colleague.ts';

/** A page at the Conflicts screen, and what an editor sees there. */
export class ConflictDesk {
  readonly page: Page;
  readonly url: string;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
  }

  static async open(app: BrowserSuite, conflictId = '', options?: PageOptions): Promise<ConflictDesk> {
    const page = await app.newPage(options);
    const desk = new ConflictDesk(page, app.url);
    await desk.goTo(conflictId);
    return desk;
  }

  async goTo(conflictId = ''): Promise<void> {
    await this.page.goto(`${this.url}/conflicts${conflictId && `/${conflictId}`}`);
    await this.page
      .locator('vr-conflicts-screen')
      .locator('h1, .queue')
      .filter({ visible: true })
      .first()
      .waitFor();
  }

  get queue() {
    return this.page.getByRole('complementary', { name: 'Queue' });
  }

  get rows() {
    return this.queue.getByRole('link');
  }

  /** Titles in the queue, from the top. */
  titles(): Promise<string[]> {
    return this.queue.locator('.v').allTextContents();
  }

  get heading() {
    return this.page.getByRole('heading', { level: 1 });
  }

  get bar() {
    return this.page.getByRole('form', { name: 'Decision' });
  }

  get reason() {
    return this.bar.getByLabel('Reason');
  }

  get record() {
    return this.page.getByRole('region', { name: 'Decisions' });
  }

  side(letter: string) {
    return this.page.getByRole('region', { name: `Side ${letter}` });
  }

  outcome(name: string) {
    return this.bar.getByRole('radio', { name });
  }

  async shows(title: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  async saved(): Promise<void> {
    await saved(this.page);
  }
}

/** The disagreement about a given name in the first seed text. @returns the conflict and the claims of its two sides */
export async function luisAndLois(colleague: Colleague, title = 'Luis / Lois Pérez Leira') {
  const luis = await colleague.marks(SOVINTERN, 'Luis Pérez Leira');
  const lois = await colleague.marks(SOVINTERN, 'Lois Pérez Leira');
  const conflict = await colleague.raises(
    [
      { value: 'Luis Pérez Leira', claimIds: [luis] },
      { value: 'Lois Pérez Leira', claimIds: [lois] },
    ],
    {
      title,
      grounds: [
        {
          id: crypto.randomUUID(),
          rule: 'letters.given',
          says: 'Given names differ in one letter',
          for: true,
        },
        {
          id: crypto.randomUUID(),
          rule: 'by-hand',
          says: 'Lois is the Galician form of Luis, so neither need be an error',
          for: false,
        },
      ],
    },
  );
  return { conflict, luis, lois };
}

import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';
import { misfits, outsideMarks } from './look-over.ts';
import { type Place, places } from './places.ts';
import { speakPseudo } from './pseudo.ts';

const LANGUAGES = ['es', 'ru', 'fr'] as const;

/** Every string of a value, however deep. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** Words that the platform makes for Spanish: months, units, languages, how long ago. */
function spanishOfThePlatform(): Set<string> {
  const words = new Set<string>();
  const take = (text: string) => {
    for (const word of text.split(/[^\p{L}]+/u)) words.add(word.toLocaleLowerCase());
  };
  for (let month = 0; month < 12; month++)
    for (const style of ['long', 'short'] as const)
      take(new Intl.DateTimeFormat('es', { day: 'numeric', month: style }).format(Date.UTC(2026, month, 3)));
  for (const days of [0, -1, -2, -30])
    take(new Intl.RelativeTimeFormat('es', { numeric: 'auto' }).format(days, 'day'));
  for (const tag of ['en', 'es', 'ru', 'fr'])
    take(new Intl.DisplayNames('es', { type: 'language' }).of(tag)!);
  for (const unit of ['byte', 'kilobyte', 'megabyte'])
    take(new Intl.NumberFormat('es', { style: 'unit', unit, unitDisplay: 'long' }).format(2));
  take('kB MB y o e de');
  return words;
}

/** What stands for itself in every language. */
const NAMES =
  /^(Variorum|ar|English|Español|Русский|Français|CSL-JSON|JSON-LD|UTF-8|Guest|https|[A-Za-z]{2,3}(-[A-Za-z]+)?|((Ctrl|Shift|Alt|Esc|Del|↵|[↑↓←→]|.)( |$))+)$/u;

describe('languages', function () {
  const app = browserSuite(this, { begin: 'example' });

  async function goTo(page: Page, place: Place): Promise<void> {
    await page.goto(app.url + place.path);
    await page.locator('main > *').first().waitFor();
    await place.act?.(page);
    await page.locator(place.there).first().waitFor();
  }

  it('leaves no words untranslated on any screen', async function () {
    this.timeout(180_000);
    const response = await fetch(`${app.url}/api/export/variorum-json`);
    const data = stringsOf(await response.json())
      .filter(text => text.length < 4000)
      .join('\n');
    const platform = spanishOfThePlatform();
    const isKnown = (part: string): boolean => {
      const words = part.replace(/^[\s\p{P}\p{S}\d]+|[\s\p{P}\p{S}\d]+$/gu, '');
      return (
        words.length < 2 ||
        NAMES.test(words) ||
        data.includes(words) ||
        words.split(/[^\p{L}]+/u).every(word => word.length < 2 || platform.has(word.toLocaleLowerCase()))
      );
    };
    // A name beside a date is known by its parts.
    const isData = (text: string): boolean => isKnown(text) || text.split(/[,;:·.…]|\d+/u).every(isKnown);
    const page = await app.newPage({ width: 1440, height: 900 });
    await speakPseudo(page);
    const found: string[] = [];
    for (const place of places) {
      await goTo(page, place);
      const said = await outsideMarks(page);
      for (const { text, where } of said)
        if (!isData(text)) found.push(`${place.name}: “${text}” in ${where}`);
    }
    expect([...new Set(found)].join('\n')).to.equal('');
  });

  for (const language of LANGUAGES) {
    it(`fits everything in where it is said in ${language}, on a desk and on a phone`, async function () {
      this.timeout(180_000);
      const page = await app.newPage({ width: 1440, height: 900 });
      await page.addInitScript(code => localStorage.setItem('variorum-language', code), language);
      const found: string[] = [];
      for (const place of places) {
        await page.setViewportSize({ width: 1440, height: 900 });
        await goTo(page, place);
        expect(await page.locator('html').getAttribute('lang')).to.equal(language);
        for (const misfit of await misfits(page)) found.push(`${place.name}, desk: ${misfit}`);
        await page.setViewportSize({ width: 390, height: 844 });
        await page.evaluate(
          () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))),
        );
        for (const misfit of await misfits(page)) found.push(`${place.name}, phone: ${misfit}`);
      }
      expect(found.join('\n')).to.equal('');
    });
  }

  it('speaks the browser’s language, another once it is chosen, and remembers that', async () => {
    const page = await app.newPage({ locale: 'ru-RU' });
    await page.goto(`${app.url}/settings`);
    await page.getByRole('heading', { name: 'Настройки' }).waitFor();
    await page.getByLabel('Язык интерфейса').selectOption('fr');
    await page.getByRole('heading', { name: 'Réglages' }).waitFor();
    await eventually(async () => {
      expect(await page.locator('html').getAttribute('lang')).to.equal('fr');
      expect(await page.title()).to.equal('Réglages · Variorum');
      expect(await page.locator('vr-rail').innerText()).to.contain('Bibliothèque');
    });
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Raccourcis' }).getByText('Annuler').waitFor();
    await page.goto(`${app.url}/library`);
    await page.getByRole('heading', { name: 'Bibliothèque' }).waitFor();
    await page.goto(`${app.url}/settings`);
    await page.getByLabel('Langue de l’interface').selectOption('');
    await page.getByRole('heading', { name: 'Настройки' }).waitFor();
  });
});

import { expect } from 'chai';
import { browserSuite } from '../../support/browser.ts';
import { eventually } from '../eventually.ts';

describe('the first page', function () {
  const app = browserSuite(this);

  for (const [locale, language, library] of [
    ['es-AR', 'es', 'Biblioteca'],
    ['ru-RU', 'ru', 'Библиотека'],
    ['fr-CA', 'fr', 'Bibliothèque'],
    ['de-DE', 'en', 'Library'],
  ] as const)
    it(`speaks ${language} to a browser set to ${locale}`, async () => {
      const page = await app.newPage({ locale });
      await page.goto(`${app.url}/library`);
      await page.getByRole('heading', { name: library, level: 1 }).waitFor();
      await eventually(async () => expect(await page.getAttribute('html', 'lang')).to.equal(language));
    });
});

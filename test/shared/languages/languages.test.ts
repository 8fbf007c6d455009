import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { dossierMessages } from '../../../server/services/dossier/index-page.ts';
import { reportMessages } from '../../../shared/formats/html-report/report-tongue.ts';
import { type Language, languageCodes } from '../../../shared/languages/languages.ts';
import { Tongue, words } from '../../../shared/languages/tongue.ts';

const FORMS: Readonly<Record<Language, number>> = { en: 2, es: 2, ru: 3, fr: 2 };

/** All messages of a table of any depth, by their paths. */
function leaves(table: object, path = ''): [path: string, message: string][] {
  return Object.entries(table).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : leaves(value as object, `${path}${name}.`),
  );
}

const placeholders = (message: string): string[] =>
  [...message.matchAll(/\{\w+\}/g)].map(([all]) => all).sort();

const tables: readonly [what: string, table: Readonly<Record<Language, object>>][] = [
  ['the words of the model', words],
  ['the report', reportMessages],
  ['the page of a dossier', dossierMessages],
];

/** The translations of the interface, by their English words; placeholders as `{name}`. */
function interfaceWords(language: Language): Set<string> {
  const file = new URL(`../../../../client/localize/xliff/${language}.xlf`, import.meta.url);
  const targets = readFileSync(file, 'utf8').matchAll(/<target>(.*?)<\/target>/gs);
  const plain = (text: string) =>
    text
      .replace(/<x id="\d+" equiv-text="\$\{(?:sayEdtf\()?(\w+)[^"]*"\/>/g, '{$1}')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  return new Set([...targets].map(([, text]) => plain(text!)));
}

describe('what is written in a language of choice', () => {
  for (const [what, table] of tables)
    for (const language of languageCodes)
      it(`${what} has each message, placeholder and form in ${language}`, () => {
        const english = new Map(leaves(table.en));
        for (const [path, message] of leaves(table[language])) {
          expect(message.trim(), path).not.to.equal('');
          for (const [, forms] of message.matchAll(/\{([^{}]*¦[^{}]*)\}/g))
            expect(forms!.split('¦'), `${path}: ${message}`).to.have.length(FORMS[language]);
          if (english.has(path)) expect(placeholders(message), path).to.eql(placeholders(english.get(path)!));
        }
        const own = new Set(leaves(table[language]).map(([path]) => path));
        for (const path of english.keys()) expect(own.has(path), `${path} in ${language}`).to.equal(true);
      });

  for (const language of languageCodes.filter(code => code !== 'en'))
    it(`has the interface's words for the model in ${language}`, () => {
      const known = interfaceWords(language);
      for (const [path, message] of leaves(words[language]))
        expect(known.has(message), `${path}: ${message}`).to.equal(true);
    });

  it('chooses forms by number, and writes numbers and instants as the language does', () => {
    const tongue = (language: Language) => new Tongue(language, dossierMessages);
    const said = (language: Language) =>
      [1, 3, 5, 21, 1234567].map(count => tongue(language).say('claims', { count }));
    expect(said('en')).to.eql(['1 claim', '3 claims', '5 claims', '21 claims', '1,234,567 claims']);
    expect(said('ru').map(words => words.replace(/[\d\s]+/g, ''))).to.eql([
      'утверждение',
      'утверждения',
      'утверждений',
      'утверждение',
      'утверждений',
    ]);
    expect(tongue('es').instant('2026-05-07T10:42:00.000Z')).to.equal('7 de mayo de 2026, 10:42 UTC');
    expect(tongue('en').instant('2026-05-07T10:42:00.000Z')).to.equal('7 May 2026, 10:42 UTC');
    expect(tongue('fr').instant('soon')).to.equal('soon');
  });

  it('says grounds and places as the interface does', () => {
    const ru = new Tongue('ru', dossierMessages);
    const ground = {
      rule: 'letters.given',
      says: 'Given names differ',
      given: { letters: '2', a: 'Luis', b: 'Lois' },
    };
    expect(ru.ground(ground)).to.match(/Luis, Lois$/);
    expect(ru.ground({ rule: 'by hand', says: 'I saw it' })).to.equal('I saw it');
    const fr = new Tongue('fr', dossierMessages);
    const both = { rule: 'ambiguous-date.both', says: 'Day and month may be swapped', given: {} };
    expect(fr.ground(both)).to.equal('Le jour et le mois peuvent être échangés.');
    expect(fr.conflict({ title: both.says, grounds: [{ id: 'a', for: true, ...both }] })).to.equal(
      fr.ground(both),
    );
    expect(fr.locator({ pages: [{ page: 3 }, { page: 5 }] })).to.equal('p. 3–5');
    expect(fr.locator({ rows: [1200, 1200], column: 'nom' })).to.match(/^ligne 1\s200, colonne nom$/);
    expect(fr.type('person')).to.equal('Personne');
    expect(fr.field('date', 'precision', 'exact')).to.eql(['À comprendre comme', 'Exacte']);
  });
});

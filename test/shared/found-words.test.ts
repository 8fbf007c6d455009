import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { citationChecks } from '../../shared/citations/checks/registry.ts';
import { conflictRules } from '../../shared/conflict-rules/registry.ts';
import { words as es } from '../../shared/found-words/es.ts';
import { words as fr } from '../../shared/found-words/fr.ts';
import { words as ru } from '../../shared/found-words/ru.ts';
import { sayFound } from '../../shared/found-words/say-found.ts';
import { findingsIn } from './conflict-rules/examined.ts';

const LANGUAGES = { es, fr, ru };
const built = new URL('../../shared/', import.meta.url);

/** The codes of grounds that stand in the program's own files. */
function codesIn(folder: string): string[] {
  return readdirSync(new URL(folder, built), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.js'))
    .flatMap(file => [
      ...readFileSync(new URL(`${folder}${file}`, built), 'utf8').matchAll(
        /\b(?:speaksFor|speaksAgainst|because|although|ground)\(\s*'([a-z-]+(?:\.[a-z-]+)?)'/g,
      ),
    ])
    .map(([, code]) => code!);
}

/** One text for each of what rules say in more ways than one. */
const TEXTS: readonly (readonly [language: string, text: string])[] = [
  ['en', 'Katharine Ashdown opened the museum. Two years later, Katherine Ashdown became its director.'],
  ['en', 'The Harbour Board (HB) met in May. The Harbour Board (HBO) met again in June.'],
  ['en', 'The members of the board are:\n- Ann Lee\n- Bob Ray\n- Cid Roe\n- Ann Lee\n'],
  ['en', 'It began on 31 April 2011.<ref>{{cite web |url=http://a.example |titel=A |date=2011}}</ref>'],
];

describe('what rules find, in other languages', () => {
  for (const [language, words] of Object.entries(LANGUAGES)) {
    it(`has a sentence in ${language} for each rule, check and ground`, () => {
      // Finds of this rule are those of another one.
      const rules = conflictRules.map(({ id }) => id).filter(id => id !== 'unmarked-name');
      const codes = [
        ...rules,
        ...citationChecks.map(({ id }) => id),
        ...codesIn('conflict-rules/'),
        ...codesIn('citations/'),
      ];
      expect(codes.length).to.be.above(150);
      const isSaid = (code: string) =>
        Object.keys(words).some(known => known === code || known.startsWith(`${code}#`));
      expect([...new Set(codes)].filter(code => !isSaid(code))).to.deep.equal([]);
    });

    it(`names in ${language} just what is named in the others`, () => {
      const named = (sentence = '') => [...new Set(sentence.match(/\{\w+\}/g))].sort();
      expect(Object.keys(words)).to.deep.equal(Object.keys(es));
      for (const [code, sentence] of Object.entries(words))
        expect(named(sentence), code).to.deep.equal(named(es[code]));
    });

    it(`says in ${language} all that is found in a text, with what was found`, () => {
      const findings = TEXTS.flatMap(([spoken, text]) => findingsIn(spoken, text));
      expect(findings.length).to.be.above(4);
      for (const { rule, given, grounds } of findings)
        for (const one of [{ rule, given }, ...grounds]) {
          const said = sayFound(words, one.rule, one.given);
          expect(said, one.rule).to.be.a('string');
          expect(said, one.rule).not.to.match(/[{}]/);
        }
    });
  }

  it('leaves to the English words what names something that was not found', () => {
    expect(sayFound(es, 'missing-year', {})).to.equal(undefined);
    expect(sayFound(es, 'no-such-rule', { date: '5 May' })).to.equal(undefined);
  });
});

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CheckedText } from '../../../../shared/detectors/checked-text.ts';
import { findLists } from '../../../../shared/detectors/structure/lists.ts';
import { findSeen } from '../../../../shared/detectors/structure/seen.ts';
import type { MediaType } from '../../../../shared/model/document.ts';

const checked = (text: string, mediaType: MediaType = 'text/plain', language = 'en') =>
  new CheckedText({ documentId: 'd', text, mediaType, language });
const lists = (text: string, mediaType?: MediaType) => checked(text, mediaType).once(findLists);
const seed = (name: string) =>
  readFileSync(new URL(`../../../../../seeds/${name}.txt`, import.meta.url), 'utf8');

describe('lists of a text', () => {
  const cases: [name: string, text: string, kind: string, of: string, items: string[], type?: MediaType][] = [
    ['stars', 'Members:\n* Alpha Party\n* Beta Union\n', 'bullets', 'things', ['Alpha Party', 'Beta Union']],
    [
      'dashes with what follows a name',
      'Members:\n– Alpha Party — founded long ago\n– Beta Union: the oldest of them\n',
      'bullets',
      'things',
      ['Alpha Party', 'Beta Union'],
    ],
    [
      'numbers over empty lines',
      'Parties\n\n 1. The Alpha Party (France)\n\n 2. Beta – BTA (Spain)\n\n',
      'numbers',
      'things',
      ['The Alpha Party (France)', 'Beta – BTA (Spain)'],
    ],
    [
      'bullets in one line',
      'Groups: • Alpha Party • Beta Union • Gamma League',
      'bullets',
      'things',
      ['Alpha Party', 'Beta Union', 'Gamma League'],
    ],
    [
      'numbers in one line',
      'Groups: 1) Alpha Party 2) Beta Union 3) Gamma League',
      'numbers',
      'things',
      ['Alpha Party', 'Beta Union', 'Gamma League'],
    ],
    [
      'an entry that names two bodies',
      '1. The Party of Workers (PW) and its Group of Friends (GOF)\n2. Alpha Union\n',
      'numbers',
      'things',
      ['The Party of Workers (PW)', 'Group of Friends (GOF)', 'Alpha Union'],
    ],
    [
      'people with what they are',
      "== People ==\n* '''Ann Lee''' — writer\n* '''Boris Ivanov''' — actor\n",
      'bullets',
      'people',
      ['Ann Lee', 'Boris Ivanov'],
      'text/x-wiki',
    ],
    [
      'entries of a template',
      '{{plainlist|\n* [[Alpha Party]]\n* [[Beta (Spain)|Beta Union]]\n}}',
      'bullets',
      'things',
      ['Alpha Party', 'Beta Union'],
      'text/x-wiki',
    ],
    [
      'signed lines',
      'Ann Lee (Alpha Party)\n\nBoris Ivanov, writer\n\nPetrov S.M. “Beta Union”\n',
      'signatures',
      'people',
      ['Ann Lee', 'Boris Ivanov', 'Petrov S.M.'],
    ],
    [
      'lines that bodies have signed',
      'Signatories:\n\nAlliance for Open Cities\nBread and Roses Collective\nDie Brücke e.V.\n\nContact: the office, tel. 555 12 34\n',
      'lines',
      'things',
      ['Alliance for Open Cities', 'Bread and Roses Collective', 'Die Brücke e.V.'],
    ],
    [
      'demands, which are no names',
      'We demand:\n- an end to the war;\n- bread for all;\n',
      'bullets',
      'sentences',
      ['an end to the war', 'bread for all'],
    ],
  ];
  for (const [name, text, kind, of, items, type] of cases)
    it(`finds ${name}`, () => {
      const [list, ...others] = lists(text, type);
      expect(
        list && { kind: list.kind, of: list.of, items: list.items.map(item => item.name) },
      ).to.deep.equal({
        kind,
        of,
        items,
      });
      expect(others).to.deep.equal([]);
      for (const { start, end } of list!.items) expect(items).to.include(text.slice(start, end));
    });

  it('tells groups, flags and what leads to a list, with all of a page in a few lines', () => {
    const text = seed('000_9b9a4f3f2ee867c2');
    const [parties, movements] = checked(text, 'text/x-wiki')
      .once(findLists)
      .filter(({ kind, role }) => kind === 'bullets' && role === 'member');
    expect([parties!.items.length, movements!.items.length]).to.deep.equal([29, 21]);
    expect(parties!.heading?.words).to.equal('Political parties');
    expect(parties!.cue?.words).to.equal(
      'Representatives from these groups have participated in the Sovintern',
    );
    expect(text.slice(parties!.cue!.start, parties!.cue!.end)).to.equal(`${parties!.cue!.words}:`);
    const american = parties!.items.find(({ name }) => name === 'American Communist Party');
    expect(american).to.deep.include({ country: 'USA; Canada', target: 'American Communist Party (2024)' });
    expect(american!.group?.words).to.equal('North America');
    expect(text.slice(american!.whole.start, american!.end)).to.match(/^\{\{flagicon\|USA\}\}\//);
  });

  it('takes a heading that names a place for a group of the list above', () => {
    const text =
      '## Members\n\n### Europe\n\n- Alpha Party\n- Beta Union\n\n### Africa\n\n- Gamma League\n- Delta Front\n';
    const [list] = lists(text, 'text/markdown');
    expect(list!.heading?.words).to.equal('Members');
    expect(list!.items.map(({ name, group }) => [name, group?.words])).to.deep.equal([
      ['Alpha Party', 'Europe'],
      ['Beta Union', 'Europe'],
      ['Gamma League', 'Africa'],
      ['Delta Front', 'Africa'],
    ]);
  });

  it('says of an enumeration that it names only some', () => {
    const [some] = lists('Members include the Alpha Party, the Beta Union and others.');
    const [all] = lists('Members include the Alpha Party, the Beta Union and the Gamma League.');
    expect([some!.isOpen, some!.items.length]).to.deep.equal([true, 2]);
    expect([all!.isOpen, all!.items.length]).to.deep.equal([false, 3]);
  });
});

describe('what is seen of a text', () => {
  it('leads back to the raw text', () => {
    const text = "A [[b|bee]]&nbsp;'''c'''<ref>x</ref> d {{flagicon|Chile}}\n== E ==\n* {{nowrap|f [[g]]}}";
    const view = checked(text, 'text/x-wiki').once(findSeen);
    expect(view.text).to.equal('A bee\u00a0c d \n\nE\n\n\nf g');
    const raw = (words: string) => {
      const start = view.text.indexOf(words);
      const span = view.raw({ start, end: start + words.length });
      return text.slice(span.start, span.end);
    };
    expect(['bee', 'c d', 'E', 'f g'].map(raw)).to.deep.equal(['bee', "c'''<ref>x</ref> d", 'E', 'f [[g']);
    expect(view.marks.map(({ kind }) => kind)).to.deep.equal([
      'link',
      'bold',
      'reference',
      'flag',
      'heading',
      'bullet',
      'link',
    ]);
  });
});

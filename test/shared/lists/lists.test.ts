import { expect } from 'chai';
import { applyChange } from '../../../shared/change/apply.ts';
import type { Draft } from '../../../shared/change/draft.ts';
import { type Agreeing, sayDifferent, sayTheSame } from '../../../shared/lists/agree.ts';
import { alignLists, identities, type Row } from '../../../shared/lists/align.ts';
import { chooseRows } from '../../../shared/lists/choose-rows.ts';
import { csvOf } from '../../../shared/lists/csv.ts';
import { type FoundList, listsIn } from '../../../shared/lists/found-list.ts';
import { assertedLengths, lengthsOf } from '../../../shared/lists/lengths.ts';
import { findLikenesses } from '../../../shared/lists/likeness.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { change, claim, uuid } from '../../support/objects.ts';

let n = 100;
const at = (type: string, words: string, start: number, over: Partial<Claim> = {}): Claim => {
  const made = claim({ id: uuid(n++), type, ...over });
  const end = start + words.length;
  return {
    ...made,
    anchor: {
      ...made.anchor,
      ...over.anchor,
      ranges: [{ start, end }],
      quote: { exact: words, prefix: '', suffix: '' },
    },
  };
};
const inDocument = (documentId: string, claims: readonly Claim[]): Claim[] =>
  claims.map(one => ({ ...one, anchor: { ...one.anchor, documentId } }));
const member = (words: string, start: number, list = 'Members', over: Partial<Claim> = {}) =>
  at('member', words, start, { fields: { list }, ...over });
const form = ({ form }: { form: string }) => form;
const sign: Record<string, string> = {
  absent: '–',
  present: '✓',
  variant: '≈',
  uncertain: '?',
  conflict: '≠',
};
const drawn = (rows: readonly Row[]) =>
  rows.map(row => `${row.form} ${row.cells.map(({ state }) => sign[state]).join('')}`);
const likeIn = (lists: readonly FoundList[], entities: readonly Entity[] = []) => {
  const all = identities(lists, entities);
  const names = all.map(({ key, form, kind, entries }) => ({
    key,
    form,
    bearer: kind,
    lists: [...entries.keys()],
  }));
  return alignLists(lists, all, findLikenesses(names), () => false);
};

describe('lists', () => {
  it('are made of claims that say on which list they stand, and of list claims with what stands in them', () => {
    const list = at('list', '* Red League * Blue Party * Green Union', 500, {
      value: { kind: 'list', heading: 'Guests', items: ['Red League', 'Blue Party', 'Green Union'] },
      fields: { asserted: 'over 5' },
    });
    const found = listsIn([
      member('Blue Party', 20),
      member('Red League', 0),
      at('speaker', 'Ana Ruiz', 100, { fields: { event: 'Opening' } }),
      list,
      at('organization', 'Red League', 502),
      at('organization', 'Grey Front', 900),
    ]);
    expect(found.map(({ of, title, entries }) => [of, title, entries.map(form)])).to.eql([
      ['member', 'Members', ['Red League', 'Blue Party']],
      ['speaker', 'Opening', ['Ana Ruiz']],
      ['list', 'Guests', ['Red League', 'Blue Party', 'Green Union']],
      ['named', '', ['Red League', 'Grey Front']],
    ]);
    expect(found[2]!.entries.map(({ isWords }) => isWords)).to.eql([false, true, true]);
    expect(found[2]!.asserted).to.equal('over 5');
  });

  it('are one where a list claim holds just the members of a list, and part of another where it holds some', () => {
    const words = { kind: 'list', items: ['A', 'B'] };
    const whole = listsIn([
      member('Aa', 10),
      member('Bb', 20),
      at('list', 'x'.repeat(40), 0, { value: words }),
    ]);
    expect(whole.map(({ title, claimId }) => [title, claimId !== undefined])).to.eql([['Members', true]]);
    const part = listsIn([
      member('Aa', 10),
      member('Bb', 20),
      member('Cc', 90),
      at('list', 'x'.repeat(40), 0, { value: words }),
    ]);
    const outer = part.find(({ of }) => of === 'member')!;
    expect(part.find(({ of }) => of === 'list')!.within).to.equal(outer.key);
  });

  it('are aligned by words, entities and their forms, and what only looks alike is uncertain', () => {
    const league: Entity = {
      id: uuid(1),
      kind: 'organization',
      preferred: 'Red League',
      variants: [
        { id: uuid(2), form: 'Red League' },
        { id: uuid(3), form: 'Liga Roja' },
      ],
      distinctFrom: [],
    };
    const lists = [
      ...listsIn([member('red  league', 0), member('Blue Workers Party', 20), member('Green Union', 50)]),
      ...listsIn(
        inDocument(uuid(9), [
          member('Liga Roja', 0),
          member("Blue Workers' Party", 20),
          member('Blue Worker Party', 60),
        ]),
      ),
    ];
    expect(drawn(likeIn(lists, [league]))).to.eql([
      'Red League ✓≈',
      'Blue Workers Party ✓≈',
      'Green Union ✓–',
      'Blue Worker Party –✓',
    ]);
    const second = listsIn(inDocument(uuid(9), [member('Blue Worker Party', 60)]));
    expect(drawn(likeIn([lists[0]!, second[0]!]))).to.eql([
      'red league ✓–',
      'Blue Workers Party ✓?',
      'Green Union ✓–',
    ]);
  });

  it('say what is settled: the same names one entity with both forms; different ones are kept apart', () => {
    const one = member('Blue Workers Party', 0);
    const other = inDocument(uuid(9), [member('Blue Worker Party', 0)])[0]!;
    const lists = [...listsIn([one]), ...listsIn([other])];
    const [row] = likeIn(lists);
    const claims = new Map([one, other].map(claim => [claim.id, claim]));
    const agreeing: Agreeing = {
      claim: id => claims.get(id),
      entity: () => undefined,
      naming: () => [],
      newId: () => uuid(n++),
    };
    const outcome = (drafts: readonly Draft[]) => {
      const held = new Map<string, Versioned>();
      for (const { kind, objectId, operation } of drafts)
        if (kind === 'entity') {
          const now = held.get(objectId);
          held.set(objectId, applyChange(now, change(now, operation, { kind, objectId })).held);
        }
      return [...held.values()].map(({ object }) => object as Entity);
    };
    const [same] = outcome(sayTheSame(row!, 1, agreeing));
    expect(same!.variants.map(form)).to.eql(['Blue Workers Party', 'Blue Worker Party']);
    const apart = outcome(sayDifferent(row!, 1, agreeing));
    expect(apart.map(({ preferred }) => preferred)).to.eql(['Blue Workers Party', 'Blue Worker Party']);
    expect(drawn(likeIn(lists, apart))).to.eql(['Blue Workers Party ✓–', 'Blue Worker Party –✓']);
  });

  it('are held against the numbers that texts give', () => {
    const members = Array.from({ length: 50 }, (_, i) =>
      member(`Party ${i}`, i * 20, 'Members of the Forum'),
    );
    const count = (words: string, number: number, comparator: string, unit: string, subject = 'Forum') =>
      at('count', words, 2000, {
        value: { kind: 'count', number, comparator, unit, text: words },
        fields: { subject },
      });
    const claims = [
      ...members,
      count('over 15 member organisations', 15, 'more-than', 'member organisations'),
      count('50 parties', 50, 'exactly', 'parties'),
      count('70 countries', 70, 'exactly', 'countries'),
      count('9 parties', 9, 'exactly', 'parties', 'Congress'),
    ];
    const lists = listsIn(claims);
    const all = identities(lists, []);
    expect(
      assertedLengths(claims, lists, all, () => 'en').map(({ words, listed, relation }) => [
        words,
        listed,
        relation,
      ]),
    ).to.eql([
      ['over 15 member organisations', 50, 'contradicts'],
      ['50 parties', 50, 'equal'],
    ]);
    const double = listsIn([member('Aa', 0), member('AA', 10), member('Bb', 20)]);
    expect(lengthsOf(double, identities(double, []))).to.eql([
      { place: 0, entries: 3, distinct: 2, twice: ['Aa'] },
    ]);
  });

  it('are chosen from by what differs, by words and in an order', () => {
    const lists = [
      ...listsIn([
        member('Beta', 0, 'M', { fields: { list: 'M', country: 'Chad' } }),
        member('Alpha', 20, 'M'),
      ]),
      ...listsIn(inDocument(uuid(9), [member('Beta', 0)])),
    ];
    const rows = likeIn(lists);
    const choose = (
      filter: 'all' | 'differ' | 'shared' | 'single',
      order: 'lists' | 'name' | 'country',
      words = '',
    ) => chooseRows(rows, { filter, order, words }, (a, b) => a.localeCompare(b)).map(form);
    expect(choose('all', 'lists')).to.eql(['Beta', 'Alpha']);
    expect(choose('all', 'name')).to.eql(['Alpha', 'Beta']);
    expect(choose('all', 'country')).to.eql(['Beta', 'Alpha']);
    expect(choose('differ', 'lists')).to.eql(['Alpha']);
    expect(choose('shared', 'lists')).to.eql(['Beta']);
    expect(choose('all', 'lists', 'ALPH')).to.eql(['Alpha']);
  });

  it('become CSV that no spreadsheet runs as a formula', () => {
    expect(
      csvOf([
        ['Name', 'A "b", c'],
        ['=1+1', '-2'],
        [' x', 'two\nlines'],
      ]),
    ).to.equal('\ufeffName,"A ""b"", c"\r\n\'=1+1,\'-2\r\n" x","two\nlines"\r\n');
  });

  it('of five hundred names each, ten side by side, are aligned', () => {
    const lists = Array.from({ length: 10 }, (_, d) =>
      listsIn(
        inDocument(
          uuid(900 + d),
          Array.from({ length: 500 }, (_, i) =>
            member(`Society ${i.toString(36)} of Town ${(i * 7) % 997}`, i * 50),
          ),
        ),
      ),
    ).flat();
    const rows = likeIn(lists);
    expect(rows.length).to.equal(500);
    expect(rows.every(({ cells }) => cells.every(({ state }) => state === 'present'))).to.equal(true);
  });
});

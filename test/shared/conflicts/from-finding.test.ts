import { expect } from 'chai';
import type { ToldFinding, ToldSpan } from '../../../shared/api/found.ts';
import { basisChanges, basisOfFinding } from '../../../shared/conflicts/basis-of-finding.ts';
import { conflictFromFinding, refuseFinding } from '../../../shared/conflicts/from-finding.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { Conflict } from '../../../shared/model/conflict.ts';
import { Refusal } from '../../../shared/model/refusal.ts';
import { AT, claim, uuid } from '../../support/objects.ts';

const author = { by: 'Marta', at: AT };
const ids = (from = 500) => {
  let next = from;
  return () => uuid(next++);
};

const span = (quote: string, over: Partial<ToldSpan> = {}): ToldSpan => ({
  ...{ documentId: uuid(100), start: 10, end: 10 + quote.length, quote, type: 'count' },
  ...{ revision: uuid(101), prefix: 'of ', suffix: ' came' },
  ...over,
});

function told(sides: ToldFinding['sides'], over: Partial<ToldFinding> = {}): ToldFinding {
  const finding = {
    ...{ rule: 'count-against-count', kind: 'count-mismatch' as const, severity: 'error' as const },
    ...{ message: 'Two counts differ', given: { a: '15', b: '50' }, grounds: [], key: 'count|15|50' },
    sides,
  };
  return { ...finding, basis: basisOfFinding(finding, () => undefined), ...over };
}

const over15 = () =>
  told([
    { value: 'over 15', spans: [span('over 15')] },
    { value: '50', spans: [span('50', { start: 40, end: 42, claimId: uuid(7) })] },
  ]);

describe('a conflict made of a finding', () => {
  it('has the claims that are there and new ones for the other words, read by their type', () => {
    const { drafts, conflict, claims } = conflictFromFinding(over15(), ids(), author);
    expect(Conflict.safeParse(conflict).error).to.equal(undefined);
    expect(conflict).to.include({
      key: 'count|15|50',
      kind: 'count-mismatch',
      severity: 'high',
      title: 'over 15 / 50',
    });
    expect(conflict.sides.map(({ claimIds }) => claimIds)).to.deep.equal([[claims[0]!.id], [uuid(7)]]);
    expect(claims[0]!.value).to.include({ kind: 'count', number: 15, comparator: 'more-than' });
    expect(claims[0]!.anchor.quote).to.deep.equal({ exact: 'over 15', prefix: 'of ', suffix: ' came' });
    expect(drafts.map(({ kind }) => kind)).to.deep.equal(['claim', 'conflict']);
    expect(conflict.grounds[0]).to.include({ rule: 'count-against-count', says: 'Two counts differ' });
  });

  for (const [what, given, sides, title] of [
    [
      'one side where one passage is wrong by itself',
      [{ value: 'x', spans: [span('over 15')] }],
      1,
      'Two counts differ',
    ],
    [
      'no side for words that nothing can stand on',
      [
        { value: 'x', spans: [span('', { start: 4, end: 4 })] },
        { value: 'y', spans: [span('over 15')] },
      ],
      1,
      'x / y',
    ],
  ] as const)
    it(`has ${what}`, () => {
      const { conflict } = conflictFromFinding(told(given as never), ids(), author);
      expect(conflict.sides).to.have.length(sides);
      expect(conflict.title).to.equal(title);
    });

  it('has one claim for words that stand on several sides, and a statement where no type is known', () => {
    const same = span('over 15', { type: 'no such type' });
    const { conflict, claims } = conflictFromFinding(
      told([
        { value: 'a', spans: [same] },
        { value: 'b', spans: [same] },
      ]),
      ids(),
      author,
    );
    expect(claims.map(({ type }) => type)).to.deep.equal(['statement']);
    expect(conflict.sides.map(({ claimIds }) => claimIds[0])).to.deep.equal([claims[0]!.id, claims[0]!.id]);
  });

  it('has a claim for every wording, however many places there are', () => {
    const places = Array.from({ length: 400 }, (_, n) =>
      span(n === 399 ? 'fifteen' : 'over 15', { start: n * 20, end: n * 20 + 7 }),
    );
    const { claims, conflict } = conflictFromFinding(told([{ value: 'x', spans: places }]), ids(), author);
    expect(claims.length).to.be.lessThan(100);
    expect(claims.map(({ anchor }) => anchor.quote.exact)).to.include('fifteen');
    expect(Conflict.safeParse(conflict).success).to.equal(true);
  });

  it('is refused where there are no words at all', () => {
    expect(() =>
      conflictFromFinding(told([{ value: 'x', spans: [span('', { start: 4, end: 4 })] }]), ids(), author),
    ).to.throw(RangeError);
  });

  it('can be refused instead: with the document where it is about one, and what it rests on', () => {
    const draft = refuseFinding(over15(), ' ', ids(), author);
    const { value } = draft.operation as { value: unknown };
    const refusal = Refusal.parse(value);
    expect(refusal).to.include({
      of: 'finding',
      key: 'count|15|50',
      documentId: uuid(100),
      type: 'count-against-count',
    });
    expect(refusal).not.to.have.property('reason');
  });
});

describe('what a finding rests on', () => {
  const evidence = {
    id: uuid(9),
    sourceId: uuid(8),
    stance: 'supports' as const,
    quote: 'Fifty came.',
    by: 'Marta',
    at: AT,
  };
  const basis = (sides: ToldFinding['sides'], claims: Partial<Claim>[] = []) => {
    const known = new Map(claims.map(one => [one.id!, claim(one)]));
    return basisOfFinding({ sides }, id => known.get(id));
  };
  const a = { value: 'over 15', spans: [span('over 15')] };
  const b = { value: '50', spans: [span('50', { claimId: uuid(7) })] };

  for (const [what, now, claims, changes] of [
    ['the order of sides', [b, a], [], []],
    [
      'one more place with the same words',
      [{ ...a, spans: [...a.spans, span('OVER  15', { start: 90 })] }, b],
      [],
      [],
    ],
    ['the claim that a word became', [{ ...a, spans: [span('over 15', { claimId: uuid(6) })] }, b], [], []],
    ['another value', [a, { ...b, value: '49' }], [], [{ what: 'value', gone: ['50'], come: ['49'] }]],
    [
      'other words for the same',
      [a, { ...b, spans: [...b.spans, span('fifty')] }],
      [],
      [{ what: 'words', side: '50', gone: [], come: ['fifty'] }],
    ],
    [
      'evidence',
      [a, b],
      [{ id: uuid(7), evidence: [evidence] }],
      [{ what: 'evidence', side: '50', gone: [], come: ['supports · Fifty came.'] }],
    ],
    ['a note or a verdict', [a, b], [{ id: uuid(7), verdict: 'accurate' as const, tags: ['x'] }], []],
  ] as const)
    it(`${changes.length > 0 ? 'changes' : 'does not change'} with ${what}`, () => {
      const before = basis([a, b], [{ id: uuid(7) }]);
      const after = basis(now as never, claims as never);
      expect(basisChanges(before, after)).to.deep.equal(changes);
    });

  it('is known to have changed even beyond what is kept of it', () => {
    const many = (last: string) => ({
      value: 'x',
      spans: [...Array.from({ length: 80 }, (_, n) => span(`a${n + 100}`)), span(last)],
    });
    const [before, after] = [basis([many('z1')]), basis([many('z2')])];
    expect(before.sides).to.deep.equal(after.sides);
    expect(basisChanges(before, after)).to.deep.equal([{ what: 'words', gone: [], come: [] }]);
  });
});

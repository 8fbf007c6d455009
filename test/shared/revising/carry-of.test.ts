import { expect } from 'chai';
import fc from 'fast-check';
import { Carry } from '../../../shared/model/carry.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { align } from '../../../shared/revising/align.ts';
import { carryClaims } from '../../../shared/revising/carry-claims.ts';
import { carryOf } from '../../../shared/revising/carry-of.ts';
import { quoteOf, verifyQuote } from '../../../shared/text/quote.ts';
import { claim, uuid } from '../../support/objects.ts';
import { casesOf, isSilent, revisions } from '../../support/revisions/corpus.ts';
import { hardTexts } from './pieces.ts';

const [older, from, next, change] = [uuid(200), uuid(201), uuid(202), uuid(203)];

const claimOn = (
  n: number,
  revision: string,
  text: string,
  ranges: { start: number; end: number }[],
): Claim => {
  const made = claim({ id: uuid(n) });
  return { ...made, anchor: { ...made.anchor, revision, ranges, quote: quoteOf(text, ranges) } };
};
const held = (object: Claim): Versioned<'claim'> => ({
  kind: 'claim',
  id: object.id,
  version: 1,
  created: uuid(204),
  last: uuid(204),
  stamps: {},
  object,
});

/** Carries claims and checks that those move whose fate needs nobody, onto the words that their quotes name. */
function expectCarried(before: string, after: string, claims: readonly Claim[]): void {
  const alignment = align(before, after);
  const { carry, fates } = carryOf(from, claims, revision => (revision === from ? alignment : undefined));
  Carry.parse(carry);
  const moved = carryClaims(claims.map(held), carry, next, change);
  const silent = claims.filter(({ id }) => isSilent(fates.get(id)!));
  expect(moved.map(({ id }) => id)).to.deep.equal(silent.map(({ id }) => id));
  for (const { object } of moved) {
    const fate = fates.get(object.id)!;
    expect(object.anchor.ranges).to.deep.equal(fate.candidates[0]!.ranges);
    expect(object.anchorState).to.equal(fate.state);
    const check = verifyQuote(after, object.anchor.ranges, object.anchor.quote);
    expect(check).to.deep.equal({ exact: true, prefix: true, suffix: true });
  }
}

describe('a revision carries the claims', () => {
  it('whose words and neighbours are untouched, with what now stands around them', () => {
    const before = 'Old head.\n\nThe party met in Graz.\nIt did not end well.\n';
    const after = 'New head.\n\nThe party met in Graz.\nIt did end well.\n';
    const claims = [
      claimOn(1, from, before, [{ start: 15, end: 20 }]),
      claimOn(2, from, before, [{ start: 41, end: 44 }]),
    ];
    const { carry, fates } = carryOf(from, claims, () => align(before, after));
    expect(carry).to.deep.equal({
      from,
      stretches: [[3, 38, 3]],
      stays: [],
      quotes: { [uuid(1)]: { prefix: 'New head.\n\nThe ', suffix: ' met in Graz.\nIt did end well.\n' } },
      placed: {},
    });
    expect([...fates.values()].map(({ state }) => state)).to.deep.equal(['intact', 'deleted']);
    expectCarried(before, after, claims);
  });

  it('but not one beside which a "not" came, though its words stand', () => {
    const before = 'He did attend.\nOther people came.\n';
    const after = 'He did not attend.\nOther people came.\n';
    const claims = [
      claimOn(1, from, before, [{ start: 7, end: 13 }]),
      claimOn(2, from, before, [{ start: 15, end: 20 }]),
    ];
    const { carry } = carryOf(from, claims, () => align(before, after));
    expect(carry.stays).to.deep.equal([uuid(1)]);
    expectCarried(before, after, claims);
  });

  it('places those of older revisions again whose text came back, and leaves the rest', () => {
    const first = 'One line.\nThe party met.\n';
    const claims = [
      claimOn(1, older, first, [{ start: 14, end: 19 }]),
      claimOn(2, uuid(299), first, [{ start: 0, end: 3 }]),
    ];
    const alignments = new Map([
      [from, align('Something else', first)],
      [older, align(first, first)],
    ]);
    const { carry, fates } = carryOf(from, claims, revision => alignments.get(revision));
    expect(Object.keys(carry.placed)).to.deep.equal([uuid(1)]);
    expect(fates.has(uuid(2))).to.equal(false);
    const [moved] = carryClaims(claims.map(held), carry, next, change);
    expect(moved?.object.anchor).to.deep.include({ revision: next, ranges: [{ start: 14, end: 19 }] });
  });

  it('onto the very words that their quotes name, whatever was done to the text', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(revisions, revision => {
        const cases = casesOf(revision);
        const [one] = cases;
        if (!one) return;
        const claims = cases.map(({ ranges }, i) => claimOn(300 + i, from, one.before, [...ranges]));
        expectCarried(one.before, one.edited.text, claims);
      }),
      { numRuns: 30 },
    );
  });

  it('over letters of every kind', () => {
    const spans = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 12 })), { maxLength: 8 });
    fc.assert(
      fc.property(hardTexts, hardTexts, spans, (before, after, places) => {
        const ranges = places.map(([start, length]) => ({ start, end: start + length }));
        const claims = ranges
          .filter(({ end }) => end <= before.length)
          .map((range, i) => claimOn(300 + i, from, before, [range]));
        expectCarried(before, after, claims);
        expectCarried(before, `${after}\n${before}`, claims);
      }),
      { numRuns: 300 },
    );
  });
});

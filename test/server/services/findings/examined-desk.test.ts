import { expect } from 'chai';
import fc from 'fast-check';
import { ExaminedDesk } from '../../../../server/services/findings/examined-desk.ts';
import { foundOf } from '../../../../server/services/findings/found.ts';
import type { Fed } from '../../../../server/services/findings/messages.ts';
import { CheckedText } from '../../../../shared/detectors/checked-text.ts';
import type { Claim } from '../../../../shared/model/claim.ts';
import type { Entity } from '../../../../shared/model/entity.ts';
import { quoteOf } from '../../../../shared/text/quote.ts';
import { claim, uuid } from '../../../support/objects.ts';
import { rules, suggest } from './plain-engine.ts';

const GIVEN = ['Luis', 'Lois', 'Lou', 'Ada'];
const FAMILY = ['Leira', 'Lund', 'Berg'];
const TEXTS = 4;

/** A text of some names, each of which begins at a multiple of 20. */
const textOf = (names: readonly string[]) => names.map(name => `${name} came. `.padEnd(20, 'x')).join('');

type Step = (desk: ExaminedDesk) => void;
const feed =
  (...fed: Fed[]): Step =>
  desk =>
    desk.feed(fed);

function setText(n: number, text: string): Step {
  return desk => {
    const facts = { documentId: uuid(n), revision: uuid(100 + n), mediaType: 'text/plain' as const };
    const suggestions = suggest(new CheckedText({ ...facts, text }), undefined);
    desk.setDocument(facts, text, [...suggestions]);
  };
}

function claimAt(id: number, n: number, text: string, place: number, name: string): Claim {
  const ranges = [{ start: place * 20, end: place * 20 + name.length }];
  const anchor = { documentId: uuid(n), revision: uuid(100 + n), ranges, quote: quoteOf(text, ranges) };
  return claim({ id: uuid(1000 + id), anchor });
}

const someName = fc
  .tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY))
  .map(parts => parts.join(' '));
const someDesk = fc.record({
  texts: fc.array(fc.array(someName, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: TEXTS }),
  claimed: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 6 }),
  refused: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
  known: fc.array(someName, { maxLength: 3 }),
});
type Desk = typeof someDesk extends fc.Arbitrary<infer T> ? T : never;

/** What makes a desk, one step for each thing on it. */
function stepsOf({ texts, claimed, refused, known }: Desk): Step[] {
  const written = texts.map(textOf);
  const pick = (n: number, place: number) => {
    const text = n % texts.length;
    const at = place % texts[text]!.length;
    return { text, at, name: texts[text]![at]! };
  };
  const claims = claimed.map(([n, place], i) => {
    const { text, at, name } = pick(n, place);
    return feed({
      kind: 'claim',
      id: uuid(1000 + i),
      object: claimAt(i, text, written[text]!, at, name),
    });
  });
  const refusals = refused.flatMap(([n, place], i) => {
    const { text, at } = pick(n, place);
    const facts = { documentId: uuid(text), mediaType: 'text/plain' as const, text: written[text]! };
    const key = [...suggest(new CheckedText(facts), undefined)].find(
      one => one.ranges[0]!.start === at * 20,
    )?.key;
    return key === undefined ? [] : [feed({ kind: 'refusal', id: uuid(2000 + i), object: { key } })];
  });
  const entity: Entity = {
    ...{ id: uuid(3000), kind: 'person', preferred: 'Somebody', distinctFrom: [] },
    variants: known.map((form, i) => ({ id: uuid(3001 + i), form })),
  };
  return [
    ...written.map((text, n) => setText(n, text)),
    ...claims,
    ...refusals,
    feed({ kind: 'entity', id: entity.id, object: entity }),
  ];
}

function examined(desk: ExaminedDesk) {
  for (const _ of desk.examine());
  return desk
    .findings()
    .map(finding => foundOf(finding, desk))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

const made = (steps: readonly Step[]) => {
  const desk = new ExaminedDesk(rules);
  for (const step of steps) step(desk);
  return desk;
};

describe('a desk as the conflict rules see it', () => {
  it('gives the same findings in whatever order it is fed, looked at midway or not', () => {
    fc.assert(
      fc.property(someDesk, fc.infiniteStream(fc.nat()), (given, chance) => {
        const expected = examined(made(stepsOf(given)));
        const shuffled = stepsOf(given)
          .map(step => ({ step, at: chance.next().value! }))
          .sort((a, b) => a.at - b.at);
        const desk = new ExaminedDesk(rules);
        for (const { step, at } of shuffled) {
          step(desk);
          if (at % 3 === 0) examined(desk);
        }
        expect(examined(desk)).to.deep.equal(expected);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the findings that it would give without what came and went', () => {
    fc.assert(
      fc.property(someDesk, someName, fc.nat(), (given, name, place) => {
        const desk = made(stepsOf(given));
        const before = examined(desk);
        const text = textOf([name]);
        setText(TEXTS + 1, text)(desk);
        const n = place % given.texts.length;
        const home = textOf(given.texts[n]!);
        const id = uuid(1900);
        feed({ kind: 'claim', id, object: claimAt(900, n, home, 0, given.texts[n]![0]!) })(desk);
        examined(desk);
        desk.removeDocument(uuid(TEXTS + 1));
        feed({ kind: 'claim', id })(desk);
        expect(examined(desk)).to.deep.equal(before);
      }),
      { numRuns: 100 },
    );
  });

  it('gives only words that stand in their texts, each with the claim that stands there', () => {
    fc.assert(
      fc.property(someDesk, given => {
        const texts = given.texts.map(textOf);
        for (const { sides } of examined(made(stepsOf(given))))
          for (const { documentId, start, end, quote, claimId, prefix } of sides.flatMap(
            ({ spans }) => spans,
          )) {
            const text = texts.find((_, n) => uuid(n) === documentId)!;
            expect(text.slice(start, end)).to.equal(quote);
            expect(claimId === undefined).to.equal(prefix !== undefined);
          }
      }),
      { numRuns: 50 },
    );
  });
});

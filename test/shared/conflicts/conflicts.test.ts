import { expect } from 'chai';
import type { Draft } from '../../../shared/change/draft.ts';
import { applyGroup } from '../../../shared/change/group.ts';
import { basisChanged, basisOf } from '../../../shared/conflicts/basis.ts';
import { decideConflict, effectsOf, reopenConflict } from '../../../shared/conflicts/decide.ts';
import { explainDifference, guessKind } from '../../../shared/conflicts/differences.ts';
import { raiseConflict } from '../../../shared/conflicts/raise.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { type Conflict, type Decision, decisionInForce } from '../../../shared/model/conflict.ts';
import type { Outcome } from '../../../shared/model/scales.ts';
import { AT, change, claim, conflict, held, uuid } from '../../support/objects.ts';

const claims = [claim({ id: uuid(1) }), claim({ id: uuid(2) })];
const find = (id: string) => claims.find(one => one.id === id);

function run(start: Conflict, drafts: readonly Draft[]) {
  const objects = new Map<string, Versioned>([
    [start.id, held('conflict', start)],
    ...claims.map(one => [one.id, held('claim', one)] as const),
  ]);
  for (const draft of drafts) {
    const result = applyGroup(
      (_, id) => objects.get(id),
      [change(objects.get(draft.objectId), draft.operation, { kind: draft.kind, objectId: draft.objectId })],
    );
    if (!result.applied) throw new Error('clash');
    for (const one of result.objects) objects.set(one.id, one);
  }
  return {
    conflict: objects.get(start.id)!.object as Conflict,
    claim: (n: number) => objects.get(uuid(n))!.object as Claim,
    find: (id: string) => objects.get(id)?.object as Claim | undefined,
  };
}

const decision = (outcome: Outcome, over: Partial<Decision> = {}): Decision => ({
  id: uuid(70),
  outcome,
  reason: 'He signs Lois.',
  by: 'Ines',
  at: AT,
  basis: basisOf(conflict(), find),
  ...over,
});

describe('a decision', () => {
  const outcomes: readonly [Outcome, { sideId?: string; preferred?: string }, (string | undefined)[]][] = [
    ['one-side', { sideId: uuid(52) }, ['contradicted', 'accurate']],
    ['both', {}, ['accurate', 'accurate']],
    ['same-entity', { preferred: 'Lois Pérez Leira' }, ['imprecise', 'accurate']],
    ['neither', {}, ['contradicted', 'contradicted']],
    ['no-conflict', {}, [undefined, undefined]],
    ['unsettled', {}, ['disputed', 'disputed']],
  ];
  for (const [outcome, choice, verdicts] of outcomes) {
    it(`“${outcome}” settles the conflict and gives its claims ${verdicts.join(', ') || 'nothing'}`, () => {
      const start = conflict();
      const after = run(
        start,
        decideConflict(start, decision(outcome, choice), effectsOf(start, outcome, choice), find),
      );
      expect(decisionInForce(after.conflict)?.reason).to.equal('He signs Lois.');
      expect([after.claim(1).verdict, after.claim(2).verdict]).to.deep.equal(verdicts);
      expect(after.claim(1).settled[0]?.id).to.equal(uuid(70));
    });
  }

  it('leaves alone the places that were unticked', () => {
    const start = conflict();
    const effects = effectsOf(start, 'both', {}).filter(effect => effect.claimId !== uuid(1));
    expect(run(start, decideConflict(start, decision('both'), effects, find)).claim(1).settled).to.deep.equal(
      [],
    );
  });

  it('can be reopened, and stays on record with who did so and why', () => {
    const start = conflict();
    const settled = run(start, decideConflict(start, decision('both'), effectsOf(start, 'both', {}), find));
    const drafts = reopenConflict(
      settled.conflict,
      { by: 'Marta', at: AT, reason: 'new letter' },
      settled.find,
    );
    expect(drafts.map(draft => draft.operation.op)).to.deep.equal(['edit', 'set', 'drop', 'drop']);
  });

  it('asks to be looked at again when evidence comes to a side, and not when a note does', () => {
    const settled: Conflict = conflict({ state: 'settled', decisions: [decision('both')] });
    const noted = claim({ id: uuid(1), notes: [{ id: uuid(80), text: 'hm', by: 'Ines', at: AT }] });
    const proved = claim({
      id: uuid(1),
      evidence: [{ id: uuid(81), sourceId: uuid(90), stance: 'contradicts', by: 'Ines', at: AT }],
    });
    const see = (one: Claim) => (id: string) => (id === uuid(1) ? one : find(id));
    expect(basisChanged(settled, see(noted))).to.equal(false);
    expect(basisChanged(settled, see(proved))).to.equal(true);
  });
});

const named = (n: number, given: string, family: string) =>
  claim({ id: uuid(n), value: { kind: 'name', full: `${given} ${family}`, given, family } });

describe('how two claims differ, in words', () => {
  const cases: readonly [string, Claim, Claim, string[]][] = [
    [
      'one letter of a given name',
      named(1, 'Luis', 'Pérez Leira'),
      named(2, 'Lois', 'Pérez Leira'),
      [
        '+ letters.family Family names are equal',
        '+ letters.given Given names differ in one letter: Luis, Lois',
      ],
    ],
    [
      'another day',
      claim({ value: { kind: 'date', edtf: '2026-04-27', text: '27 April' } }),
      claim({ value: { kind: 'date', edtf: '2026-04-29', text: '29 April' } }),
      ['+ letters.date The dates read as 2026-04-27 and 2026-04-29'],
    ],
    [
      'the same day, written otherwise',
      claim({ value: { kind: 'date', edtf: '2026-04-27', text: '27 April' } }),
      claim({ value: { kind: 'date', edtf: '2026-04-27', text: 'April 27' } }),
      ['- letters.date Both read as 2026-04-27'],
    ],
    [
      'a count and an undercount',
      claim({ value: { kind: 'count', number: 15, comparator: 'more-than', text: 'over 15' } }),
      claim({ value: { kind: 'count', number: 50, comparator: 'exactly', text: '50' } }),
      ['+ letters.count The numbers are more than 15 and exactly 50'],
    ],
    [
      'values of different kinds',
      named(1, 'Luis', 'Pérez'),
      claim({ value: { kind: 'text', text: 'x' } }),
      [],
    ],
  ];
  for (const [name, a, b, says] of cases) {
    it(name, () => {
      const grounds = explainDifference(a, b).map(
        ground => `${ground.for ? '+' : '-'} ${ground.rule} ${ground.says}`,
      );
      expect(grounds).to.deep.equal(says);
    });
  }

  it('guesses the kind of a conflict only where all sides are of one kind', () => {
    expect(guessKind([named(1, 'Luis', 'Pérez'), named(2, 'Lois', 'Pérez')])).to.equal('name');
    expect(guessKind([named(1, 'Luis', 'Pérez'), claim()])).to.equal('by-hand');
  });
});

it('a conflict raised by hand joins claims of one value into a side, and keeps why it was raised', () => {
  let n = 300;
  const sides = [named(1, 'Luis', 'Pérez'), named(2, 'Lois', 'Pérez'), named(3, 'Luis', 'Pérez')];
  const { conflict: raised } = raiseConflict(
    sides,
    { severity: 'high', reason: 'one man?' },
    one => String(one.value?.full),
    () => uuid(n++),
    { by: 'Marta', at: AT },
  );
  expect(raised.sides.map(side => side.claimIds)).to.deep.equal([[uuid(1), uuid(3)], [uuid(2)]]);
  expect(raised.grounds.find(ground => ground.rule === 'by-hand')?.says).to.equal('one man?');
  expect(() => held('conflict', raised)).not.to.throw();
});

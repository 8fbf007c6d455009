import { expect } from 'chai';
import { applyChange } from '../../../shared/change/apply.ts';
import type { Draft } from '../../../shared/change/draft.ts';
import { areApart, distinguish, mergeEntities, undistinguish } from '../../../shared/entities/merge.ts';
import { entityKindOf, nameEntity, preferForm } from '../../../shared/entities/name-entity.ts';
import { sayLanguage, splitEntity } from '../../../shared/entities/split.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import type { Entity } from '../../../shared/model/entity.ts';
import { change, claim, held, uuid } from '../../support/objects.ts';

let n = 0;
const newId = () => uuid(5000 + n++);
const entity = (over: Partial<Entity> = {}): Entity => ({
  id: uuid(70),
  kind: 'person',
  preferred: 'Luis Pérez Leira',
  variants: [{ id: uuid(71), form: 'Luis Pérez Leira' }],
  distinctFrom: [],
  ...over,
});
const naming = (id: number, form: string, over: Partial<ReturnType<typeof claim>> = {}) => ({
  claim: claim({ id: uuid(id), ...over }),
  form,
});

/** What drafts make of an entity. */
function outcome(drafts: readonly Draft[], start?: Entity, id = start?.id): Entity {
  let now: Versioned | undefined = start && held('entity', start);
  for (const draft of drafts)
    if (draft.kind === 'entity' && (id === undefined || draft.objectId === id))
      now = applyChange(now, change(now, draft.operation, { kind: 'entity', objectId: draft.objectId })).held;
  return now!.object as Entity;
}
const forms = ({ variants }: Entity) => variants.map(({ form }) => form);
const set = (drafts: readonly Draft[]) =>
  drafts.filter(({ kind }) => kind === 'claim').map(({ objectId, operation }) => [objectId, operation]);

describe('entities', () => {
  it('are persons, organizations and places, whatever the claim’s own type is called', () => {
    expect(['speaker', 'signatory', 'member', 'place', 'date', 'count'].map(entityKindOf)).to.eql([
      'person',
      'person',
      'organization',
      'place',
      undefined,
      undefined,
    ]);
  });

  it('come of claims that name the same, with every form once and the preferred one first', () => {
    const drafts = nameEntity(
      [naming(1, 'Luis Pérez Leira'), naming(2, 'Lois Pérez Leira')],
      'Lois Pérez Leira',
      () => undefined,
      newId,
    );
    const made = outcome(drafts);
    expect(made.preferred).to.equal('Lois Pérez Leira');
    expect(forms(made)).to.eql(['Lois Pérez Leira', 'Luis Pérez Leira']);
    expect(set(drafts)).to.eql(
      [uuid(1), uuid(2)].map(id => [id, { op: 'set', values: { entityId: made.id } }]),
    );
  });

  it('are known again by a claim that names them, and learn what they lack', () => {
    const known = entity();
    const drafts = nameEntity(
      [naming(1, 'Luis Pérez Leira', { entityId: known.id }), naming(2, 'Pérez Loira')],
      undefined,
      id => (id === known.id ? known : undefined),
      newId,
    );
    const now = outcome(drafts, known);
    expect(now.preferred).to.equal('Luis Pérez Leira');
    expect(forms(now)).to.eql(['Luis Pérez Leira', 'Pérez Loira']);
    expect(set(drafts).map(([id]) => id)).to.eql([uuid(2)]);
  });

  it('are not made of dates and counts', () =>
    expect(nameEntity([naming(1, '2026', { type: 'date' })], '2026', () => undefined, newId)).to.eql([]));

  it('prefer a form that was one of many, or that nobody has used', () => {
    expect(preferForm(entity(), 'Luis Pérez Leira', newId)).to.eql([]);
    const now = outcome(preferForm(entity(), 'L. Pérez', newId), entity());
    expect([now.preferred, forms(now)]).to.eql(['L. Pérez', ['Luis Pérez Leira', 'L. Pérez']]);
  });

  it('are merged with all forms and claims, and told apart on both sides', () => {
    const other = entity({ id: uuid(80), preferred: 'Lois', variants: [{ id: uuid(81), form: 'Loís' }] });
    const drafts = mergeEntities(entity(), [other], [uuid(2)], newId);
    expect(forms(outcome(drafts, entity()))).to.eql(['Luis Pérez Leira', 'Lois', 'Loís']);
    expect(set(drafts)).to.eql([[uuid(2), { op: 'set', values: { entityId: uuid(70) } }]]);
    expect(drafts.at(-1)).to.include({ objectId: uuid(80) });
    const apart = distinguish(entity(), other);
    expect(apart.map(({ objectId }) => objectId)).to.eql([uuid(70), uuid(80)]);
    expect(
      distinguish(entity({ distinctFrom: [uuid(80)] }), entity({ ...other, distinctFrom: [uuid(70)] })),
    ).to.eql([]);
  });

  it('keep languages and what they were told apart from when several become one', () => {
    const third = uuid(90);
    const into = entity({ distinctFrom: [uuid(80)] });
    const drafts = mergeEntities(
      into,
      [
        entity({
          id: uuid(80),
          preferred: 'Луис',
          variants: [{ id: uuid(81), form: 'Луис', language: 'ru' }],
          distinctFrom: [uuid(70), third],
        }),
        entity({ id: uuid(82), preferred: 'Lois', variants: [{ id: uuid(83), form: 'Луис' }] }),
      ],
      [],
      newId,
    );
    const now = outcome(drafts, into);
    expect(now.variants.map(({ form, language }) => [form, language])).to.eql([
      ['Luis Pérez Leira', undefined],
      ['Луис', 'ru'],
      ['Lois', undefined],
    ]);
    expect(now.distinctFrom).to.eql([third]);
  });

  it('are no longer told apart once that is taken back', () => {
    const one = entity({ distinctFrom: [uuid(80)] });
    const other = entity({ id: uuid(80), distinctFrom: [uuid(70)] });
    expect(areApart(one, entity({ id: uuid(80) }))).to.equal(true);
    const drafts = undistinguish(one, other);
    expect(outcome(drafts, one).distinctFrom).to.eql([]);
    expect(outcome(drafts, other).distinctFrom).to.eql([]);
    expect(undistinguish(entity(), entity({ id: uuid(80) }))).to.eql([]);
  });

  it('are split: forms and claims go to a new one, which is told apart', () => {
    const both = entity({
      variants: [
        { id: uuid(71), form: 'Luis Pérez Leira' },
        { id: uuid(72), form: 'Luis Pérez', language: 'es' },
        { id: uuid(73), form: 'L. Pérez' },
      ],
    });
    const going = { variantIds: [uuid(72)], claims: [{ id: uuid(1), form: 'L. Pérez' }] };
    const split = splitEntity(both, going, newId)!;
    const old = outcome(split.drafts, both);
    const made = outcome(split.drafts, undefined, split.made.id);
    expect(made.variants.map(({ form, language }) => [form, language])).to.eql([
      ['Luis Pérez', 'es'],
      ['L. Pérez', undefined],
    ]);
    expect([made.preferred, split.stays]).to.eql(['Luis Pérez', 'Luis Pérez Leira']);
    // A claim left with this form; others may still name the old entity by it.
    expect(forms(old)).to.eql(['Luis Pérez Leira', 'L. Pérez']);
    expect([old.distinctFrom, made.distinctFrom]).to.eql([[made.id], [old.id]]);
    expect(set(split.drafts)).to.eql([[uuid(1), { op: 'set', values: { entityId: made.id } }]]);
  });

  it('are called by the first form that stays where the preferred one leaves, and are not split into nothing', () => {
    const both = entity({
      variants: [
        { id: uuid(71), form: 'Luis Pérez Leira' },
        { id: uuid(72), form: 'Luis Pérez' },
      ],
    });
    const split = splitEntity(both, { variantIds: [uuid(71)], claims: [] }, newId)!;
    expect(outcome(split.drafts, both).preferred).to.equal('Luis Pérez');
    expect(splitEntity(both, { variantIds: [uuid(71), uuid(72)], claims: [] }, newId)).to.equal(undefined);
    expect(splitEntity(both, { variantIds: [], claims: [] }, newId)).to.equal(undefined);
  });

  it('learn the language of a form, and unlearn it', () => {
    const spanish = outcome([sayLanguage(uuid(70), uuid(71), 'es')], entity());
    expect(spanish.variants[0]!.language).to.equal('es');
    expect(outcome([sayLanguage(uuid(70), uuid(71), undefined)], spanish).variants[0]).to.not.have.property(
      'language',
    );
  });
});

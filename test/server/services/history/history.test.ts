import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import type { Draft } from '../../../../shared/change/draft.ts';
import { decodeClaimIndex } from '../../../../shared/claim-index/codec.ts';
import type { Change, Versioned } from '../../../../shared/model/change.ts';
import {
  AT,
  change,
  newClaim,
  newConflict,
  newSource,
  type ServedText,
  type Serving,
  serving,
} from '../../http/serving.ts';

const set = (claim: Change, values: Record<string, string | null>, by = 'Ines') =>
  change('claim', claim.objectId, { op: 'set', values }, { by });
const remove = (claim: Change) => change('claim', claim.objectId, { op: 'remove' });

type HistoryQuery = NonNullable<Parameters<Serving['api']['listHistory']>[0]>['query'];

describe('the history of a desk', () => {
  const serves = serving();
  const head = async () => (await serves.api.readLog({ query: { limit: 1 } })).head.seq;
  const history = async (query: HistoryQuery) => (await serves.api.listHistory({ query })).lines;

  /** Makes the changes that a way back consists of, as one gesture of several groups. */
  async function go(drafts: readonly Draft[]): Promise<void> {
    const groups = new Map<number, string>();
    const changes = drafts.map((draft, i): Change => {
      const group = groups.get(Math.floor(i / 1000)) ?? newId();
      groups.set(Math.floor(i / 1000), group);
      return change(draft.kind, draft.objectId, draft.operation, { group });
    });
    for (let at = 0; at < changes.length; at += 5000) await serves.commit(...changes.slice(at, at + 5000));
  }

  describe('as it is read', () => {
    let text: ServedText;
    let begun: number;
    let luis: Change;
    let lois: Change;
    before(async () => {
      text = await serves.text();
      begun = await head();
      luis = newClaim(text, 'Luis Pérez Leira');
      lois = newClaim(text, 'Lois Pérez Leira', { type: 'speaker' });
      await serves.commit(luis);
      await serves.commit(lois);
      await serves.commit(set(luis, { verdict: 'disputed' }, 'Omar'));
      await serves.commit(newSource({ title: 'A page', type: 'webpage' }));
      await serves.commit(newConflict(luis.objectId, lois.objectId));
    });

    it('comes newest first, page by page, and ends', async () => {
      const first = await serves.api.listHistory({ query: { limit: 2 } });
      expect(first.lines.map(({ seq }) => seq)).to.deep.equal([begun + 5, begun + 4]);
      expect(first.more).to.equal(true);
      const next = await history({ before: begun + 4, limit: 2 });
      expect(next.map(({ seq }) => seq)).to.deep.equal([begun + 3, begun + 2]);
      const last = await serves.api.listHistory({ query: { before: 2 } });
      expect(last.lines.map(({ seq }) => seq)).to.deep.equal([1]);
      expect(last.more).to.equal(false);
      expect((await history({ after: begun + 3 })).map(({ seq }) => seq)).to.deep.equal([
        begun + 5,
        begun + 4,
      ]);
    });

    it('says what was done, and what things are called', async () => {
      const { lines, names } = await serves.api.listHistory({ query: { after: begun } });
      const verdict = lines.find(({ seq }) => seq === begun + 3)!;
      expect(verdict.by).to.equal('Omar');
      expect(verdict.deeds).to.deep.equal([
        {
          ...{ kind: 'claim', count: 1, objectIds: [luis.objectId] },
          operation: { op: 'set', values: { verdict: 'disputed' } },
        },
      ]);
      expect(names[luis.objectId]).to.deep.equal({
        ...{ kind: 'claim', name: 'Luis Pérez Leira', documentId: text.id },
      });
    });

    const filters: readonly [string, () => HistoryQuery, () => number[]][] = [
      ['by person', () => ({ by: 'Omar' }), () => [3]],
      ['by kind', () => ({ kind: 'source' }), () => [4]],
      ['by claim, with the conflicts raised about it', () => ({ object: lois.objectId }), () => [5, 2]],
      ['by document, with what belongs to it', () => ({ document: text.id }), () => [5, 3, 2, 1]],
      ['by all of these', () => ({ document: text.id, kind: 'claim', by: 'Ines' }), () => [2, 1]],
      ['by day', () => ({ from: '2020-01-01T00:00:00.000Z', to: '2020-01-02T00:00:00.000Z' }), () => []],
    ];
    for (const [name, query, wanted] of filters)
      it(`can be filtered ${name}`, async () => {
        const lines = await history({ ...query(), after: begun });
        expect(lines.map(({ seq }) => seq - begun)).to.deep.equal(wanted());
        const { entries } = await serves.api.readLog({
          query: { ...query(), before: begun + 6, after: begun },
        });
        expect(entries.map(({ seq }) => seq - begun)).to.deep.equal(wanted());
      });

    it('knows who wrote in it', async () => {
      const { people } = await serves.api.listPeople();
      expect(people.map(({ by }) => by)).to.include.members(['Ines', 'Omar']);
    });
  });

  it('has a document and its claims as they were after each entry', async () => {
    const text = await serves.text(1);
    const words = text.text.match(/\p{L}{6,}/gu)!.slice(0, 6);
    const claims = [...new Set(words)].map(word => newClaim(text, word));
    const states = new Map<number, Map<string, unknown>>();
    const remember = async () => {
      const { claims: page } = await serves.api.listClaims({ query: { document: text.id } });
      states.set(await head(), new Map(page.map(({ id, object }) => [id, object])));
    };
    await remember();
    const deeds: (readonly Change[])[] = [
      ...claims.map(claim => [claim]),
      [set(claims[0]!, { verdict: 'accurate' }), set(claims[1]!, { verdict: 'disputed' })],
      [remove(claims[0]!)],
      [change('claim', claims[1]!.objectId, { op: 'add', list: 'tags', item: 'a' })],
      [change('claim', claims[0]!.objectId, { op: 'restore' }), set(claims[0]!, { workflow: 'checked' })],
      [newConflict(claims[0]!.objectId, claims[1]!.objectId)],
      [change('document', text.id, { op: 'set', values: { title: 'Another title' } })],
      [change('claim', claims[1]!.objectId, { op: 'drop', list: 'tags', item: 'a' })],
    ];
    for (const group of deeds) {
      const id = newId();
      await serves.commit(...group.map(one => ({ ...one, group: id })));
      await remember();
    }
    const seqs = [...states.keys()];
    const { seqs: moments } = await serves.api.listMoments({ params: { id: text.id } });
    expect(moments).to.include.members(seqs.slice(1));
    // There and back, so that states are reached from all sides.
    for (const seq of [...seqs, ...[...seqs].reverse(), seqs[4]!, seqs[9]!, seqs[1]!]) {
      const params = { id: text.id, seq };
      const wanted = states.get(seq)!;
      const then = await serves.api.getMoment({ params });
      expect(then.claims, `entry ${seq}`).to.equal(wanted.size);
      expect(then.held!.object.title === 'Another title').to.equal(seq >= seqs[seqs.length - 2]!);
      const { table } = decodeClaimIndex(await serves.api.getMomentIndex({ params }));
      expect(table.order.length).to.equal(wanted.size);
      if (wanted.size === 0) continue;
      const ids = [...wanted.keys()].join(',');
      const { claims: found } = await serves.api.getMomentClaims({ params, query: { ids } });
      expect(found.map(({ object }) => object)).to.deep.equal([...wanted.values()]);
    }
    const { held } = await serves.api.getMoment({ params: { id: text.id, seq: 0 } });
    expect(held).to.equal(undefined);
    const [first, last] = [seqs[0]!, seqs[seqs.length - 1]!];
    const difference = await serves.api.getDifference({
      query: { from: first, to: last, document: text.id },
    });
    expect(difference.totals).to.deep.equal({
      added: claims.length + 1,
      removed: 0,
      'brought-back': 0,
      changed: 1,
    });
    expect(difference.objects.find(({ kind }) => kind === 'document')!.fields).to.have.length(1);
    const later = await serves.api.getDifference({
      query: { from: seqs[claims.length]!, to: last, document: text.id },
    });
    expect(later.totals.changed).to.equal(3);
    const one = later.objects.find(({ id }) => id === claims[1]!.objectId)!;
    expect(one.fields).to.deep.equal([{ path: 'verdict', now: 'disputed' }]);
  });

  it('goes back to a moment by new changes, more than a request may hold, and forward again', async () => {
    const text = await serves.text(2);
    const keep = newClaim(text, text.text.match(/\p{L}{6,}/u)![0]);
    await serves.commit(keep, set(keep, { verdict: 'accurate' }));
    const then = await head();
    await serves.commit(set(keep, { verdict: 'disputed' }));
    const all: Change[] = [];
    for (let i = 0; i < 6; i++) {
      const group = newId();
      for (let n = 0; n < (i < 5 ? 1000 : 10); n++)
        all.push({ ...newClaim(text, text.text.slice(n, n + 3)), group });
    }
    const fits = all.filter(({ operation }) => operation.op === 'create');
    for (let at = 0; at < fits.length; at += 5000) await serves.commit(...fits.slice(at, at + 5000));
    const now = await head();

    const lines = await history({ after: then + 1 });
    expect(lines.map(({ goesOn, size }) => [goesOn, size])).to.deep.equal([
      [true, 10],
      ...Array.from({ length: 4 }, () => [true, 1000]),
      [false, 1000],
    ]);

    const way = async (query: { seq: number; document?: string; object?: string }) => {
      const { changes, totals, texts, places } = await serves.api.getRestoring({
        query: { ...query, limit: 0 },
      });
      const drafts: Draft[] = [];
      while (drafts.length < changes)
        drafts.push(
          ...((await serves.api.getRestoring({ query: { ...query, after: drafts.length, limit: 4000 } }))
            .drafts as Draft[]),
        );
      return { drafts, totals, texts, places };
    };
    const back = await way({ seq: then, document: text.id });
    expect(back.totals).to.deep.equal({ added: 0, removed: 5010, 'brought-back': 0, changed: 1 });
    expect([back.texts, back.places]).to.deep.equal([[], 0]);
    await go(back.drafts);
    const { claims } = await serves.api.listClaims({ query: { document: text.id } });
    expect(claims.map(({ object }) => object.verdict)).to.deep.equal(['accurate']);
    expect((await way({ seq: then, document: text.id })).drafts).to.deep.equal([]);

    const one = await way({ seq: now, object: keep.objectId });
    expect(one.drafts.map(({ operation }) => operation)).to.deep.equal([
      { op: 'set', values: { verdict: 'disputed' } },
    ]);
    const forward = await way({ seq: now });
    expect(forward.totals).to.deep.equal({ added: 0, removed: 0, 'brought-back': 5010, changed: 1 });
  }).timeout(30_000);

  it('takes one step back where nothing rests on it, and names what does', async () => {
    const text = await serves.text(3);
    const words = [...new Set(text.text.match(/\p{L}{7,}/gu)!)];
    const [one, other] = [newClaim(text, words[0]!), newClaim(text, words[1]!)];
    await serves.commit(one);
    await serves.commit(other);
    await serves.commit(set(one, { verdict: 'disputed' }));
    await serves.commit(set(one, { workflow: 'checked' }));
    await serves.commit(newConflict(one.objectId, other.objectId));
    const last = await head();
    const [made, , verdict, workflow, conflict] = [4, 3, 2, 1, 0].map(n => last - n) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const ask = (...seqs: number[]) => serves.api.getTakingBack({ query: { seqs: seqs.join(',') } });

    const free = await ask(verdict);
    expect(free.dependents).to.deep.equal([]);
    expect(free.drafts.map(({ operation }) => operation)).to.deep.equal([
      { op: 'set', values: { verdict: null } },
    ]);

    const bound = await ask(made);
    expect(bound.dependents.map(({ seq, how, on }) => [seq, how, on])).to.deep.equal([
      [verdict, 'changes', made],
      [workflow, 'changes', verdict],
      [conflict, 'names', made],
    ]);
    expect(bound.dependents[2]!.line.deeds[0]!.kind).to.equal('conflict');
    expect(bound.names[one.objectId]!.name).to.equal(words[0]);
    expect(bound.totals).to.deep.equal({ added: 0, removed: 2, 'brought-back': 0, changed: 0 });
    await go(bound.drafts as Draft[]);
    const held = (await serves.api.listClaims({
      query: { ids: [one.objectId, other.objectId].join(',') },
    })) as unknown as { claims: Versioned[] };
    expect(held.claims.map(({ removed }) => removed !== undefined)).to.deep.equal([true, false]);
    const { conflicts } = await serves.api.listConflicts({ query: { document: text.id } });
    expect(conflicts).to.deep.equal([]);
  });

  it('keeps each text with its claims through a revision, and says that a text goes back by another one', async () => {
    const text = await serves.text(4);
    const { id } = text;
    const words = [...new Set(text.text.match(/\p{L}{7,}/gu)!)];
    const [one, other] = [newClaim(text, words[3]!), newClaim(text, words[9]!)];
    await serves.commit(one);
    await serves.commit(other);
    await serves.commit(set(one, { verdict: 'disputed' }));
    const then = await head();
    const ids = [one.objectId, other.objectId].join(',');
    const stood = (await serves.api.listClaims({ query: { ids } })).claims.map(({ object }) => object);
    const query = {
      ...{ change: newId(), group: newId(), revision: newId(), from: text.revision },
      ...{ by: 'Ines', at: AT, encoding: 'utf-8' },
    };
    const body = new TextEncoder().encode(`A new first line.\n${text.text}`);
    await serves.api.addRevision({ params: { id }, query, body });
    const now = (await serves.api.listClaims({ query: { ids } })).claims.map(({ object }) => object);
    expect(now.map(({ anchor }) => anchor.revision)).to.deep.equal([query.revision, query.revision]);
    await serves.commit(set(other, { workflow: 'checked' }));
    const last = await head();

    for (const [seq, revision, wanted] of [
      [last - 1, query.revision, now],
      [then, text.revision, stood],
      [last - 1, query.revision, now],
    ] as const) {
      const { held } = await serves.api.getMoment({ params: { id, seq } });
      expect(held!.object.revisions.at(-1)!.id).to.equal(revision);
      const { claims } = await serves.api.getMomentClaims({ params: { id, seq }, query: { ids } });
      expect(claims.map(({ object }) => object)).to.deep.equal(wanted);
    }

    const since = await serves.api.getDifference({ query: { from: then, document: id } });
    expect(since.objects.map(({ kind, fields }) => [kind, fields.map(({ path }) => path)])).to.deep.equal([
      ['document', [`revisions/${query.revision}`]],
      ['claim', ['workflow']],
    ]);

    const way = await serves.api.getRestoring({ query: { seq: then, document: id } });
    expect(way.texts).to.deep.equal([{ documentId: id, revision: text.revision, from: query.revision }]);
    expect(way.places).to.equal(2);
    expect(way.drafts.map(({ operation }) => operation)).to.deep.equal([
      { op: 'set', values: { workflow: 'open' } },
    ]);

    const verdict = await serves.api.getTakingBack({ query: { seqs: String(then) } });
    expect([verdict.dependent, verdict.revises]).to.deep.equal([0, false]);
    expect(verdict.drafts.map(({ operation }) => operation)).to.deep.equal([
      { op: 'set', values: { verdict: null } },
    ]);
    const { revises } = await serves.api.getTakingBack({ query: { seqs: String(then + 1) } });
    expect(revises).to.equal(true);
    const lines = await history({ object: one.objectId });
    expect(lines[0]!.deeds[0]!.operation.op).to.equal('revise');
  });

  const refused: readonly [string, () => Promise<unknown>][] = [
    ['a moment that has not been', () => serves.api.getMoment({ params: { id: newId(), seq: 9999 } })],
    ['a document that is not there', () => serves.api.listMoments({ params: { id: newId() } })],
    ['a step that was not made', () => serves.api.getTakingBack({ query: { seqs: '9999' } })],
    ['a way back to the future', () => serves.api.getRestoring({ query: { seq: 9999 } })],
  ];
  for (const [name, ask] of refused)
    it(`says that there is no ${name.slice(2)}`, async () => {
      const problem = await ask().then(
        () => undefined,
        (error: { status?: number }) => error.status,
      );
      expect(problem).to.equal(404);
    });
});

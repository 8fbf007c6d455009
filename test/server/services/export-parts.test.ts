import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk, keepPart } from '../../../server/services/export.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../server/storage/port.ts';
import type { ClaimFilter } from '../../../shared/claim-index/filter.ts';
import type { PartAsked } from '../../../shared/formats/scope.ts';
import type { VariorumFile } from '../../../shared/formats/variorum-json/file.ts';
import type { Versioned } from '../../../shared/model/change.ts';
import { commit, failure, uuid } from '../storage/samples.ts';
import { textOf } from './exporting.ts';
import { walk } from './walk.ts';
import { walks } from './walk-steps.ts';

async function file(storage: Storage, part: PartAsked): Promise<VariorumFile> {
  return JSON.parse(await textOf(exportDesk(storage, { format: 'variorum-json', ...part }))) as VariorumFile;
}

async function presentClaims(storage: Storage): Promise<Versioned<'claim'>[]> {
  const documents = await storage.readObjects('document');
  const removed = new Set(documents.filter(held => held.removed).map(({ id }) => id));
  const claims = await storage.readObjects('claim');
  return claims.filter(held => !held.removed && !removed.has(held.object.anchor.documentId));
}

const open = (conflicts: readonly Versioned<'conflict'>[], id: string): boolean =>
  conflicts.some(
    ({ object, removed }) =>
      !removed && object.state === 'open' && object.sides.some(side => side.claimIds.includes(id)),
  );

/** Filters, and what they ask in plain words. */
const filters: readonly [string, ClaimFilter, (held: Versioned<'claim'>, inConflict: boolean) => boolean][] =
  [
    ['everything', {}, () => true],
    ['two types', { types: ['person', 'date'] }, ({ object }) => ['person', 'date'].includes(object.type)],
    ['a type that nothing has', { types: ['place'] }, () => false],
    [
      'workflow',
      { workflow: ['checked', 'signed-off'] },
      ({ object }) => /checked|signed-off/.test(object.workflow),
    ],
    ['no verdict', { verdict: ['none'] }, ({ object }) => object.verdict === undefined],
    ['who', { by: ['Бранко'] }, ({ object }) => object.createdBy === 'Бранко'],
    ['open conflicts', { conflict: true }, (_, inConflict) => inConflict],
    ['no open conflict', { conflict: false }, (_, inConflict) => !inConflict],
    ['evidence', { evidence: true }, ({ object }) => object.evidence.length > 0],
    [
      'notes and a type',
      { notes: true, types: ['person'] },
      ({ object }) => object.notes.length > 0 && object.type === 'person',
    ],
  ];

describe('an export of a part', function () {
  this.timeout(60_000);

  for (const [what, filter, passes] of filters)
    it(`holds the claims that pass a filter for ${what}`, async () => {
      await fc.assert(
        fc.asyncProperty(walks, async steps => {
          const storage = new MemoryStorage();
          await walk(storage, steps);
          const conflicts = await storage.readObjects('conflict');
          const expected = (await presentClaims(storage)).filter(held =>
            passes(held, open(conflicts, held.id)),
          );
          const { claims } = await file(storage, { filter });
          expect(claims.map(({ id }) => id)).to.have.members(expected.map(({ id }) => id));
        }),
        { numRuns: 15 },
      );
    });

  it('holds several documents, and the claims that are named, whichever these are', async () => {
    await fc.assert(
      fc.asyncProperty(walks, fc.infiniteStream(fc.boolean()), async (steps, picks) => {
        const storage = new MemoryStorage();
        await walk(storage, steps);
        const picked = <T>(list: readonly T[]) => list.filter(() => picks.next().value);
        const all = await presentClaims(storage);
        const live = (await storage.readObjects('document')).filter(({ removed }) => !removed);
        const documents = picked(live).map(({ id }) => id);
        if (documents.length > 0) {
          const { claims, scope } = await file(storage, { documents: [...documents, documents[0]!] });
          expect(scope.of).to.equal(documents.length === 1 ? 'document' : 'documents');
          const own = all.filter(({ object }) => documents.includes(object.anchor.documentId));
          expect(claims.map(({ id }) => id)).to.have.members(own.map(({ id }) => id));
        }
        const named = picked(all).map(({ id }) => id);
        if (named.length === 0) return;
        const { claims, scope } = await file(storage, { claims: named });
        expect(scope).to.deep.equal({ of: 'claims', claims: named });
        expect(claims.map(({ id }) => id)).to.have.members(named);
        const part = await keepPart(storage, { of: 'claims', claims: named });
        const kept = await textOf(exportDesk(storage, { format: 'variorum-json', part }));
        expect(JSON.parse(kept).claims).to.deep.equal(claims);
      }),
      { numRuns: 25 },
    );
  });

  it('is refused where what is asked for does not go together', async () => {
    const storage = new MemoryStorage();
    const [one, two] = [uuid('d', 1), uuid('d', 2)];
    for (const part of [
      { documents: [one, two], filter: {} },
      { claims: [one], filter: {} },
      { claims: [one], documents: [two] },
      { claims: [] },
      { part: one, documents: [two] },
    ]) {
      const error = await failure(exportDesk(storage, { format: 'csv', ...part }));
      expect(error.message, JSON.stringify(part)).to.contain('does not go together');
    }
  });

  it('holds what its claims cite and the conflicts they take part in, and names what it leaves outside', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async steps => {
        const storage = new MemoryStorage();
        await walk(storage, steps);
        const { claims, conflicts, documents, entities, outside, removed, sources } = await file(storage, {
          filter: { types: ['person'] },
        });
        const ids = new Set(claims.map(({ id }) => id));
        const cited = claims.flatMap(claim => [
          claim.anchor.documentId,
          ...(claim.entityId ? [claim.entityId] : []),
          ...claim.evidence.flatMap(({ passage, sourceId }) => [
            ...(sourceId ? [sourceId] : []),
            ...(passage ? [passage.documentId] : []),
          ]),
        ]);
        const here = [...documents, ...sources, ...entities, ...removed.map(({ object }) => object)];
        expect(here.map(({ id }) => id)).to.include.members(cited);
        const taking = (await storage.readObjects('conflict')).filter(
          held => !held.removed && held.object.sides.some(side => side.claimIds.some(id => ids.has(id))),
        );
        expect(conflicts.map(({ id }) => id)).to.include.members(taking.map(({ id }) => id));
        const sides = conflicts.flatMap(conflict => conflict.sides.flatMap(side => side.claimIds));
        const missing = new Set(sides.filter(id => !ids.has(id)));
        expect(outside!.filter(({ kind }) => kind === 'claim').map(({ id }) => id)).to.have.members([
          ...missing,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('says that it leaves the log out, and, where it is a filter, the bytes', async () => {
    const storage = new MemoryStorage();
    await walk(storage, fc.sample(walks, { numRuns: 1, seed: 1 })[0]!);
    const document = (await storage.readObjects('document')).find(({ removed }) => !removed)!.id;
    const whole = await file(storage, {});
    expect(whole.log).to.be.an('array').with.length(storage.head.seq);
    expect(whole.head).to.deep.equal(storage.head);
    const one = await file(storage, { documents: [document] });
    expect(one.log).to.match(/^left out: /);
    expect(one.blobs).to.include.all.keys(
      one.documents.flatMap(({ revisions }) => revisions.map(r => r.sha256)),
    );
    const some = await file(storage, { documents: [document], filter: { types: ['person'] } });
    expect(some.log).to.match(/^left out: /);
    expect(some.blobs).to.match(/^left out: /);
    expect(some.scope).to.deep.equal({ of: 'filter', filter: { types: ['person'] }, document });
  });

  it('is the same when nothing has changed, and has each object and entry on a line of its own', async () => {
    const storage = new MemoryStorage();
    await walk(storage, fc.sample(walks, { numRuns: 1, seed: 2 })[0]!);
    const first = await textOf(exportDesk(storage, { format: 'variorum-json' }));
    expect(await textOf(exportDesk(storage, { format: 'variorum-json' }))).to.equal(first);
    const lines = first.split('\n');
    for (const { id } of await presentClaims(storage))
      expect(
        lines.filter(line => line.includes(`"id":"${id}"`) && line.startsWith('{"anchor"')),
      ).to.have.length(1);
  });

  it('is the desk at one moment, whatever is written meanwhile', async () => {
    const storage = new MemoryStorage();
    await walk(storage, fc.sample(walks, { numRuns: 1, seed: 2 })[0]!);
    const before = await textOf(exportDesk(storage, { format: 'variorum-json' }));
    const { pieces } = await exportDesk(storage, { format: 'variorum-json' });
    const value = { id: uuid('entity', 1), kind: 'place', preferred: 'Vigo', variants: [], distinctFrom: [] };
    await commit(storage, [
      {
        id: uuid('change', 900_001),
        group: uuid('group', 900_001),
        kind: 'entity',
        objectId: value.id,
        operation: { op: 'create', value },
        base: {},
        at: '2026-05-07T10:42:00.000Z',
        by: 'Ana',
      },
    ]);
    let text = '';
    for await (const piece of pieces) text += piece;
    expect(text).to.equal(before);
  });

  it('is named after what it holds', async () => {
    const storage = new MemoryStorage();
    const title = 'Xosé Luís: «Ñ» / 99%';
    await walk(storage, [{ do: 'document', text: 'a text', title, bom: false, origin: undefined }]);
    const [{ id: document }] = (await storage.readObjects('document')) as [Versioned<'document'>];
    const name = async (format: string, part: PartAsked) =>
      (await exportDesk(storage, { format, ...part })).fileName;
    expect(await name('variorum-json', {})).to.equal('desk.variorum.json');
    expect(await name('web-annotation', { documents: [document] })).to.equal('xose-luis-n-99.jsonld');
    expect(await name('web-annotation', { documents: [document], filter: {} })).to.equal(
      'xose-luis-n-99-filtered.jsonld',
    );
    expect(await name('variorum-json', { filter: {} })).to.equal('claims-filtered.variorum.json');
  });

  for (const [what, request, says] of [
    [
      'a format that is not there',
      { format: 'docx' },
      /no format "docx"; there are variorum-json, web-annotation/,
    ],
    ['a claim that is not there', { format: 'csv', claims: [uuid('c', 1)] }, /1 of the 1 claims .* not here/],
    ['a part that is kept no more', { format: 'csv', part: uuid('p', 1) }, /Choose it once more/],
    ['a document that is not there', { format: 'variorum-json', documents: [uuid('d', 1)] }, /no document/],
  ] as const)
    it(`is refused for ${what}`, async () => {
      const error = await failure(exportDesk(new MemoryStorage(), request));
      expect(error).to.be.instanceOf(Refusal);
      expect((error as Refusal).kind).to.equal('not-found');
      expect(error.message).to.match(says);
    });
});

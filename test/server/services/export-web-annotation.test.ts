import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk } from '../../../server/services/export.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../server/storage/port.ts';
import type { Revision } from '../../../shared/model/document.ts';
import { commit, set } from '../storage/samples.ts';
import { annotationFaults } from './annotation-checks.ts';
import { w3cAssertions } from './checkers.ts';
import { textOf } from './exporting.ts';
import { walk } from './walk.ts';
import { walks } from './walk-steps.ts';

interface Selector {
  readonly type: string;
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}
interface Place {
  readonly type: string;
  readonly source: { readonly id: string };
  readonly state: { readonly cached: string };
  readonly selector: Selector[] | Selector;
}
interface Annotation {
  readonly id: string;
  readonly body: (Place & { readonly purpose: string; readonly value: string })[];
  readonly target: Place[] | string[] | string;
}
interface Collection {
  readonly '@context': unknown;
  readonly total: number;
  readonly first?: { readonly items: Annotation[] };
}

async function collection(storage: Storage): Promise<Collection> {
  return JSON.parse(await textOf(exportDesk(storage, { format: 'web-annotation' }))) as Collection;
}

async function texts(storage: Storage): Promise<Map<string, string>> {
  const revisions = (await storage.readObjects('document')).flatMap(({ object }) => object.revisions);
  const read = async ({ id, textSha256 }: Revision) =>
    [`urn:uuid:${id}`, Buffer.from((await storage.readBlob(textSha256))!).toString('utf8')] as const;
  return new Map(await Promise.all(revisions.map(read)));
}

function placesOf({ body, target }: Annotation): Place[] {
  return [...(Array.isArray(target) ? target : [target]), ...body].filter(
    (place): place is Place => typeof place === 'object' && Array.isArray(place.selector),
  );
}

async function forAnyDesk(check: (storage: Storage, exported: Collection) => Promise<void>, numRuns: number) {
  await fc.assert(
    fc.asyncProperty(walks, async steps => {
      const storage = new MemoryStorage();
      await walk(storage, steps);
      await check(storage, await collection(storage));
    }),
    { numRuns },
  );
}

describe('an export as web annotations', function () {
  this.timeout(60_000);

  it('gives positions in code points, which select the words of the quote', async () => {
    let positions = 0;
    await forAnyDesk(async (storage, { first }) => {
      const read = await texts(storage);
      for (const place of first?.items.flatMap(placesOf) ?? []) {
        const [quote, position] = place.selector as Selector[];
        const points = [...read.get(place.state.cached)!];
        expect(points.slice(position!.start, position!.end).join('')).to.equal(quote!.exact);
        positions++;
      }
    }, 60);
    expect(positions).to.be.greaterThan(100);
  });

  it('gives each range of a discontinuous claim a target of its own', async () => {
    await forAnyDesk(async (storage, { first }) => {
      const annotations = new Map(first?.items.map(annotation => [annotation.id, annotation]));
      for (const { id, object } of await storage.readObjects('claim')) {
        const annotation = annotations.get(`urn:uuid:${id}`);
        if (annotation) expect(annotation.target).to.have.length(object.anchor.ranges.length);
      }
    }, 30);
  });

  it('has every claim, piece of evidence and conflict that is not removed', async () => {
    await forAnyDesk(async (storage, { first, total }) => {
      const removed = new Set(
        (await storage.readObjects('document')).filter(held => held.removed).map(({ id }) => id),
      );
      const claims = (await storage.readObjects('claim')).filter(
        held => !held.removed && !removed.has(held.object.anchor.documentId),
      );
      const conflicts = (await storage.readObjects('conflict')).filter(held => !held.removed);
      const expected = [
        ...claims.flatMap(({ id, object }) => [id, ...object.evidence.map(evidence => evidence.id)]),
        ...conflicts.map(({ id }) => id),
      ];
      expect(first?.items.map(({ id }) => id) ?? []).to.have.members(expected.map(id => `urn:uuid:${id}`));
      expect(total).to.equal(expected.length);
    }, 30);
  });

  it('is sound JSON-LD of known terms, whatever stands on the desk', async () => {
    await forAnyDesk(async (_, exported) => {
      expect(annotationFaults(exported)).to.deep.equal([]);
    }, 60);
  });

  it('holds to every MUST that the W3C tests, as a collection and annotation by annotation', async function () {
    const faults = await w3cAssertions();
    if (!faults) return this.skip();
    await forAnyDesk(async (_, exported) => {
      expect(faults(exported)).to.deep.equal([]);
      for (const annotation of exported.first?.items ?? [])
        expect(faults({ '@context': exported['@context'], ...annotation })).to.deep.equal([]);
    }, 20);
  });

  it('gives the quote alone where the words are no longer found at their place', async () => {
    const storage = new MemoryStorage();
    await walk(storage, fc.sample(walks, { numRuns: 1, seed: 3 })[0]!);
    const held = (await storage.readObjects('claim')).find(({ removed }) => !removed)!;
    const anchor = { ...held.object.anchor, quote: { exact: 'other words', prefix: '', suffix: '' } };
    await commit(storage, [set('claim', held.id, { anchor })]);
    const { first } = await collection(storage);
    const { target } = first!.items.find(({ id }) => id === `urn:uuid:${held.id}`)!;
    const [place] = target as Place[];
    expect(place!.selector).to.deep.equal({
      type: 'TextQuoteSelector',
      exact: 'other words',
      prefix: '',
      suffix: '',
    });
  });
});

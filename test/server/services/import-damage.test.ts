import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk } from '../../../server/services/export.ts';
import { importDesk } from '../../../server/services/import.ts';
import { Refusal } from '../../../server/services/refusal.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import { commit, create, everything, uuid } from '../storage/samples.ts';
import { taking, textOf } from './exporting.ts';
import { walk } from './walk.ts';
import { walks } from './walk-steps.ts';

/** A desk with a history of its own. */
async function inUse(): Promise<MemoryStorage> {
  const storage = new MemoryStorage();
  const value = { id: uuid('own', 1), kind: 'place', preferred: 'Vigo', variants: [], distinctFrom: [] };
  await commit(storage, [create('entity', value)]);
  return storage;
}

/** Takes the file in: either it is taken in, or it is refused with a reason and nothing was written. */
async function attempt(storage: MemoryStorage, bytes: Uint8Array): Promise<void> {
  const before = await everything(storage);
  try {
    await importDesk(storage, bytes, taking());
  } catch (error) {
    expect(error, (error as Error).stack).to.be.instanceOf(Refusal);
    expect((error as Refusal).message).to.match(/\S/);
    expect(await everything(storage)).to.deep.equal(before);
  }
}

/** Puts a value in the place of the n-th member or item of a JSON value. */
function replaceNth(json: unknown, n: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    for (const name of Object.keys(node)) {
      places.push([node as Record<string, unknown>, name]);
      visit((node as Record<string, unknown>)[name]);
    }
  };
  visit(json);
  const [owner, name] = places[n % places.length]!;
  owner[name] = value;
}

async function exportsOf(steps: Parameters<typeof walk>[1]): Promise<string[]> {
  const storage = new MemoryStorage();
  await walk(storage, steps);
  const document = (await storage.readObjects('document')).find(({ removed }) => !removed)?.id;
  const parts = [{}, ...(document ? [{ documents: [document] }] : []), { filter: {} }];
  return Promise.all(parts.map(part => textOf(exportDesk(storage, { format: 'variorum-json', ...part }))));
}

describe('a damaged file', function () {
  this.timeout(60_000);

  it('is refused or taken in, whichever byte of it is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        walks,
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 5 }),
        async (steps, flips) => {
          for (const text of await exportsOf(steps))
            for (const [at, byte] of flips) {
              const bytes = Buffer.from(text);
              bytes[at % bytes.length] = byte;
              await attempt(new MemoryStorage(), bytes);
              await attempt(await inUse(), bytes);
            }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('is refused or taken in, whatever stands in the place of one of its values', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(-1, 1e300, '', '__proto__', 'claim', uuid('own', 1), [], {}, 'x'.repeat(30_000)),
    );
    await fc.assert(
      fc.asyncProperty(walks, fc.array(fc.tuple(fc.nat(), value), { minLength: 5 }), async (steps, swaps) => {
        for (const text of await exportsOf(steps))
          for (const [n, swap] of swaps) {
            const json = JSON.parse(text) as unknown;
            replaceNth(json, n, swap);
            const bytes = Buffer.from(JSON.stringify(json));
            await attempt(new MemoryStorage(), bytes);
            await attempt(await inUse(), bytes);
          }
      }),
      { numRuns: 12 },
    );
  });
});

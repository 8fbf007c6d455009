import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import fc from 'fast-check';
import { exportDesk } from '../../../server/services/export.ts';
import { MemoryStorage } from '../../../server/storage/memory/storage.ts';
import { fileSchema } from '../../../shared/formats/variorum-json/json-schema.ts';
import { textOf } from '../../server/services/exporting.ts';
import { walk } from '../../server/services/walk.ts';
import { walks } from '../../server/services/walk-steps.ts';

const file = new URL('../../../../shared/formats/variorum-json/variorum.schema.json', import.meta.url);

const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
const valid = ajv.compile(fileSchema());

describe('the published JSON Schema', () => {
  it('is what the schemas give that files are read with', () => {
    if (process.env.VARIORUM_WRITE_SCHEMA) writeFileSync(file, `${JSON.stringify(fileSchema(), null, 2)}\n`);
    expect(
      JSON.parse(readFileSync(file, 'utf8')),
      'run the tests with VARIORUM_WRITE_SCHEMA=1, then npm run format',
    ).to.deep.equal(fileSchema());
  });

  it('accepts every export, of the whole and of a part', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(walks, async steps => {
        const storage = new MemoryStorage();
        await walk(storage, steps);
        for (const filter of [undefined, { types: ['person'] }]) {
          const asked = { format: 'variorum-json', ...(filter && { filter }) };
          valid(JSON.parse(await textOf(exportDesk(storage, asked))));
          expect(valid.errors).to.equal(null);
        }
      }),
      { numRuns: 25 },
    );
  });

  for (const [what, alter] of [
    ['another version', { formatVersion: 2 }],
    ['an unknown member', { widgets: [] }],
    [
      'a claim without an anchor',
      { claims: [{ id: '01900000-0000-7000-8000-000000000001', type: 'person' }] },
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      const text = await textOf(exportDesk(new MemoryStorage(), { format: 'variorum-json' }));
      expect(valid(JSON.parse(text))).to.equal(true);
      expect(valid({ ...JSON.parse(text), ...alter })).to.equal(false);
    });
});

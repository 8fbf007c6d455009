import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'chai';
import fc from 'fast-check';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import type { Storage } from '../../../../server/storage/port.ts';
import { spacesRun } from '../../../../shared/formats/placing/words.ts';
import { commit, set } from '../../storage/samples.ts';
import { walk } from '../walk.ts';
import { conformanceFolder, samples } from './conformance.ts';
import { claimsOnText, copyTexts, expectSturdy, exported, fileWalks, takeIn } from './round-trip.ts';

const REVIEW = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'ClaimReview',
      url: 'https://checkers.example/vigo',
      claimReviewed: 'Vigo is  the largest port of Spain',
      author: { '@type': 'Organization', name: 'Checkers' },
      datePublished: '2026-05-01',
      reviewRating: {
        '@type': 'Rating',
        ratingValue: '2',
        bestRating: 5,
        worstRating: 1,
        alternateName: 'Mostly false',
      },
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Ana' },
        appearance: [{ '@type': 'Article', url: 'https://paper.example/ports' }],
      },
    },
    { '@type': 'ClaimReview', url: 'https://checkers.example/none', claimReviewed: '' },
    { '@type': 'WebPage' },
  ],
};

async function withText(text: string, title = 'a.txt'): Promise<Storage> {
  const storage = new MemoryStorage();
  const beside = [{ name: title, bytes: new TextEncoder().encode(text) }];
  await takeIn(storage, 'T1\tX 0 1\t\n', { name: title.replace('txt', 'ann'), beside });
  return storage;
}

describe('ClaimReview', function () {
  this.timeout(60_000);

  it('is placed by its words, and the review becomes evidence', async () => {
    const storage = await withText('They say: “Vigo is the largest port of Spain.”');
    const { items, notes, format } = await takeIn(storage, JSON.stringify(REVIEW), { name: 'r.json' });
    expect(format).to.equal('claim-review');
    expect(items!.map(({ state, repairs }) => [state, ...repairs])).to.deep.equal([
      ['repaired', 'folded', 'by-words'],
      ['unplaced'],
    ]);
    expect(notes[0]).to.match(/1 of its items/);
    const claim = (await storage.readObjects('claim')).map(({ object }) => object).at(-1)!;
    expect(claim.anchor.quote.exact).to.equal('Vigo is the largest port of Spain');
    expect(claim).to.deep.include({
      tags: ['Mostly false'],
      fields: { subject: 'Ana' },
      createdBy: 'Checkers',
    });
    expect(claim.verdict).to.equal(undefined);
    const [source] = await storage.readObjects('source');
    expect(claim.evidence[0]).to.include({
      sourceId: source!.id,
      stance: 'mentions',
      note: 'Rated “Mostly false”.',
    });
    expect(source!.object.csl).to.include({ type: 'webpage', URL: 'https://checkers.example/vigo' });
  });

  it('is written for claims that can be stated so, valid, and names the others', async () => {
    const folder = conformanceFolder();
    const valid =
      folder === undefined
        ? undefined
        : addFormats
            .default(new Ajv({ strict: false }))
            .compile(JSON.parse(readFileSync(path.join(folder, 'claimreview.schema.json'), 'utf8')));
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fileWalks, async steps => {
        const storage = new MemoryStorage();
        await walk(storage, steps);
        for (const { id, removed } of await storage.readObjects('claim'))
          if (!removed) await commit(storage, [set('claim', id, { verdict: 'contradicted' })]);
        const { bytes, losses } = await exported(storage, 'claim-review');
        const graph = (JSON.parse(new TextDecoder().decode(bytes)) as { '@graph': object[] })['@graph'];
        written += graph.length;
        for (const review of graph)
          if (valid) expect(valid(review), JSON.stringify([valid.errors, review])).to.equal(true);
        const claims = (await storage.readObjects('claim')).filter(({ removed }) => !removed);
        const away = new Set(
          (await storage.readObjects('document')).filter(({ removed }) => removed).map(({ id }) => id),
        );
        const left = losses.filter(({ code }) =>
          ['no-verdict', 'other-verdict', 'contested', 'no-address', 'no-words'].includes(code),
        );
        const here = claims.filter(({ object }) => !away.has(object.anchor.documentId)).length;
        expect(left.reduce((sum, { count }) => sum + count, graph.length)).to.equal(here);
      }),
      { numRuns: 40 },
    );
    expect(written).to.be.greaterThan(0);
  });

  it('comes back as the claims it was, with their verdicts', async () => {
    const storage = await withText('Vigo is a port. Porto is a port too.', 'https:__paper.example_a.txt');
    const [document] = await storage.readObjects('document');
    await commit(storage, [set('document', document!.id, { origin: 'https://paper.example/a' })]);
    await takeIn(
      storage,
      'quote,verdict\nVigo is a port.,contradicted\n"Porto is a port too.",accurate\nport too,unverifiable\n',
      { name: 'q.csv' },
    );
    const { bytes, losses } = await exported(storage, 'claim-review');
    expect(losses.find(({ code }) => code === 'other-verdict')!.count).to.equal(1);
    const other = new MemoryStorage();
    await copyTexts(storage, other);
    const { items } = await takeIn(other, bytes, { format: 'claim-review' });
    expect(items!.map(({ state }) => state)).to.deep.equal(['exact', 'exact']);
    const project = async (desk: Storage) =>
      (await claimsOnText(desk))
        .filter(({ claim }) => /accurate|contradicted/.test(claim.verdict ?? ''))
        .map(({ claim: { id, anchor, verdict } }) => ({ id, anchor, verdict }));
    expect(await project(other)).to.have.deep.members(await project(storage));
  });

  for (const { name, text } of samples('claimreview', '.json'))
    it(`reads ${name}`, async () => {
      const found = /"claimReviewed": ?"((?:[^"\\]|\\.)+)"/.exec(text)?.[1];
      const claimed = found === undefined ? undefined : (JSON.parse(`"${found}"`) as string);
      const storage = await withText(`Someone said this. ${claimed ?? 'Nothing.'} Others did not.`);
      if (!text.includes('"ClaimReview"')) return;
      const { items } = await takeIn(storage, text, { format: 'claim-review', name });
      const placed = items!.filter(({ state }) => state !== 'unplaced');
      expect(placed).to.have.length(claimed === undefined ? 0 : 1);
      if (placed[0])
        expect(spacesRun(placed[0].words!)).to.equal(spacesRun(claimed!).slice(0, placed[0].words!.length));
    });

  it('survives damage', () =>
    expectSturdy('claim-review', [{ name: 'r.json', text: JSON.stringify(REVIEW) }]));
});

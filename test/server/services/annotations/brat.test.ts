import { expect } from 'chai';
import { MemoryStorage } from '../../../../server/storage/memory/storage.ts';
import {
  expectRoundTrip,
  expectSturdy,
  exported,
  onceEach,
  saidValue,
  takeIn,
  written,
} from './round-trip.ts';

const TEXT = 'Ana 😀 met Luis\nPérez in Vigo.\n';
const ANN = [
  'T1\tPER 0 3\tAna',
  'T2\tPerson 10 20\tLuis Pérez',
  'T3\tGPE 24 28\tVigo',
  'T4\tMeet 6 9;21 23\tmet in',
  'E1\tMeet:T4 Who:T1 Whom:T2',
  'R1\tLives-in Arg1:T2 Arg2:T3\t',
  '*\tEquiv T1 T2',
  'A1\tVerdict T1 accurate',
  'A2\tSure E1',
  'N1\tReference T3 Wikipedia:1\tVigo, Galicia',
  '#1\tAnnotatorNotes T1\tWho is she?',
  '#2\tTag T3\tport',
  '',
].join('\n');
const beside = [{ name: 'a.txt', bytes: new TextEncoder().encode(TEXT) }];

describe('brat standoff', function () {
  this.timeout(60_000);

  it('brings its text along, and everything that hangs on its spans', async () => {
    const storage = new MemoryStorage();
    const { added, items } = await takeIn(storage, ANN, { name: 'a.ann', beside });
    expect(added).to.deep.equal({ document: 1, claim: 4 });
    expect(items!.map(({ id, state }) => [id, state])).to.deep.equal(
      ['T1', 'T2', 'T3', 'T4'].map(id => [id, 'exact']),
    );
    const claims = new Map(
      (await storage.readObjects('claim')).map(({ object }) => [object.imported!.id, object]),
    );
    const [ana, luis, vigo, met] = ['T1', 'T2', 'T3', 'T4'].map(id => claims.get(id)!);
    expect([ana, luis, vigo, met].map(claim => [claim!.type, claim!.anchor.quote.exact])).to.deep.equal([
      ['person', 'Ana'],
      ['person', 'Luis\nPérez'],
      ['place', 'Vigo'],
      ['statement', 'met … in'],
    ]);
    expect(ana!.verdict).to.equal('accurate');
    expect(ana!.notes.map(({ text }) => text)).to.deep.equal(['Equiv: Luis Pérez (T2)', 'Who is she?']);
    expect(luis!.notes.map(({ text }) => text)).to.deep.equal([
      'Lives-in: Arg2 Vigo (T3)',
      'Equiv: Ana (T1)',
    ]);
    expect(vigo!.tags).to.deep.equal(['GPE', 'port']);
    expect(met!.tags).to.deep.equal(['Meet', 'E1: Sure']);
    expect(met!.imported!.original).to.equal(
      'T4\tMeet 6 9;21 23\tmet in\nE1\tMeet:T4 Who:T1 Whom:T2\nA2\tSure E1',
    );
  });

  it('is taken in once, however often', async () => {
    const storage = new MemoryStorage();
    await takeIn(storage, ANN, { name: 'a.ann', beside });
    const { added, items } = await takeIn(storage, ANN, { name: 'a.ann', beside });
    expect(added).to.deep.equal({});
    expect(items!.every(({ state }) => state === 'known')).to.equal(true);
  });

  it('is placed by its words where numbers count UTF-16, are wrong, or there is no text beside it', async () => {
    const storage = new MemoryStorage();
    await takeIn(storage, 'T1\tPER 0 3\tAna\n', { name: 'a.ann', beside });
    const ann = 'T1\tPER 11 15\tLuis\nT2\tGPE 0 4\tVigo\nT3\tORG 0 4\tUNAM\nT4\tX 9 9\t\nnonsense\n';
    const { items } = await takeIn(storage, ann, { name: 'a.ann' });
    expect(items!.map(({ id, state, repairs }) => [id, state, ...repairs])).to.deep.equal([
      ['T1', 'repaired', 'other-unit'],
      ['T2', 'repaired', 'by-quote'],
      ['T3', 'unplaced'],
      ['T4', 'unplaced'],
      ['line 5', 'unplaced'],
    ]);
  });

  it('writes nothing in a dry run', async () => {
    const storage = new MemoryStorage();
    const { added, items } = await takeIn(storage, ANN, { name: 'a.ann', beside, dry: true });
    expect(added).to.deep.equal({ document: 1, claim: 4 });
    expect(items).to.have.length(4);
    expect(storage.head.seq).to.equal(0);
  });

  it('comes back as it went, but for what is named as left behind', async () => {
    const line = (text: string) =>
      written(text)
        .replace(/\r\n|[\r\n\t\u0085\u2028\u2029]/g, ' ')
        .trim();
    await expectRoundTrip('brat', (claim, text) => ({
      text,
      ranges: claim.anchor.ranges,
      type: claim.type,
      verdict: claim.verdict,
      workflow: claim.workflow,
      tags: onceEach(claim.tags.map(line)),
      fields: Object.entries(claim.fields).map(([name, words]) => [name, line(words)]),
      value: saidValue(claim),
      notes: claim.notes.map(note => line(note.text)).filter(note => !note.startsWith('Reference Variorum')),
    }));
  });

  it('names what it leaves behind', async () => {
    const storage = new MemoryStorage();
    await takeIn(storage, ANN, { name: 'a.ann', beside });
    const { losses } = await exported(storage, 'brat');
    expect(losses.map(({ code }) => code)).to.deep.equal(['history', 'note-authors', 'author', 'imported']);
  });

  it('survives damage', () => expectSturdy('brat', [{ name: 'a.ann', text: ANN }]));
});

import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { ApiProblem } from '../../../shared/api/client.ts';
import type { problemKinds } from '../../../shared/api/problem.ts';
import { decodeClaimIndex } from '../../../shared/claim-index/codec.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { currentRevision } from '../../../shared/model/document.ts';
import { eventually } from '../../browser/eventually.ts';
import { LiveStream } from '../../support/live-stream.ts';
import { AT, anchorOn, change, newClaim, type ServedText, serving } from './serving.ts';

const FIRST = [
  'The council met in Geneva on 3 May 2026.',
  'Anna Kowalska chaired it; Boris Ivanov kept the minutes.',
  'Forty members took part, and two guests from Lima.',
  '',
].join('\n');
/** A line before all, another day, and the guests gone. */
const SECOND = `Minutes.\n${FIRST.replace('3 May', '4 May').replace(', and two guests from Lima', '')}`;

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

describe('a new revision of a document', () => {
  const desk = serving();
  let text: ServedText;

  /** A document of its own with the first text. */
  async function addText(): Promise<ServedText> {
    const ids = { id: newId(), revision: newId(), change: newId(), group: newId() };
    const rest = {
      by: 'Ines',
      at: AT,
      title: `Minutes ${ids.id}`,
      mediaType: 'text/plain',
      encoding: 'utf-8',
    };
    await desk.api.addDocument({ query: { ...ids, ...rest } as never, body: bytesOf(FIRST) });
    return { id: ids.id, revision: ids.revision, text: FIRST };
  }
  const about = (from: string, rest: object = {}) => ({
    ...{ change: newId(), group: newId(), revision: newId(), from, by: 'Ines', at: AT, encoding: 'utf-8' },
    ...rest,
  });
  const revise = (query: ReturnType<typeof about>, words = SECOND, id = text.id) =>
    desk.api.addRevision({ params: { id }, query, body: bytesOf(words) });
  const preview = (words = SECOND, query: object = {}) =>
    desk.api.previewRevision({ params: { id: text.id }, query, body: bytesOf(words) });
  const waiting = (id = text.id) => desk.api.listWaiting({ params: { id } });
  const claim = async (id: string): Promise<Claim> =>
    (await desk.api.listClaims({ query: { ids: id } })).claims[0]!.object;
  const mark = async (words: string, rest: Partial<Claim> = {}) => {
    const made = newClaim(text, words, rest);
    await desk.commit(made);
    return made.objectId;
  };
  const held = async () => (await desk.api.getDocument({ params: { id: text.id } })).object;

  beforeEach(async () => {
    text = await addText();
  });

  it('is looked at before anything changes: what differs, and what becomes of each claim', async () => {
    const [anna, day, lima] = [await mark('Anna Kowalska'), await mark('3 May 2026'), await mark('Lima')];
    const { head } = desk.server.desk.storage;
    const told = await preview();
    expect(desk.server.desk.storage.head).to.eql(head);
    expect(told.from).to.equal(text.revision);
    expect(told.sameText).to.equal(false);
    expect(told.claims).to.include({ shifted: 1, edited: 1, deleted: 1 });
    expect(told.waiting.map(({ claimId }) => claimId)).to.have.members([day, lima]);
    expect(told.waiting.map(({ claimId }) => claimId)).not.to.include(anna);
    const edited = told.waiting.find(({ claimId }) => claimId === day)!;
    expect(edited.fate.candidates.map(({ quote }) => quote.exact)).to.eql(['4 May 2026']);
    const parts = told.changes.flatMap(block => block.parts);
    expect(parts.filter(({ is }) => is === 'come').map(({ text }) => text.trim())).to.eql(['Minutes.', '4']);
    expect(told.difference.blocks).to.equal(told.changes.length);
    expect((await preview(SECOND, { limit: 1, changes: 1 })).waiting.length).to.equal(1);
    expect((await preview(FIRST)).sameAs).to.equal(text.revision);
  });

  it('moves the claims that it leaves alone, and lets the others wait where they stood', async () => {
    const [anna, day] = [await mark('Anna Kowalska'), await mark('3 May 2026')];
    const gone = await mark('Boris Ivanov');
    await desk.commit(change('claim', gone, { op: 'remove' }));
    const query = about(text.revision, { label: 'Second', why: 'A day was wrong' });
    const { seq, held: document, claims } = await revise(query);
    expect(claims).to.include({ shifted: 1, edited: 1 });
    const current = currentRevision(document.object);
    expect(current).to.include({ id: query.revision, label: 'Second', addedBy: 'Ines' });
    expect(document.object.revisions.map(({ id }) => id)).to.eql([text.revision, query.revision]);
    const moved = await claim(anna);
    expect(moved.anchor.revision).to.equal(query.revision);
    expect(moved.anchorState).to.equal('shifted');
    const [range] = moved.anchor.ranges;
    expect(SECOND.slice(range!.start, range!.end)).to.equal('Anna Kowalska');
    expect((await claim(day)).anchor.revision).to.equal(text.revision);
    expect((await claim(gone)).anchor.revision, 'one that was removed moves too').to.equal(query.revision);
    const [entry] = (await desk.api.readLog({ query: { after: seq - 1, limit: 1 } })).entries;
    expect(entry!.changes.length, 'one compact entry').to.equal(1);
    const list = await waiting();
    expect(list).to.include({ revision: query.revision, total: 1 });
    expect(list.waiting[0]).to.include({ of: 'claim', claimId: day });
    const { documents } = await desk.api.listDocuments();
    expect(documents.find(one => one.held.id === text.id)).to.include({ claims: 2, waiting: 1 });
  });

  it('keeps its bytes beside the old ones, and both are served', async () => {
    const query = about(text.revision);
    await revise(query);
    for (const [revision, words] of [
      [text.revision, FIRST],
      [query.revision, SECOND],
    ] as const) {
      const params = { id: text.id, revision };
      expect(Buffer.from(await desk.api.getRevisionBytes({ params })).toString()).to.equal(words);
    }
    expect(Buffer.from(await desk.api.getBytes({ params: { id: text.id } })).toString()).to.equal(SECOND);
  });

  it('shows claims that wait apart in the claim index: countable, never in a window of the text', async () => {
    const [anna, day] = [await mark('Anna Kowalska'), await mark('3 May 2026')];
    const query = about(text.revision);
    await revise(query);
    const { table } = decodeClaimIndex(await desk.api.getClaimIndex({ params: { id: text.id } }));
    expect(table.revision).to.equal(query.revision);
    expect(Array.from(table.order, slot => table.idAt(slot))).to.eql([anna]);
    expect(Array.from(table.waiting, slot => table.idAt(slot))).to.eql([day]);
    const window = await desk.api.getClaimIndex({ params: { id: text.id }, query: { from: 0, to: 10_000 } });
    expect(decodeClaimIndex(window).table.size).to.equal(1);
  });

  it('is told to who follows by a mark, without the claims that moved', async () => {
    await mark('Anna Kowalska');
    const { seq: before } = desk.server.desk.storage.head;
    const stream = await LiveStream.open(`${desk.url}/api/live`, {});
    const late = async () => LiveStream.open(`${desk.url}/api/live?after=${before}`, {});
    try {
      await revise(about(text.revision));
      for (const one of [stream, await late()]) {
        await eventually(() => expect(one.seqs).to.eql([before + 1]));
        const [entry] = one.all('entry');
        expect(entry!.revised).to.equal(text.id);
        expect(entry!.objects.map(({ kind }) => kind)).to.eql(['document']);
        one.close();
      }
    } finally {
      stream.close();
    }
  });

  it('goes back to an earlier text as another revision, with which its claims come home', async () => {
    const day = await mark('3 May 2026');
    const second = about(text.revision);
    await revise(second);
    expect((await waiting()).total).to.equal(1);
    const third = about(second.revision, { again: text.revision });
    await revise(third, '');
    const document = await held();
    expect(document.revisions.length).to.equal(3);
    expect(currentRevision(document).sha256).to.equal(document.revisions[0]!.sha256);
    expect((await claim(day)).anchor.revision).to.equal(third.revision);
    expect((await waiting()).total).to.equal(0);
  });

  it('takes the same text in other bytes', async () => {
    const other = new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(FIRST)]);
    const anna = await mark('Anna Kowalska');
    expect((await desk.api.previewRevision({ params: { id: text.id }, body: other })).sameText).to.equal(
      true,
    );
    const query = about(text.revision);
    const { claims } = await desk.api.addRevision({ params: { id: text.id }, query, body: other });
    expect(claims).to.include({ intact: 1 });
    expect((await claim(anna)).anchor.revision).to.equal(query.revision);
  });

  it('is recognised when it is sent again, with what it did', async () => {
    await mark('Anna Kowalska');
    await mark('3 May 2026');
    const query = about(text.revision);
    const first = await revise(query);
    const again = await revise(query);
    expect(again).to.eql(first);
    expect((await held()).revisions.length).to.equal(2);
  });

  it('comes once where many send it at the same moment, and one of two where they differ', async () => {
    const query = about(text.revision);
    const same = await Promise.all([1, 2, 3].map(() => revise(query)));
    expect(new Set(same.map(({ seq }) => seq)).size).to.equal(1);
    const [one, other] = [about(query.revision), about(query.revision)];
    const results = await Promise.allSettled([revise(one, 'One.'), revise(other, 'Other.')]);
    expect(results.map(({ status }) => status).sort()).to.eql(['fulfilled', 'rejected']);
    expect((await held()).revisions.length).to.equal(3);
  });

  it('carries what is marked while it is on its way', async () => {
    const made: string[] = [];
    const marking = (async () => {
      for (let i = 0; i < 20; i++) made.push(await mark(i % 2 ? 'Anna Kowalska' : 'Boris Ivanov'));
    })();
    const query = about(text.revision);
    await Promise.all([marking, revise(query)]);
    const { total, counts } = await waiting();
    const revisions = await Promise.all(made.map(async id => (await claim(id)).anchor.revision));
    const moved = revisions.filter(revision => revision === query.revision).length;
    expect(moved + total).to.equal(20);
    expect(counts.shifted, 'what came after it waits where its words are').to.equal(total);
  });

  it('takes a claim that somebody made on the text before it: it waits', async () => {
    const query = about(text.revision);
    await revise(query);
    const late = await mark('Anna Kowalska');
    const { waiting: list } = await waiting();
    expect(list.map(({ claimId }) => claimId)).to.eql([late]);
    expect(list[0]!.fate.state).to.equal('shifted');
    const [candidate] = list[0]!.fate.candidates;
    const anchor = { ...(await claim(late)).anchor, ...candidate, revision: query.revision };
    const values = { anchor, anchorState: 'shifted' } as never;
    await desk.commit(change('claim', late, { op: 'set', values }));
    expect((await waiting()).total).to.equal(0);
  });

  it('asks after evidence whose words it changed, until somebody says what holds', async () => {
    const quoting = await desk.text();
    const evidence = (words: string) => ({
      ...{ id: newId(), passage: anchorOn(text, words), stance: 'supports', by: 'Ines', at: AT },
    });
    const [kept, changed] = [evidence('Anna Kowalska'), evidence('3 May 2026')];
    const made = newClaim(quoting, 'Moscow', { evidence: [kept, changed] as never });
    await desk.commit(made);
    expect((await preview()).evidence).to.include({ shifted: 1, edited: 1 });
    const query = about(text.revision);
    await revise(query);
    const { waiting: list } = await waiting();
    expect(list.map(({ of, claimId, evidenceId }) => [of, claimId, evidenceId])).to.eql([
      ['evidence', made.objectId, changed.id],
    ]);
    const now = await claim(made.objectId);
    expect(now.evidence, 'nothing about it was changed').to.eql([kept, changed]);
    const answer = { op: 'edit', list: 'evidence', item: changed.id, values: { asQuoted: true } } as const;
    await desk.commit(change('claim', made.objectId, answer));
    expect((await waiting()).total).to.equal(0);
  });

  it('changes the words that a search finds, and a mention that waits is none', async () => {
    await mark('3 May 2026');
    await revise(about(text.revision), `${SECOND}Wanda Landowska wrote to them.\n`);
    const found = await desk.api.search({ query: { q: 'Landowska' } });
    await eventually(async () =>
      expect(JSON.stringify((await desk.api.search({ query: { q: 'Landowska' } })).groups)).to.include(
        text.id,
      ),
    );
    expect(found).to.have.property('groups');
  });

  const refused: readonly [string, () => Promise<unknown>, keyof typeof problemKinds, RegExp][] = [
    ['of no document', () => revise(about(text.revision), SECOND, newId()), 'not-found', /no document/],
    [
      'of one that was removed',
      async () => {
        await desk.commit(change('document', text.id, { op: 'remove' }));
        return revise(about(text.revision));
      },
      'not-found',
      /restore it first/,
    ],
    ['based on another than the current one', () => revise(about(newId())), 'stale', /preview again/],
    [
      'with the very bytes of now',
      () => revise(about(text.revision), FIRST),
      'bad-input',
      /nothing to change/,
    ],
    ['that is no text', () => revise(about(text.revision), '%PDF-1.7'), 'unreadable', /PDF/],
    ['that is empty', () => revise(about(text.revision), ''), 'unreadable', /empty/],
    [
      'with a place that does not decode',
      () =>
        desk.api.addRevision({
          params: { id: text.id },
          query: about(text.revision),
          body: new Uint8Array([0x41, 0xff, 0x42]),
        }),
      'unreadable',
      /does not decode as utf-8/,
    ],
    [
      'in an encoding that is none',
      () => revise(about(text.revision, { encoding: 'klingon' })),
      'bad-input',
      /not an encoding/,
    ],
    [
      'under the id of one that is there',
      () => revise(about(text.revision, { revision: text.revision })),
      'bad-input',
      /use another id/,
    ],
    [
      'again that never was',
      () => revise(about(text.revision, { again: newId() }), ''),
      'bad-input',
      /no revision/,
    ],
    [
      'again, with a file besides',
      () => revise(about(text.revision, { again: text.revision }), SECOND),
      'bad-input',
      /send no file/,
    ],
    [
      'by a change that did something else',
      async () => {
        const made = newClaim(text, 'Anna Kowalska');
        await desk.commit(made);
        return revise(about(text.revision, { change: made.id }));
      },
      'bad-input',
      /is not this one/,
    ],
    ['looked at in a file that is no text', () => preview('%PDF-1.7'), 'unreadable', /PDF/],
    ['whose waiting claims nobody knows', () => waiting(newId()), 'not-found', /no document/],
  ];
  for (const [what, ask, kind, says] of refused)
    it(`is refused ${what}, and nothing is written`, async () => {
      const error = await ask().then(
        () => undefined,
        (error: ApiProblem) => error,
      );
      expect(error).to.be.instanceOf(ApiProblem);
      expect(error!.problem.type).to.equal(`urn:variorum:problem:${kind}`);
      expect(error!.problem.detail).to.match(says);
      expect((await held()).revisions.length).to.equal(1);
    });

  it('is compared in a thread of its own where the text is large, which ends when nobody waits for it', async () => {
    const large = Array.from({ length: 4000 }, (_, i) => `Line ${i}: ${FIRST.replaceAll('\n', ' ')}`).join(
      '\n',
    );
    const query = about(text.revision);
    await revise(query, large);
    const gone = new AbortController();
    const asking = desk.api.previewRevision(
      { params: { id: text.id }, body: bytesOf(large.replaceAll('Forty', 'Fifty')) },
      { signal: gone.signal },
    );
    gone.abort();
    expect(await asking.catch((error: Error) => error.name)).to.equal('AbortError');
    const told = await preview(large.replace('Line 7:', 'Line seven:'));
    expect(told.difference.blocks).to.equal(1);
    const sha256 = createHash('sha256').update(bytesOf(large)).digest('hex');
    expect((await preview(large)).examination.sha256).to.equal(sha256);
  });
});

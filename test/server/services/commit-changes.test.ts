import { expect } from 'chai';
import { v7 as newId } from 'uuid';
import { commitChanges } from '../../../server/services/commit-changes.ts';
import { Desk } from '../../../server/services/desk.ts';
import { StaleVersion, type Storage } from '../../../server/storage/port.ts';
import { openStorage } from '../../../server/storage/registry.ts';
import { baseFor } from '../../../shared/change/paths.ts';
import type { Change } from '../../../shared/model/change.ts';
import {
  AT,
  anchorOn,
  change,
  newClaim,
  newConflict,
  newSource,
  type ServedText,
  serving,
} from '../http/serving.ts';

const served = serving();
const desk = () => served.server.desk;

async function outcome(...changes: Change[]) {
  const [first] = await commitChanges(desk(), changes);
  return first!;
}

async function committed(...changes: Change[]): Promise<void> {
  for (const { status, problem } of await commitChanges(desk(), changes))
    if (status !== 'committed') throw new Error(problem?.detail ?? status);
}

describe('committing changes', () => {
  let text: ServedText;
  before(async () => {
    text = await served.text();
  });

  it('stamps the server’s time into the log and keeps the author’s in the change', async () => {
    const claim = newClaim(text, 'Moscow');
    const { seq } = await outcome(claim);
    for await (const entry of desk().storage.readLog(seq! - 1, 1)) {
      expect(entry.at).to.not.equal(AT);
      expect(entry.changes[0]!.at).to.equal(AT);
    }
  });

  it('recognises a retry and writes nothing again', async () => {
    const claim = newClaim(text, 'Moscow');
    const first = await outcome(claim);
    const { head } = desk().storage;
    const again = await outcome(claim);
    expect(again).to.include({ status: 'known', seq: first.seq });
    expect(again.objects).to.eql(first.objects);
    expect(desk().storage.head).to.eql(head);
  });

  it('goes on refusing what it has refused, also where it would fit by then', async () => {
    const claim = newClaim(text, 'Moscow');
    await committed(claim);
    const remove = change('claim', claim.objectId, { op: 'remove' });
    const set = change('claim', claim.objectId, { op: 'set', values: { workflow: 'checked' } });
    await committed(remove);
    const { problem } = await outcome(set);
    await committed(change('claim', claim.objectId, { op: 'restore' }));
    expect(await outcome(set)).to.deep.include({ status: 'refused', problem });
    await committed({ ...set, id: newId(), group: newId() });
  });

  it('recognises a retry that arrives while the first is under way', async () => {
    const claim = newClaim(text, 'Moscow');
    const [one, two] = await Promise.all([outcome(claim), outcome(claim)]);
    expect([one.status, two.status].sort()).to.eql(['committed', 'known']);
    expect(one.seq).to.equal(two.seq);
  });

  it('refuses a group that is partly in the log', async () => {
    const claim = newClaim(text, 'Moscow');
    await committed(claim);
    const tag = change(
      'claim',
      claim.objectId,
      { op: 'add', list: 'tags', item: 'x' },
      { group: claim.group },
    );
    const { status, problem } = await outcome(claim, tag);
    expect([status, problem?.status]).to.eql(['refused', 400]);
  });

  it('writes a group whole or not at all', async () => {
    const group = newId();
    const good = { ...newClaim(text, 'Moscow'), group };
    const bad = change('claim', newId(), { op: 'remove' }, { group });
    const { head } = desk().storage;
    expect((await outcome(good, bad)).status).to.equal('refused');
    expect(desk().storage.head).to.eql(head);
    expect(await desk().storage.readObject('claim', good.objectId)).to.equal(undefined);
  });

  it('takes the groups that follow one that is refused', async () => {
    const bad = change('claim', newId(), { op: 'remove' });
    const good = newClaim(text, 'Moscow');
    const outcomes = await commitChanges(desk(), [bad, good]);
    expect(outcomes.map(({ status }) => status)).to.eql(['refused', 'committed']);
  });

  it('keeps the order of groups that touch or name the same objects', async () => {
    const [left, right] = [newClaim(text, 'Luis'), newClaim(text, 'Moscow')];
    const conflict = newConflict(left.objectId, right.objectId);
    const steps = ['checking', 'checked', 'in-review'].map(workflow =>
      change('claim', left.objectId, { op: 'set', values: { workflow } }),
    );
    const outcomes = await commitChanges(desk(), [left, right, conflict, ...steps]);
    expect(outcomes.map(({ status }) => status)).to.eql(Array(6).fill('committed'));
    expect((await desk().storage.readObject('claim', left.objectId))?.object.workflow).to.equal('in-review');
  });

  it('lets many change one object at once, each on top of the others', async () => {
    const claim = newClaim(text, 'Moscow');
    await committed(claim);
    const tags = Array.from({ length: 40 }, (_, i) => `tag ${i}`);
    await Promise.all(
      tags.map(item => committed(change('claim', claim.objectId, { op: 'add', list: 'tags', item }))),
    );
    const held = await desk().storage.readObject('claim', claim.objectId);
    expect(held?.object.tags.slice().sort()).to.eql(tags.sort());
    expect(held?.version).to.equal(41);
  });

  it('merges different fields of two authors and gives both values where they set the same', async () => {
    const claim = newClaim(text, 'Moscow');
    await committed(claim);
    const seen = (await desk().storage.readObject('claim', claim.objectId))!;
    const set = (values: Record<string, string>) => {
      const operation = { op: 'set', values } as const;
      return change('claim', claim.objectId, operation, { base: baseFor(seen, operation) });
    };
    await committed(set({ workflow: 'checked' }));
    await committed(set({ verdict: 'accurate' }));
    const { problem } = await outcome(set({ workflow: 'returned' }));
    expect(problem?.status).to.equal(409);
    expect(problem?.clashes?.[0]).to.include({ path: 'workflow', mine: 'returned', theirs: 'checked' });
  });

  it('starts over where the store says that an object has changed in between', async () => {
    const storage = await openStorage('memory:');
    let failures = 3;
    const stubborn = new Proxy(storage, {
      get(target, name) {
        if (name === 'commit' && failures > 0)
          return async () => {
            failures--;
            throw new StaleVersion('x');
          };
        const member = Reflect.get(target, name, target) as unknown;
        return typeof member === 'function' ? member.bind(target) : member;
      },
    }) as Storage;
    const other = await Desk.open(stubborn);
    const [result] = await commitChanges(other, [newSource({ type: 'book', title: 'A' })]);
    expect([result!.status, failures]).to.eql(['committed', 0]);
    await other.close();
  });

  it('says that the desk cannot be written when it was closed', async () => {
    const other = await Desk.open(await openStorage('memory:'));
    await other.close();
    const error = await commitChanges(other, [newSource({ type: 'book' })]).catch((caught: Error) => caught);
    expect(error).to.have.property('kind', 'read-only');
  });
});

describe('what is written', () => {
  let text: ServedText;
  before(async () => {
    text = await served.text();
  });
  const evidence = (rest: object) =>
    ({ id: newId(), stance: 'supports', by: 'Ines', at: AT, ...rest }) as never;

  const refused: readonly [string, () => Change[] | Promise<Change[]>, RegExp][] = [
    [
      'a claim whose words do not stand there',
      () => {
        const anchor = anchorOn(text, 'Moscow');
        return [
          newClaim(text, 'Moscow', { anchor: { ...anchor, quote: { ...anchor.quote, exact: 'Munich' } } }),
        ];
      },
      /anchor\.quote\.exact/,
    ],
    [
      'a claim with other words before it',
      () => {
        const anchor = anchorOn(text, 'Moscow');
        return [
          newClaim(text, 'Moscow', { anchor: { ...anchor, quote: { ...anchor.quote, prefix: 'not in ' } } }),
        ];
      },
      /anchor\.quote\.prefix/,
    ],
    [
      'a claim beyond the end of the text',
      () => {
        const anchor = { ...anchorOn(text, 'Moscow'), ranges: [{ start: 1, end: 10_000_000 }] };
        return [newClaim(text, 'Moscow', { anchor })];
      },
      /anchor\.ranges/,
    ],
    [
      'a claim in a revision that is not there',
      () => [newClaim(text, 'Moscow', { anchor: { ...anchorOn(text, 'Moscow'), revision: newId() } })],
      /anchor\.revision/,
    ],
    [
      'a claim in a document that is not there',
      () => [newClaim(text, 'Moscow', { anchor: { ...anchorOn(text, 'Moscow'), documentId: newId() } })],
      /anchor\.documentId/,
    ],
    [
      'a claim moved to another document',
      async () => {
        const claim = newClaim(text, 'Moscow');
        await committed(claim);
        const other = await served.text(1);
        const values = { anchor: anchorOn(other, 'Moscow') as never };
        return [change('claim', claim.objectId, { op: 'set', values })];
      },
      /anchor\.documentId/,
    ],
    [
      'a claim of a type that is none',
      () => [newClaim(text, 'Luis', { type: 'rumour' })],
      /person, organization/,
    ],
    ['an entity that is not there', () => [newClaim(text, 'Luis', { entityId: newId() })], /entityId/],
    [
      'evidence from a source that is not there',
      () => [newClaim(text, 'Luis', { evidence: [evidence({ sourceId: newId() })] })],
      /evidence\.0\.sourceId/,
    ],
    [
      'evidence from a passage with other words',
      () => {
        const passage = anchorOn(text, 'Moscow');
        const altered = { ...passage, quote: { ...passage.quote, exact: 'Geneva' } };
        return [newClaim(text, 'Luis', { evidence: [evidence({ passage: altered })] })];
      },
      /evidence\.0\.passage\.quote/,
    ],
    [
      'an archive link that is a script',
      async () => {
        const source = newSource({ type: 'webpage' });
        await committed(source);
        const archived = { url: 'javascript:alert(1)' };
        return [newClaim(text, 'Luis', { evidence: [evidence({ sourceId: source.objectId, archived })] })];
      },
      /archived\.url.*javascript/,
    ],
    [
      'a source whose address is a script',
      () => [newSource({ type: 'book', URL: 'javascript:alert(1)' })],
      /csl\.URL/,
    ],
    [
      'a source whose address is data',
      () => [newSource({ type: 'book', URL: 'data:text/html,x' })],
      /csl\.URL/,
    ],
    [
      'a source whose archive is a script',
      () => [newSource({ type: 'book', custom: { archive: 'JavaScript:alert(1)' } })],
      /csl\.custom\.archive/,
    ],
    [
      'a conflict between claims that are not there',
      () => [newConflict(newId(), newId())],
      /sides\.0\.claimIds\.0/,
    ],
    [
      'an id that another kind of object has',
      () => {
        const { objectId } = newSource({});
        const value = { id: text.id, kind: 'person', preferred: 'A', variants: [], distinctFrom: [] };
        return [
          change('entity', text.id, { op: 'create', value }),
          change('source', objectId, { op: 'remove' }),
        ];
      },
      /id of a document already/,
    ],
    [
      'a group that two have signed',
      () => {
        const group = newId();
        const claim = { ...newClaim(text, 'Moscow'), group };
        const operation = { op: 'add', list: 'tags', item: 'x' } as const;
        return [claim, change('claim', claim.objectId, operation, { group, by: 'Eve' })];
      },
      /signed by one person/,
    ],
    [
      'a revision that looks after no claims',
      async () => {
        const { object } = (await desk().storage.readObject('document', text.id))!;
        const item = { ...object.revisions[0]!, id: newId() };
        return [change('document', text.id, { op: 'add', list: 'revisions', item })];
      },
      /POST \/api\/documents\/\{id\}\/revisions/,
    ],
    [
      'a revision that says itself where claims went',
      async () => {
        const { object } = (await desk().storage.readObject('document', text.id))!;
        const revision = { ...object.revisions[0]!, id: newId() };
        const carry = { from: text.revision, stretches: [], stays: [], quotes: {}, placed: {} };
        return [change('document', text.id, { op: 'revise', revision, carry })];
      },
      /POST \/api\/documents\/\{id\}\/revisions/,
    ],
    [
      'a document without the text that it had',
      () => [change('document', text.id, { op: 'drop', list: 'revisions', item: text.revision })],
      /never goes/,
    ],
    [
      'a revision that was rewritten',
      () => {
        const values = { sha256: '0'.repeat(64) };
        return [change('document', text.id, { op: 'edit', list: 'revisions', item: text.revision, values })];
      },
      /only its label/,
    ],
  ];
  for (const [what, make, says] of refused)
    it(`is never ${what}`, async () => {
      const changes = await make();
      const { head } = desk().storage;
      const { status, problem } = await outcome(...changes);
      expect(status).to.equal('refused');
      expect(JSON.stringify(problem)).to.match(says);
      expect(desk().storage.head).to.eql(head);
    });

  it('may not cut a character in two', async () => {
    const bytes = new TextEncoder().encode('Ship 🚢 sails.');
    const id = newId();
    const ids = { id, change: newId(), group: newId(), revision: newId() };
    await served.api.addDocument({
      query: { ...ids, by: 'Ines', at: AT, title: 'Ship', mediaType: 'text/plain', encoding: 'utf-8' },
      body: bytes,
    });
    const ship = { id, revision: ids.revision, text: 'Ship 🚢 sails.' };
    const cut = { ...anchorOn(ship, '🚢'), ranges: [{ start: 5, end: 6 }] };
    const { problem } = await outcome(newClaim(ship, '🚢', { anchor: cut }));
    expect(problem?.detail).to.match(/character in two/);
    expect((await outcome(newClaim(ship, '🚢'))).status).to.equal('committed');
  });

  it('may stand on a document only while that is there', async () => {
    await committed(change('document', text.id, { op: 'remove' }));
    expect((await outcome(newClaim(text, 'Moscow'))).problem?.detail).to.match(/removed by Ines; restore/);
    await committed(change('document', text.id, { op: 'restore' }));
    expect((await outcome(newClaim(text, 'Moscow'))).status).to.equal('committed');
  });

  it('may refer to what the same group creates', async () => {
    const group = newId();
    const source = { ...newSource({ type: 'webpage', URL: 'https://example.org/a' }), group };
    const cited = newClaim(text, 'Luis', { evidence: [evidence({ sourceId: source.objectId })] });
    const other = newClaim(text, 'Moscow');
    const changes = [source, cited, other, newConflict(cited.objectId, other.objectId)];
    const result = await outcome(...changes.map(one => ({ ...one, group })));
    expect(result.problem?.detail).to.equal(undefined);
    expect(result.objects).to.have.length(4);
  });
});

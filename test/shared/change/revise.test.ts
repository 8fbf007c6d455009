import { expect } from 'chai';
import fc from 'fast-check';
import { ChangeError } from '../../../shared/change/apply.ts';
import { applyGroup } from '../../../shared/change/group.ts';
import { Overlay, type Surroundings } from '../../../shared/change/surroundings.ts';
import type { Change, Operation, Versioned } from '../../../shared/model/change.ts';
import type { Claim } from '../../../shared/model/claim.ts';
import { currentRevision, type Document, type Revision } from '../../../shared/model/document.ts';
import type { Kind } from '../../../shared/model/objects.ts';
import { align } from '../../../shared/revising/align.ts';
import { carryOf } from '../../../shared/revising/carry-of.ts';
import { quoteOf, verifyQuote } from '../../../shared/text/quote.ts';
import { uuid } from '../../support/objects.ts';

const AT = '2026-05-07T10:00:00.000Z';
const DOCUMENT = uuid(1);

/** Few words, so that many of them look alike. */
const words = fc.array(
  fc.constantFrom(
    'Luis',
    'Lois',
    'Pérez',
    'spoke',
    'in',
    'Moscow',
    '27',
    '28',
    'April',
    '🚢',
    'e\u0301',
    '—',
  ),
  { minLength: 1, maxLength: 8 },
);
const text = fc
  .array(words, { minLength: 1, maxLength: 6 })
  .map(lines => lines.map(line => line.join(' ')).join('\n'));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('mark' as const), a: fc.nat(500), b: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('revise' as const), text }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('edit' as const), a: fc.nat(500), b: fc.nat(20), words }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('back' as const), a: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), a: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('note' as const), a: fc.nat(50) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A desk with one document, whose every change is written down. */
class SmallDesk implements Surroundings {
  readonly held = new Map<string, Versioned>();
  readonly log: Change[][] = [];
  readonly texts = new Map<string, string>();
  moved = 0;
  #count = 10;

  constructor(first: string) {
    const revision = this.#revision(first);
    const value = { id: DOCUMENT, title: 'A text', mediaType: 'text/plain', revisions: [revision] };
    this.#do('document', DOCUMENT, { op: 'create', value: value as never });
  }

  get = (kind: Kind, id: string) => this.held.get(`${kind}/${id}`);
  claimsOf = () => this.claims;

  get claims(): Versioned<'claim'>[] {
    return [...this.held.values()].filter(({ kind }) => kind === 'claim') as Versioned<'claim'>[];
  }

  get document(): Document {
    return this.get('document', DOCUMENT)!.object as Document;
  }

  get text(): string {
    return this.texts.get(currentRevision(this.document).id)!;
  }

  take(one: Step): void {
    const claim = 'a' in one ? this.claims[one.a % Math.max(1, this.claims.length)] : undefined;
    if (one.do === 'mark') this.#mark(one.a, one.b);
    else if (one.do === 'revise') this.#revise(one.text);
    else if (one.do === 'edit') {
      const start = one.a % (this.text.length + 1);
      const came = one.words.join(' ');
      this.#revise(this.text.slice(0, start) + came + this.text.slice(start + one.b));
    } else if (one.do === 'back') {
      const earlier = this.document.revisions[one.a % this.document.revisions.length]!;
      this.#revise(this.texts.get(earlier.id)!);
    } else if (claim && one.do === 'remove')
      this.#do('claim', claim.id, { op: claim.removed ? 'restore' : 'remove' });
    else if (claim && !claim.removed)
      this.#do('claim', claim.id, { op: 'set', values: { workflow: 'checked' } });
  }

  #mark(a: number, b: number): void {
    const start = a % this.text.length;
    const ranges = [{ start, end: Math.min(this.text.length, start + 1 + b) }];
    const revision = currentRevision(this.document).id;
    const anchor = { documentId: DOCUMENT, revision, ranges, quote: quoteOf(this.text, ranges) };
    const id = uuid(this.#count++);
    const rest = { fields: {}, workflow: 'open', tags: [], evidence: [], notes: [], settled: [] };
    const made = { anchorState: 'intact', createdBy: 'Ines', createdAt: AT };
    this.#do('claim', id, { op: 'create', value: { id, type: 'person', anchor, ...rest, ...made } as never });
  }

  #revise(came: string): void {
    if (came === this.text || came === '') return;
    const from = currentRevision(this.document).id;
    const alignment = (revision: string) => align(this.texts.get(revision)!, came);
    const { carry } = carryOf(
      from,
      this.claims.map(({ object }) => object),
      alignment,
    );
    const before = this.claims;
    const revision = this.#revision(came);
    this.#do('document', DOCUMENT, { op: 'revise', revision, carry });
    this.#judge(before, revision.id);
  }

  /** Nothing is lost, and whatever moved stands on the words it stood on, between the neighbours that it says. */
  #judge(before: readonly Versioned<'claim'>[], to: string): void {
    expect(this.claims.map(({ id }) => id)).to.eql(before.map(({ id }) => id));
    for (const [i, { object, version, removed }] of this.claims.entries()) {
      const was = before[i]!;
      expect(removed).to.eql(was.removed);
      if (object.anchor.revision !== to) expect(object).to.equal(was.object);
      else {
        this.moved++;
        expect(version).to.equal(was.version + 1);
        expect(object.anchor.quote.exact).to.equal(was.object.anchor.quote.exact);
      }
      const { anchor } = object as Claim;
      expect(verifyQuote(this.texts.get(anchor.revision)!, anchor.ranges, anchor.quote)).to.eql({
        exact: true,
        prefix: true,
        suffix: true,
      });
    }
  }

  #do(kind: Kind, objectId: string, operation: Operation): void {
    const [id, group] = [uuid(this.#count++), uuid(this.#count++)];
    const changes: Change[] = [{ id, group, kind, objectId, operation, base: {}, at: AT, by: 'Ines' }];
    const result = applyGroup(this.get, changes, this.claimsOf);
    if (!result.applied) throw new Error('These changes clash.');
    this.log.push(JSON.parse(JSON.stringify(changes)) as Change[]);
    for (const held of result.objects) this.held.set(`${held.kind}/${held.id}`, held);
  }

  #revision(came: string): Revision {
    const id = uuid(this.#count++);
    this.texts.set(id, came);
    const reading = { decoder: 'whatwg', version: '1', encoding: 'utf-8', bom: false };
    const hash = { sha256: '0'.repeat(64), textSha256: '0'.repeat(64) };
    return { id, ...hash, bytes: 1, reading, length: came.length, addedAt: AT, addedBy: 'Ines' };
  }
}

const walk = fc.record({ first: text, steps: fc.array(step, { maxLength: 25, size: 'max' }) });
type Walk = typeof walk extends fc.Arbitrary<infer T> ? T : never;

function deskAfter({ first, steps }: Walk): SmallDesk {
  const desk = new SmallDesk(first);
  for (const one of steps) desk.take(one);
  return desk;
}

describe('a new revision of a document', () => {
  it('loses no claim, moves none to other words, and is the same when the log is done again', () => {
    fc.assert(
      fc.property(walk, one => {
        const desk = deskAfter(one);
        const again = new Map<string, Versioned>();
        const beneath: Surroundings = {
          get: (kind, id) => again.get(`${kind}/${id}`),
          claimsOf: () => [...again.values()].filter(({ kind }) => kind === 'claim') as Versioned<'claim'>[],
        };
        for (const changes of desk.log) {
          const overlay = new Overlay(beneath);
          for (const change of changes) overlay.apply(change);
          for (const held of overlay.objects) again.set(`${held.kind}/${held.id}`, held);
        }
        expect([...again]).to.eql([...desk.held]);
      }),
      { numRuns: 150 },
    );
  });

  it('does move claims on such walks, without which they would prove nothing', () => {
    // Always the same walks, so that chance has no say in how many do.
    const walks = fc.sample(walk, { seed: 1, numRuns: 100 });
    const moved = walks.map(one => deskAfter(one).moved);
    expect(moved.filter(count => count > 0).length).to.be.greaterThan(20);
  });

  it('is refused over another than the current one, where it is there already, and for what is no document', () => {
    const desk = new SmallDesk('Some words.');
    const [revision] = desk.document.revisions;
    const carry = { from: revision!.id, stretches: [], stays: [], quotes: {}, placed: {} };
    const revise = (kind: Kind, operation: Partial<Extract<Operation, { op: 'revise' }>>) => {
      const made = { op: 'revise', revision: { ...revision!, id: uuid(9) }, carry, ...operation } as const;
      const change = { id: uuid(7), group: uuid(8), kind, objectId: DOCUMENT, operation: made, base: {} };
      return () => new Overlay(desk).apply({ ...change, at: AT, by: 'Ines' });
    };
    expect(revise('document', {})).not.to.throw();
    expect(revise('document', { carry: { ...carry, from: uuid(5) } })).to.throw(
      ChangeError,
      /not the current/,
    );
    expect(revise('document', { revision: revision! })).to.throw(ChangeError, /already/);
    expect(revise('claim', {})).to.throw(ChangeError);
    expect(() => applyGroup(desk.get, [])).not.to.throw();
  });
});

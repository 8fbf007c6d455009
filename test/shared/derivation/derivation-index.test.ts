import { expect } from 'chai';
import fc from 'fast-check';
import { DerivationIndex } from '../../../shared/derivation/derivation-index.ts';
import { Locating } from '../../../shared/derivation/locator.ts';
import type { Block } from '../../../shared/model/derivation.ts';
import { derivations, derived, headings } from './made.ts';

const TABLE = ['Party\tSeats', 'Left Action\t7', 'Communist Party\t1,024', 'Greens\t12'];
const LEAD = 'Seats\n\n';
const WORDS = `${LEAD}${TABLE.join('\n')}\n\nThe end.`;

function table(): Block[] {
  const blocks: Block[] = [{ kind: 'table', start: LEAD.length, end: LEAD.length + TABLE.join('\n').length }];
  let at = LEAD.length;
  TABLE.forEach((row, number) => {
    const [first] = row.split('\t');
    const tab = at + first!.length;
    const end = at + row.length;
    blocks.push(
      { kind: 'row', start: at, end },
      { kind: 'cell', start: at, end: tab, header: number === 0 },
      { kind: 'cell', start: tab + 1, end, header: number === 0 },
    );
    at = end + 1;
  });
  return blocks;
}

describe('what is known of a stretch of derived text', () => {
  const index = new DerivationIndex(WORDS, derived({ blocks: [...headings([0, 5, 1]), ...table()] }));

  it('has the rows of its tables that touch it, and knows which they are', () => {
    const at = WORDS.indexOf('Communist');
    const { derivation, tables } = index.excerpt({ start: at, end: at + 9 });
    expect(tables).to.have.length(1);
    expect(tables[0]).to.include({ rows: 4, before: 2 });
    expect(tables[0]!.heads).to.deep.equal(['Party', 'Seats']);
    expect(tables[0]!.columns.map(({ isNumeric }) => isNumeric)).to.deep.equal([false, true]);
    const rows = derivation.blocks.filter(({ kind }) => kind === 'row');
    expect(rows.map(({ start, end }) => WORDS.slice(start, end))).to.deep.equal([TABLE[2]]);
    expect(index.excerpt({ start: 0, end: 3 }).tables).to.deep.equal([]);
    expect(index.whole.tables[0]).to.include({ rows: 4, before: 0 });
  });

  it('says as much of where its words stand as what is known of the whole text', () => {
    fc.assert(
      fc.property(
        derivations,
        fc.nat({ max: 300 }),
        fc.nat({ max: 60 }),
        fc.nat({ max: 200 }),
        (made, start, length, title) => {
          const known = { ...made, blocks: headings([title, title + 4, 2]) };
          const all = new DerivationIndex('x'.repeat(600), known);
          const range = { start, end: start + length };
          const { derivation } = all.excerpt(range);
          expect(new Locating(derivation).of([range])).to.deep.equal(new Locating(known).of([range]));
        },
      ),
    );
  });

  it('knows who spoke before it', () => {
    const cues: Block[] = ['Ann', 'Bo'].map((speaker, i) => ({
      kind: 'cue',
      start: i * 10,
      end: i * 10 + 9,
      speaker,
    }));
    const talk = new DerivationIndex('x'.repeat(30), derived({ blocks: cues }));
    expect(talk.excerpt({ start: 0, end: 5 }).speaker).to.equal(undefined);
    expect(talk.excerpt({ start: 10, end: 15 }).speaker).to.equal('Ann');
    expect(talk.excerpt({ start: 22, end: 25 }).speaker).to.equal('Bo');
  });
});

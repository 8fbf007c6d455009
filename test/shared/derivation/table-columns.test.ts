import { expect } from 'chai';
import fc from 'fast-check';
import { TableColumns } from '../../../shared/derivation/table-columns.ts';

describe('columns of a table', () => {
  it('are as wide as their longest cell wishes, and hold numbers where all of their cells do', () => {
    const columns = new TableColumns();
    [
      ['Name', 'Seats'],
      ['Luis Pérez', '1,024'],
      ['Ana', '−3.5 %'],
    ].forEach((row, i) => {
      for (const [column, words] of row.entries()) columns.take(column, words, i === 0);
    });
    expect(columns.columns).to.deep.equal([
      { least: 10, wish: 10, isNumeric: false },
      { least: 6, wish: 6, isNumeric: true },
    ]);
  });

  it('are never wished narrower than they must be', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 80 }), { maxLength: 5 })), rows => {
        const columns = new TableColumns();
        for (const row of rows)
          for (const [column, words] of row.entries()) columns.take(column, words, false);
        for (const { least, wish } of columns.columns) expect(least).to.be.at.most(wish);
      }),
    );
  });
});

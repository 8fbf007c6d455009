import { expect } from 'chai';
import fc from 'fast-check';
import {
  chunkAt,
  chunkEnd,
  layOut,
  pieceAt,
  pieceSpan,
  rowAt,
  type TextMap,
} from '../../../shared/text/layout.ts';
import { rowsOf } from '../../../shared/text/rows.ts';
import { splitsPair } from '../../../shared/text/text-like.ts';
import { awkwardText } from './texts.ts';

/** Every row of a text as the reader finds them: chunk by chunk. */
function rowsFromChunks(text: string, map: TextMap) {
  return map.chunkStarts.flatMap((start, chunk) => {
    const end = chunkEnd(map, chunk);
    const rows = rowsOf(text.slice(start, end), chunk === map.chunkStarts.length - 1);
    return rows.starts.map((from, i) => ({ chunk, start: start + from, end: start + rows.ends[i]! }));
  });
}

/** Long enough to have several chunks, cuts and pieces. */
const longText = () =>
  fc
    .array(fc.tuple(awkwardText(12), fc.constantFrom(1, 3, 2000)), { maxLength: 6 })
    .map(parts => parts.map(([part, times]) => part.repeat(times)).join(''));

function expectSoundMap(text: string) {
  const map = layOut(text);
  expect(map.length).to.equal(text.length);
  expect(map.chunkStarts[0]).to.equal(0);
  expect(map.chunkStarts.every((start, i) => i === 0 || start - map.chunkStarts[i - 1]! >= 2000)).to.equal(
    true,
  );
  const rows = rowsFromChunks(text, map);
  expect(rows).to.have.length(map.rows);
  const wrong = rows.filter((row, i) => {
    const next = rows[i + 1];
    const gap = text.slice(row.end, next?.start ?? text.length);
    const cut = gap === '' && next !== undefined;
    return (
      row.end - row.start > 16_000 ||
      splitsPair(text, row.start) ||
      !(next ? ['\n', '\r', '\r\n', ''] : ['']).includes(gap) ||
      (cut && row.end - row.start < 7_999) ||
      /[\r\n]/.test(text.slice(row.start, row.end))
    );
  });
  expect(wrong, 'rows that are too long, cut wrongly or lose units').to.deep.equal([]);
  map.chunkRows.forEach((first, chunk) => {
    expect(rows[first]!.chunk, 'first row of the chunk').to.equal(chunk);
  });
  const pieces = map.pieceChunks.map((_, i) => pieceSpan(map, i));
  expect(pieces.map(p => text.slice(p.start, p.end)).join('')).to.equal(text);
}

describe('the layout of a text', () => {
  it('divides any text into rows, chunks and pieces without losing a unit', () => {
    fc.assert(fc.property(awkwardText(), expectSoundMap));
    fc.assert(fc.property(longText(), expectSoundMap), { numRuns: 60 });
  });

  const rowCases: [string, string, string[]][] = [
    ['nothing', '', ['']],
    ['one line', 'a', ['a']],
    ['a final line feed opens an empty row', 'a\n', ['a', '']],
    ['CR LF ends one line', 'a\r\nb', ['a', 'b']],
    ['a lone CR ends a line', 'a\rb\r', ['a', 'b', '']],
    ['LF CR ends two', 'a\n\rb', ['a', '', 'b']],
    ['NEL, LS and PS stay in the line', 'a\u0085b\u2028c\u2029d', ['a\u0085b\u2028c\u2029d']],
  ];
  for (const [says, text, rows] of rowCases)
    it(says, () => {
      expect(rowsFromChunks(text, layOut(text)).map(r => text.slice(r.start, r.end))).to.deep.equal(rows);
    });

  it('keeps a line of some 6,000 characters whole', () => {
    const text = `short\n${'word '.repeat(1181)}\nend`;
    expect(layOut(text).rows).to.equal(3);
  });

  it('cuts a very long line after a space', () => {
    const text = 'seven77 '.repeat(6000);
    const rows = rowsFromChunks(text, layOut(text));
    expect(rows.length).to.equal(3);
    for (const row of rows) expect(text.slice(row.start, row.start + 8)).to.equal('seven77 ');
  });

  it('never cuts inside a grapheme, even without a space for 10 MB', () => {
    const text = '👩🏽‍⚖️'.repeat(1_450_000);
    const map = layOut(text);
    expect(map.chunkStarts.every(start => start % 7 === 0)).to.equal(true);
    expect(map.chunkStarts.length).to.be.greaterThan(600);
  });

  it('does not cut between a space and a mark that combines with it', () => {
    const text = 'x'.repeat(9000) + ' \u0301'.repeat(6000);
    for (const start of layOut(text).chunkStarts) expect(text[start]).to.not.equal('\u0301');
  });

  it('finds chunk, piece and row of an offset', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `line ${i}`).join('\r\n');
    const map = layOut(text);
    const offset = text.indexOf('line 12345');
    const chunk = chunkAt(map, offset);
    const chunkText = text.slice(map.chunkStarts[chunk], chunkEnd(map, chunk));
    expect(rowAt(map, offset + 3, chunkText)).to.equal(12_345);
    const piece = pieceSpan(map, pieceAt(map, offset));
    expect(piece.start).to.be.at.most(offset);
    expect(piece.end).to.be.greaterThan(offset);
    expect(chunkAt(map, text.length)).to.equal(map.chunkStarts.length - 1);
  });
});

import { z } from 'zod';
import { Range } from '../model/anchor.ts';
import { Id } from '../model/ids.ts';
import { COLUMNS, FLAG, viewColumns } from './columns.ts';
import { ClaimTable } from './table.ts';

/** The media type under which an index travels. */
export const CLAIM_INDEX_TYPE = 'application/vnd.variorum.claim-index';
const MAGIC = 0x31494356;

const Header = z.object({
  count: z.int().min(0),
  seq: z.int().min(0),
  /** An index that was written before documents had revisions has none. */
  revision: Id.optional(),
  types: z.array(z.string()),
  people: z.array(z.string()),
  tagSets: z.array(z.array(z.string())),
  pieces: z.array(z.tuple([z.int(), z.array(Range)])),
});

/**
 * Writes a table for the wire: `VCI1`, the header's length, the header as JSON, padding to eight bytes, then the
 * columns in order of width and 16 bytes of id a claim; little-endian, slots in text order, those that wait after all
 * others.
 * @param seq the sequence number of the log that the table stands at
 * @param order slots to write, in that order; all of them where none are given
 */
export function encodeClaimIndex(
  table: ClaimTable,
  seq: number,
  order: Uint32Array = table.all,
): Uint8Array<ArrayBuffer> {
  const count = order.length;
  const pieces: [number, readonly Range[]][] = [];
  for (let i = 0; i < count; i++)
    if (table.columns.flags[order[i]!]! & FLAG.discontinuous) pieces.push([i, table.rangesAt(order[i]!)]);
  const header = new Uint8Array(
    utf8(
      JSON.stringify({
        count,
        seq,
        revision: table.revision,
        types: table.types.words,
        people: table.people.words,
        tagSets: table.tagSets.words.map(words => JSON.parse(words)),
        pieces,
      }),
    ),
  );
  const at = Math.ceil((8 + header.length) / 8) * 8;
  const bytes = new Uint8Array(at + COLUMNS.reduce((sum, [, width]) => sum + width * count, 0) + 16 * count);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, header.length, true);
  bytes.set(header, 8);
  const { columns, end } = viewColumns(bytes.buffer, at, count);
  for (const [name] of COLUMNS) {
    const from = table.columns[name];
    const to = columns[name];
    for (let i = 0; i < count; i++) to[i] = from[order[i]!]!;
  }
  copyIds(table.ids, order, new Uint32Array(bytes.buffer, end, count * 4));
  return bytes;
}

/** Four words an id: both tables keep their ids where words may begin, and a copy of each id as bytes takes ten times as long. */
function copyIds(ids: Uint8Array, order: Uint32Array, to: Uint32Array): void {
  const from = new Uint32Array(ids.buffer, ids.byteOffset, ids.byteLength >> 2);
  for (let i = 0, at = 0; i < order.length; i++) {
    const slot = order[i]! * 4;
    to[at++] = from[slot]!;
    to[at++] = from[slot + 1]!;
    to[at++] = from[slot + 2]!;
    to[at++] = from[slot + 3]!;
  }
}

/**
 * Reads an index from the wire; the table's columns are views into the buffer.
 * @throws Error where the bytes are not an index or their header is not whole
 */
export function decodeClaimIndex(buffer: ArrayBuffer): { table: ClaimTable; seq: number } {
  const view = new DataView(buffer);
  if (buffer.byteLength < 8 || view.getUint32(0, true) !== MAGIC)
    throw new Error('These bytes are not a claim index.');
  const length = view.getUint32(4, true);
  const header = Header.parse(JSON.parse(fromUtf8(new Uint8Array(buffer, 8, length))));
  const at = Math.ceil((8 + length) / 8) * 8;
  const { columns, end } = viewColumns(buffer, at, header.count);
  const ids = new Uint8Array(buffer, end, header.count * 16);
  return {
    seq: header.seq,
    table: new ClaimTable({ ...header, ids, columns, pieces: new Map(header.pieces) }),
  };
}

/** The header is written with every character beyond ASCII escaped, so that a layer without TextEncoder can read and write it. */
function utf8(json: string): number[] {
  const escaped = json.replace(
    /[\u0080-\uffff]/g,
    unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Array.from(escaped, character => character.charCodeAt(0));
}

function fromUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

import { type Node, Schema } from 'prosemirror-model';
import type { MountedChunk } from './positions.ts';

/**
 * The document that ProseMirror sees is the window on the text: chunks of rows. Terminators are not in it;
 * `positions.ts` knows where they are.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: 'chunk+' },
    chunk: { content: 'row+', attrs: { index: { default: 0 } }, toDOM: () => ['div', { class: 'chunk' }, 0] },
    row: {
      content: 'text*',
      attrs: { kind: { default: null } },
      toDOM: node => ['p', { dir: 'auto', class: node.attrs.kind as string | null }, 0],
    },
    text: {},
  },
});

const { chunk: chunkType, row: rowType } = schema.nodes;

/** Builds the node of a chunk. A row is `blank` when it is empty and `cut` when its line goes on below. */
export function chunkNode(chunk: MountedChunk, text: string): Node {
  const rows = chunk.rows.starts.map((start, i) => {
    const end = chunk.rows.ends[i]!;
    if (start === end) return rowType!.create({ kind: 'blank' });
    const next = chunk.rows.starts[i + 1] ?? chunk.rows.length;
    const cut = next === end && !(chunk.last && end === chunk.rows.length);
    return rowType!.create(cut ? { kind: 'cut' } : null, schema.text(text.slice(start, end)));
  });
  return chunkType!.create({ index: chunk.index }, rows);
}

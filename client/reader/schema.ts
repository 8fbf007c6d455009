import { type Node, Schema } from 'prosemirror-model';
import type { MountedChunk } from './positions.ts';
import type { Cell, TextSetting } from './types.ts';

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
  marks: {
    // A mark takes no position, so that a table has the same ones as its text, and claims are drawn within the cells.
    cell: {
      attrs: { column: { default: 0 }, css: { default: '' } },
      excludes: '_',
      toDOM: ({ attrs }) => [
        'span',
        {
          class: `cell ${attrs.css as string}`.trim(),
          style: `grid-column: ${(attrs.column as number) + 1}`,
        },
        0,
      ],
    },
  },
});

const { chunk: chunkType, row: rowType } = schema.nodes;

/** The text of a row, each cell in a mark of its own. */
function setInCells(start: number, text: string, cells: readonly Cell[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  cells.forEach(({ end, column, css }, i) => {
    const to = i === cells.length - 1 ? text.length : Math.min(text.length, Math.max(at, end - start));
    if (to > at) nodes.push(schema.text(text.slice(at, to), [schema.mark('cell', { column, css })]));
    at = to;
  });
  return nodes;
}

/** Builds the node of a chunk. A row is `blank` when it is empty and `cut` when its line goes on below. */
export function chunkNode(chunk: MountedChunk, text: string, setting: TextSetting): Node {
  const rows = chunk.rows.starts.map((start, i) => {
    const end = chunk.rows.ends[i]!;
    if (start === end) return rowType!.create({ kind: 'blank' });
    const next = chunk.rows.starts[i + 1] ?? chunk.rows.length;
    const cut = next === end && !(chunk.last && end === chunk.rows.length);
    const words = text.slice(start, end);
    const cells = setting.row(chunk.start + start)?.cells;
    const content = cells?.length ? setInCells(chunk.start + start, words, cells) : schema.text(words);
    return rowType!.create(cut ? { kind: 'cut' } : null, content);
  });
  return chunkType!.create({ index: chunk.index }, rows);
}

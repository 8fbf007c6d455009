import { mountedChunk, Positions } from '../../../../client/reader/positions.ts';
import { chunkNode, schema } from '../../../../client/reader/schema.ts';
import { PLAIN, WholeSetting } from '../../../../client/reader/setting.ts';
import { LEVELS, levelsOf, stretchesOf } from '../../../../client/reader/stretches.ts';
import { chunkEnd, layOut } from '../../../../shared/text/layout.ts';
import { rowsOf } from '../../../../shared/text/rows.ts';

/** Where a window's arithmetic disagrees with the document that ProseMirror would have. */
function wrongIn(text, map, first, end) {
  const chunks = [];
  for (let i = first; i < end; i++) {
    const last = i === map.chunkStarts.length - 1;
    const start = map.chunkStarts[i];
    chunks.push(mountedChunk(i, start, rowsOf(text.slice(start, chunkEnd(map, i)), last), last));
  }
  return [PLAIN, inTwo(chunks)].flatMap(setting => wrongWith(text, chunks, setting));
}

/** Every row that is long enough as one of a table, with two cells. */
function inTwo(chunks) {
  const tables = new Map();
  for (const { start, rows } of chunks)
    rows.starts.forEach((from, i) => {
      const cut = (from + rows.ends[i]) >> 1;
      const ends = cut > from ? [cut, rows.ends[i]] : [];
      if (ends.length > 0)
        tables.set(start + from, {
          cells: ends.map((end, column) => ({ end: start + end, column, css: '' })),
        });
    });
  return new WholeSetting({ tables });
}

function wrongWith(text, chunks, setting) {
  const positions = new Positions(chunks);
  const nodes = chunks.map(c => chunkNode(c, text.slice(c.start, c.start + c.rows.length), setting));
  const doc = schema.node('doc', null, nodes);
  const wrong = [];
  const { start, end: stop } = positions.span;
  if (positions.nodePosition(chunks.at(-1).index + 1) !== doc.content.size) wrong.push('size');
  for (let offset = start; offset <= stop; offset++) {
    const at = positions.positionOf(offset);
    const $at = doc.resolve(at);
    const back = positions.offsetOf(at);
    if ($at.parent.type.name !== 'row') wrong.push(`${offset} is not in a row`);
    const next = $at.nodeAfter?.text?.[0];
    if (back !== offset) {
      const between = text.slice(Math.min(back, offset), Math.max(back, offset));
      const inTerminator = /^[\r\n]+$/.test(between) || (offset === stop && between === '');
      if (!inTerminator) wrong.push(`${offset} comes back as ${back}`);
    } else if (next !== undefined && next !== text[offset]) wrong.push(`${offset} shows another character`);
  }
  if (positions.positionOf(start - 5) !== positions.positionOf(start)) wrong.push('before the window');
  if (positions.positionOf(stop + 5) !== positions.positionOf(stop)) wrong.push('after the window');
  return wrong;
}

/** Checks the arithmetic of every window of up to three chunks of some texts. */
export const wrongPositions = texts =>
  texts.flatMap(text => {
    const map = layOut(text);
    const count = map.chunkStarts.length;
    const wrong = [];
    for (let first = 0; first < count; first++)
      for (let end = first + 1; end <= Math.min(count, first + 3); end++)
        for (const what of wrongIn(text, map, first, end))
          wrong.push(`${JSON.stringify(text.slice(0, 80))}: ${what}`);
    return wrong;
  });

/** Checks how claims are cut and stacked, for several sets of claims on rows of twenty units. */
export const wrongStretches = (cases, length) =>
  cases.flatMap(marks => {
    const rows = [];
    for (let start = 0; start < length; start += 20) rows.push({ start, end: Math.min(length, start + 19) });
    const levels = levelsOf(marks);
    const again = levelsOf([...marks].reverse());
    const stretches = stretchesOf(marks, levels, rows);
    const wrong = [];
    for (const mark of marks)
      if (levels.get(mark.id) !== again.get(mark.id)) wrong.push('levels depend on order');
    for (let unit = 0; unit < length; unit++) {
      if (unit % 20 === 19) continue;
      const covering = marks.filter(mark => mark.ranges.some(r => r.start <= unit && unit < r.end));
      const here = stretches.filter(s => s.start <= unit && unit < s.end);
      const drawn = here.flatMap(s => s.layers.map(layer => layer.mark.id));
      if (here.length > 1) wrong.push(`${unit} is in two stretches`);
      if (drawn.length !== Math.min(LEVELS, covering.length))
        wrong.push(`${unit} shows ${drawn.length} claims`);
      if (drawn.some(id => !covering.some(mark => mark.id === id)))
        wrong.push(`${unit} shows a claim too many`);
      const order = here.flatMap(s => s.layers.map(layer => layer.level));
      if (order.some((level, i) => i > 0 && level > order[i - 1])) wrong.push(`${unit} is stacked wrongly`);
    }
    for (const mark of marks) {
      const own = stretches.flatMap(s => s.layers.filter(l => l.mark.id === mark.id).map(l => ({ s, l })));
      const truly = own.filter(({ s, l }) => l.starts !== (s.start === mark.ranges[l.range].start));
      if (truly.length) wrong.push(`${mark.id} starts where it does not`);
    }
    return wrong;
  });

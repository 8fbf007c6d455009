import '../../../../client/styles/main.css';
import { WholeSetting } from '../../../../client/reader/setting.ts';
import '../../../../client/reader/vr-reader.ts';
import { layOut, pieceSpan } from '../../../../shared/text/layout.ts';
import { wrongPositions, wrongStretches } from './checks.js';

let failing = false;

/** A text that lies in pieces, given at once or after a delay. */
function source(text, delay) {
  const map = layOut(text);
  const known = new Map();
  const part = piece => {
    const { start, end } = pieceSpan(map, piece);
    return text.slice(start, end);
  };
  if (delay === undefined) for (const piece of map.pieceChunks.keys()) known.set(piece, part(piece));
  return {
    map,
    peek: piece => known.get(piece),
    async load(piece) {
      if (failing) throw new Error('The line is down.');
      if (delay) await new Promise(resolve => setTimeout(resolve, delay));
      if (!known.has(piece)) known.set(piece, part(piece));
      return known.get(piece);
    },
  };
}

/** Marks found through buckets of 4,096 units, which is enough for any number of short ones. */
function marksFrom(list) {
  const byId = new Map();
  const buckets = new Map();
  const each = (mark, visit) => {
    for (const { start, end } of mark.ranges) for (let b = start >> 12; b <= (end - 1) >> 12; b++) visit(b);
  };
  const marks = {
    touching(from, to) {
      const found = new Set();
      for (let b = Math.max(0, from) >> 12; b <= (to - 1) >> 12; b++)
        for (const mark of buckets.get(b) ?? [])
          if (mark.ranges.some(r => r.start < to && r.end > from)) found.add(mark);
      return [...found];
    },
    get: id => byId.get(id),
    scan(visit) {
      for (const mark of byId.values())
        for (const { start } of mark.ranges) visit(start, mark.type, mark.state, mark.conflict);
    },
    put(mark) {
      const old = byId.get(mark.id);
      if (old)
        each(old, b =>
          buckets.set(
            b,
            buckets.get(b).filter(other => other !== old),
          ),
        );
      byId.set(mark.id, mark);
      each(mark, b => (buckets.has(b) ? buckets.get(b).push(mark) : buckets.set(b, [mark])));
    },
  };
  for (const mark of list) marks.put(mark);
  return marks;
}

const element = document.querySelector('vr-reader');
const heard = [];
for (const name of [
  'selection',
  'claim-focus',
  'claim-open',
  'claims-at-caret',
  'edge-moved',
  'viewport',
  'find',
])
  element.addEventListener(`vr-${name}`, event => heard.push({ name, ...event.detail }));

window.harness = {
  element,
  heard,
  wrongPositions,
  wrongStretches,
  /** Makes fetching fail, or work again. */
  fail(now) {
    failing = now;
  },
  get reader() {
    return element.reader;
  },
  /** Sets the text with folds given as in the reader's own types. */
  fold: folds => element.reader.set(new WholeSetting({ folds })),
  /** Shows a text with marks given as in the reader's own types. */
  async show(text, marks = [], { delay, face = 'txt', at = 0 } = {}) {
    heard.length = 0;
    harness.text = text;
    harness.marks = marksFrom(marks);
    await element.reader.open(source(text, delay), harness.marks, { face, label: 'Text', at });
  },
};

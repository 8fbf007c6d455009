import { isOfCells, type Line } from './lines.ts';
import { median } from './piece.ts';

/** Lines that belong together, with the size of their letters. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly size: number;
}

/** Sizes that differ by less are one. */
const SAME_SIZE = 1.12;
/** A distance between baselines above this multiple of the usual one begins a paragraph. */
const APART = 1.3;
/** Rows of a table whose baselines are further apart, in multiples of the size, are of two. */
const ROWS_APART = 2.6;
/** Usual distance between baselines as a multiple of the size, where a region does not tell. */
const PITCH = 1.25;
/** Fewer distances do not tell what is usual. */
const FEWEST_DISTANCES = 3;
/** Least indent, as a part of the size. */
const INDENT = 0.8;
/** So many lines that end together show where a region ends. */
const SHARED = 3;
/** Lines so wide, as a part of the region, are running text. */
const NEARLY = 0.7;
/** More lines are no title. */
const MOST_TITLE_LINES = 4;
/** Room that a word has to spare where a line ends before it for another reason, as a part of the size. */
const SPARE = 1;
const BULLET = /^[•‣▪●○◦■□➢➤✓✔]\s?/u;
const NUMBERED = /^(\(?\d{1,3}[.)]|\(?[a-z][.)]|\([ivx]+\)|[–—-])\s/u;

/**
 * Divides the lines of a region into paragraphs: at wider gaps, other sizes, indents, marks of lists, lines of cells,
 * and where a line ends although the next word would have had room.
 */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const pitches = pitchesOf(lines);
  const blocks: Line[][] = [];
  for (const line of lines) {
    const block = blocks.at(-1);
    const before = block?.at(-1);
    if (block && before && !isApart(before, line, pitches)) block.push(line);
    else blocks.push([line]);
  }
  const reach = reachOf(lines);
  return blocks.flatMap(block => divideBlock(block, reach));
}

/** Usual distances between baselines, by rounded size. */
type Pitches = ReadonlyMap<number, number>;

function pitchesOf(lines: readonly Line[]): Pitches {
  const distances = new Map<number, number[]>();
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    if (!before || !isSameSize(before, line)) return;
    const distance = line.base - before.base;
    const key = Math.round(line.size);
    if (distance > 0.6 * line.size && distance < 3 * line.size)
      distances.set(key, [...(distances.get(key) ?? []), distance]);
  });
  return new Map(
    [...distances]
      .filter(([, found]) => found.length >= FEWEST_DISTANCES)
      .map(([size, found]) => [size, lowerQuartile(found)]),
  );
}

/** Lines of one paragraph stand closest: what is usual is told by the nearer ones. */
function lowerQuartile(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 4)]!;
}

const isSameSize = (a: Line, b: Line): boolean =>
  Math.max(a.size, b.size) <= SAME_SIZE * Math.min(a.size, b.size);

function isApart(before: Line, line: Line, pitches: Pitches): boolean {
  const pitch = pitches.get(Math.round(line.size)) ?? PITCH * line.size;
  const distance = line.base - before.base;
  if (isOfCells(before) && isOfCells(line) && isSameSize(before, line))
    return distance > ROWS_APART * line.size;
  return (
    !isSameSize(before, line) ||
    distance > APART * Math.max(pitch, line.size) ||
    distance < 0.5 * line.size ||
    isOfCells(before) !== isOfCells(line) ||
    before.isRightToLeft !== line.isRightToLeft
  );
}

/** Edges of lines in the direction in which they are read: where they begin and end, growing along the line. */
interface Edges {
  readonly begin: number;
  readonly end: number;
}

const edgesOf = ({ left, right, isRightToLeft }: Line): Edges =>
  isRightToLeft ? { begin: -right, end: -left } : { begin: left, end: right };

/** How far the lines of a region go: the end that several share, whatever stands out beyond it. */
interface Reach {
  readonly begin: number;
  readonly end: number;
}

function reachOf(lines: readonly Line[]): Reach {
  const edges = lines.map(edgesOf);
  const ends = edges.map(({ end }) => end).sort((a, b) => b - a);
  const size = median(lines.map(({ size }) => size));
  const shared = ends.find((end, at) => end - (ends[at + SHARED - 1] ?? Number.NEGATIVE_INFINITY) < 2 * size);
  return { begin: Math.min(...edges.map(({ begin }) => begin)), end: shared ?? ends[0] ?? 0 };
}

function divideBlock(block: readonly Line[], reach: Reach): Paragraph[] {
  const size = median(block.map(({ size }) => size));
  if (isOfCells(block[0]!)) return [{ lines: block, size }];
  const edges = block.map(edgesOf);
  const own = Math.max(...edges.map(({ end }) => end));
  const begin = Math.min(...edges.map(({ begin }) => begin));
  // Several lines nearly as wide as the region are set to a width of their own: a quotation. Narrow ones are broken on
  // purpose: entries of a list, lines of code or verse.
  const isSet = block.length >= SHARED && own - begin >= NEARLY * (reach.end - reach.begin);
  const room = isSet ? own : Math.max(own, reach.end);
  const paragraphs: Line[][] = [];
  block.forEach((line, at) => {
    const current = paragraphs.at(-1);
    if (current && !begins(block, edges, at, current.length, room)) current.push(line);
    else paragraphs.push([line]);
  });
  return paragraphs.map(lines => ({ lines, size }));
}

/** @param sofar lines of the paragraph that would go on @param room how far the longest line of the block reaches */
function begins(
  block: readonly Line[],
  edges: readonly Edges[],
  at: number,
  sofar: number,
  room: number,
): boolean {
  const [line, before] = [block[at]!, block[at - 1]!];
  const [own, previous, next] = [edges[at]!, edges[at - 1]!, edges[at + 1]];
  const indent = INDENT * line.size;
  if (BULLET.test(line.text)) return true;
  const endedEarly = previous.end + line.size * 0.25 + line.firstWord < room - SPARE * line.size;
  const closed = /[.:;!?…]["”’»)\]]*$/.test(before.text);
  if (NUMBERED.test(line.text) && (endedEarly || closed || own.begin < previous.begin - indent)) return true;
  const isCentred = haveOneMiddle(previous, own, room);
  const steps = own.begin - previous.begin;
  const isIndented = steps > indent && (next ? own.begin - next.begin > indent : closed);
  const isUnderMark = sofar === 1 && (BULLET.test(before.text) || NUMBERED.test(before.text));
  const isHanging = steps < -indent && sofar > 1 && next !== undefined && next.begin - own.begin > indent;
  // Titles are broken where it looks best.
  const isTitle = isCentred && block.length <= MOST_TITLE_LINES && !closed;
  return !isTitle && ((isIndented && !isUnderMark) || isHanging || endedEarly);
}

/** Whether two lines share their middle and not their beginning. */
function haveOneMiddle(a: Edges, b: Edges, room: number): boolean {
  const off = Math.abs(a.begin + a.end - b.begin - b.end) / 2;
  return off < 0.02 * Math.abs(room) + 2 && Math.abs(a.begin - b.begin) > 2;
}

/** Left, bottom, right, top on the page in its own units. */
export type Box = readonly [number, number, number, number];

/** A run of text as a page places it. */
export interface RawPiece {
  readonly text: string;
  /** Where the run begins on its baseline, in the page's units; y goes up. */
  readonly x: number;
  readonly y: number;
  /** Degrees, counted from left to right against the clock; vertical writing runs at -90. */
  readonly angle: number;
  /** Along the direction of writing. */
  readonly length: number;
  /** Height of the letters' font. */
  readonly size: number;
  /** How far letters reach above and below the baseline, as parts of the size. */
  readonly ascent: number;
  readonly descent: number;
  readonly isRightToLeft: boolean;
  /** Whether the file has a space between it and what it draws before. */
  readonly isAfterSpace: boolean;
}

/**
 * A run of text on a page that is turned so that its lines run to the right and follow one another downwards: `left`
 * and `right` count along the line, `top`, `base` and `bottom` grow from line to line.
 */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
  readonly isAfterSpace: boolean;
  /** Its place among what the file draws on the page. */
  readonly order: number;
  readonly box: Box;
}

/** Text that is set at one angle, all its pieces turned to lie level. */
export interface Turned {
  readonly angle: number;
  readonly pieces: readonly Piece[];
}

/** Angles that differ by less are one, in degrees. */
const SAME_ANGLE = 3;

/** @returns the pieces of a page by their angles, the angle of most text first */
export function turnPieces(raw: readonly RawPiece[]): Turned[] {
  const byAngle = new Map<number, { letters: number; pieces: Piece[] }>();
  raw.forEach((piece, order) => {
    const angle = levelled(piece.angle);
    const turned = byAngle.get(angle) ?? { letters: 0, pieces: [] };
    byAngle.set(angle, turned);
    turned.letters += piece.text.trim().length;
    turned.pieces.push(turn(piece, angle, order));
  });
  return [...byAngle]
    .sort(([a, one], [b, other]) => other.letters - one.letters || a - b)
    .map(([angle, { pieces }]) => ({ angle, pieces }));
}

function levelled(degrees: number): number {
  const within = ((Math.round(degrees) % 360) + 360) % 360;
  const right = (Math.round(within / 90) * 90) % 360;
  const off = Math.abs(within - right);
  return Math.min(off, 360 - off) <= SAME_ANGLE ? right : within;
}

function turn(piece: RawPiece, angle: number, order: number): Piece {
  const radians = (angle * Math.PI) / 180;
  const along = { x: round(Math.cos(radians)), y: round(Math.sin(radians)) };
  const down = { x: along.y, y: -along.x };
  const left = piece.x * along.x + piece.y * along.y;
  const base = piece.x * down.x + piece.y * down.y;
  const right = left + piece.length;
  const top = base - piece.ascent * piece.size;
  const bottom = base + piece.descent * piece.size;
  const corners = [left, right].flatMap(u =>
    [top, bottom].map(v => ({ x: u * along.x + v * down.x, y: u * along.y + v * down.y })),
  );
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    text: piece.text,
    ...{ left, right, base, top, bottom, order },
    size: piece.size,
    isRightToLeft: piece.isRightToLeft,
    isAfterSpace: piece.isAfterSpace,
    box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
  };
}

const round = (part: number): number => Math.round(part * 1e9) / 1e9;

/** @returns the smallest box around both */
export const around = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

/** @returns the middle of numbers in order of size; 0 where there are none */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

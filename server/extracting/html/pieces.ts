import { DecodingMode, HtmlEntityDecoder } from 'entities/decode';
import type { Runs, TextNode } from './tree.ts';

/** A part of a text node's value and the source it stands for: unit by unit where they are equally long, else as a whole. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** In units; that of a name is half as long. */
const LONGEST_REFERENCE = 64;
/** What in source does not stand for itself. */
const CHANGED = /&|\r\n/g;

/** @returns a text node's value in pieces, divided where the source has a character reference or a line break of two units. */
export function piecesOf(node: TextNode & Runs, source: string): Piece[] {
  const { value, runs = [] } = node;
  const pieces: Piece[] = [];
  for (let i = 0; i < runs.length; i += 3) {
    const text = value.slice(runs[i], runs[i + 3] ?? value.length);
    const from = beginning(source, runs[i + 1]!);
    const to = runs[i + 2]! < source.length ? beginning(source, runs[i + 2]!) : source.length;
    for (const piece of align(text, source.slice(from, to), from)) pieces.push(piece);
  }
  return pieces;
}

/**
 * The parser takes a text that begins with a character reference to begin with that reference's last unit.
 * @returns where the reference begins that ends with a unit of source; the unit itself where there is none
 */
function beginning(source: string, at: number): number {
  const before = source.slice(Math.max(0, at - LONGEST_REFERENCE), at + 1);
  const ampersand = before.lastIndexOf('&');
  if (ampersand < 0) return at;
  const reference = before.slice(ampersand);
  const [first, ...more] = decodeReferences(reference, 0);
  return more.length === 0 && first!.text.length < reference.length ? at + 1 - reference.length : at;
}

/** Lays text beside the source it was parsed from. */
function align(text: string, given: string, at: number): Piece[] {
  // What no page may hold, the parser replaces.
  const raw = given.includes('\0') ? given.replaceAll('\0', '\ufffd') : given;
  const whole: Piece = { text, from: at, to: at + raw.length };
  if (text === raw) return [whole];
  const pieces = decodeReferences(raw, at);
  let decoded = pieces.map(piece => piece.text).join('');
  // The first line break of a `pre` is no text.
  if (decoded.length === text.length + 1 && decoded.startsWith('\n')) {
    decoded = decoded.slice(1);
    const [first] = pieces;
    if (first!.text.length === 1) pieces.shift();
    else pieces[0] = { text: first!.text.slice(1), from: first!.from + 1, to: first!.to };
  }
  return decoded === text ? pieces : [whole];
}

/** @returns source text decoded as the HTML Standard decodes it outside of attributes, in pieces. */
export function decodeReferences(raw: string, at: number): Piece[] {
  const pieces: Piece[] = [];
  let plain = 0;
  let decoded = '';
  let consumed = 0;
  const decoder = new HtmlEntityDecoder((point, length) => {
    decoded += String.fromCodePoint(point);
    consumed = Math.max(consumed, length);
  });
  const take = (from: number, to: number, text: string) => {
    if (from > plain) pieces.push(literal(raw, plain, from, at));
    pieces.push({ text, from: at + from, to: at + to });
    plain = to;
    CHANGED.lastIndex = to;
  };
  CHANGED.lastIndex = 0;
  for (let found = CHANGED.exec(raw); found; found = CHANGED.exec(raw)) {
    if (found[0] !== '&') {
      take(found.index, found.index + 2, '\n');
      continue;
    }
    decoded = '';
    consumed = 0;
    decoder.startEntity(DecodingMode.Legacy);
    if (decoder.write(raw, found.index + 1) < 0) decoder.end();
    if (consumed > 0) take(found.index, found.index + consumed, decoded);
  }
  if (plain < raw.length) pieces.push(literal(raw, plain, raw.length, at));
  return pieces;
}

function literal(raw: string, from: number, to: number, at: number): Piece {
  return { text: raw.slice(from, to).replaceAll('\r', '\n'), from: at + from, to: at + to };
}

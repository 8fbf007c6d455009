import { isLead, isTrail } from './text-like.ts';

/** What two letters may differ in and still be found for one another. */
export interface FoldOptions {
  readonly matchCase: boolean;
  readonly matchAccents: boolean;
}

/** A folded text and where each of its units came from. */
export interface Folded {
  readonly text: string;
  /** Offset in the original of the code point that unit `i` stems from; null where they are the same. */
  readonly origins: Uint32Array | null;
}

const QUOTES = new Map(
  [...'‘’‛′'].map(quote => [quote, "'"]).concat([...'“”„‟«»″'].map(quote => [quote, '"'])) as [
    string,
    string,
  ][],
);

function foldPoint(point: string, options: FoldOptions): string {
  let folded = QUOTES.get(point) ?? (/\s/.test(point) ? ' ' : point);
  folded = options.matchAccents ? folded.normalize('NFD') : folded.normalize('NFKD').replace(/\p{M}/gu, '');
  if (!options.matchCase) folded = folded.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  if (!options.matchAccents) folded = folded.replace(/\p{M}/gu, '');
  return folded;
}

/**
 * Folds text for searching: letter case, accents and compatibility forms as the options say; every white
 * space to a space, CR LF to one; typographic quotes to straight ones. One folder serves many texts.
 */
export class Folder {
  readonly #options: FoldOptions;
  /** By UTF-16 unit, 0 for what is not known yet, else 1 + the unit it folds to, or ODD. */
  readonly #units = new Uint32Array(0x10000);
  readonly #odd = new Map<string, string>();

  constructor(options: FoldOptions) {
    this.#options = options;
  }

  /** Folds a text; the result's origins point into `text`. */
  fold(text: string): Folded {
    let units = new Uint16Array(text.length + 16);
    let origins = new Uint32Array(text.length + 16);
    let size = 0;
    let moved = false;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const known = this.#units[unit]!;
      if (known > ODD && !(unit === CR && text.charCodeAt(i + 1) === LF)) {
        if (size === units.length) [units, origins] = [grown(units), grown(origins)];
        units[size] = known - ODD - 1;
        origins[size++] = i;
        continue;
      }
      const pair = isLead(unit) && isTrail(text.charCodeAt(i + 1));
      const point = pair ? text.slice(i, i + 2) : text[i]!;
      const folded = unit === CR && text.charCodeAt(i + 1) === LF ? '' : this.#learn(point);
      if (folded.length !== point.length) moved = true;
      for (let k = 0; k < folded.length; k++) {
        if (size === units.length) [units, origins] = [grown(units), grown(origins)];
        units[size] = folded.charCodeAt(k);
        origins[size++] = i;
      }
      if (pair) {
        i++;
        moved = true;
      }
    }
    return { text: decode(units.subarray(0, size)), origins: moved ? origins.subarray(0, size) : null };
  }

  #learn(point: string): string {
    const known = this.#odd.get(point);
    if (known !== undefined) return known;
    const folded = foldPoint(point, this.#options);
    if (point.length === 1 && folded.length === 1)
      this.#units[point.charCodeAt(0)] = ODD + 1 + folded.charCodeAt(0);
    else this.#odd.set(point, folded);
    return folded;
  }
}

const ODD = 1;
const CR = 13;
const LF = 10;

function grown<A extends Uint16Array | Uint32Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(array.length * 2);
  larger.set(array);
  return larger;
}

function decode(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += 8192)
    text += String.fromCharCode(...(units.subarray(i, i + 8192) as unknown as number[]));
  return text;
}

const SINGLE = /[\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4]/g;
const DOUBLE = /[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u300c\u300d\u300e\u300f\uff02]/g;
const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
/** What is there without being seen, and no part of a letter. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
/** Forms of letters and signs that stand for the same letter: wide, joined, mathematical. */
const VARIANTS = /[\uff01-\uff5e\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu;
const ASCII = /^[\x21-\x7e]*$/;

/**
 * What is left of words when their form is taken away: letter case, the Unicode form, the kind of quotation marks,
 * dashes and spaces, soft hyphens. Accents stay, since they tell names apart; digits and signs stay too. Two texts
 * with one form say the same, letter for letter.
 */
export function formOf(text: string): string {
  if (ASCII.test(text)) return text.replaceAll('`', "'").toLowerCase();
  return spellingOf(text).toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}

/** What is left of words when all of their form is taken away but letter case. */
export const spellingOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(VARIANTS, letter => letter.normalize('NFKC'))
    .replace(SINGLE, "'")
    .replace(DOUBLE, '"')
    .replace(DASH, '-')
    .replaceAll('\u2026', '...')
    .replaceAll('\u3002', '.')
    .replaceAll('\u3001', ',')
    .replace(/\s+/g, ' ');

/** A visible character with the marks that belong to it, or a run of what is not seen. */
const PIECE = /[\s\u00ad\u200b\u2060\ufeff]+|[^\s\u00ad\u200b\u2060\ufeff]\p{M}*/uy;
/** Most pieces whose form is kept at hand. */
const KEPT = 4096;

/** The form of a long text, made piece by piece, so that what is found in it can be found in the original. */
export class FormedText {
  readonly text: string;
  readonly #size: number;
  /** Stretches of the form by their first units, and where each began: unit by unit, or as one piece (then negative). */
  readonly #from: Int32Array;
  readonly #origin: Int32Array;

  constructor(text: string) {
    const forms = new Map<string, string>();
    const units = new Units(text.length);
    const from: number[] = [];
    const origin: number[] = [];
    let isLinear = false;
    let at = 0;
    while (at < text.length) {
      const plain = plainAt(text, at);
      if (plain > 0) {
        if (!isLinear) {
          from.push(units.size);
          origin.push(at);
          isLinear = true;
        }
        units.add(plain);
        at++;
        continue;
      }
      PIECE.lastIndex = at;
      const [piece] = PIECE.exec(text) ?? [text[at]!];
      let form = forms.get(piece);
      if (form === undefined) {
        form = formOf(piece);
        if (piece.length < 16 && forms.size < KEPT) forms.set(piece, form);
      }
      if (piece.length === 1 && form.length === 1) {
        if (!isLinear) {
          from.push(units.size);
          origin.push(at);
          isLinear = true;
        }
      } else {
        if (form !== '') {
          from.push(units.size);
          origin.push(-1 - at);
        }
        isLinear = false;
      }
      for (let i = 0; i < form.length; i++) units.add(form.charCodeAt(i));
      at += piece.length;
    }
    from.push(units.size);
    origin.push(-1 - text.length);
    this.text = units.text;
    this.#size = units.size;
    this.#from = Int32Array.from(from);
    this.#origin = Int32Array.from(origin);
  }

  /** @returns where the piece begins that became a unit of the form; for the end of the form the end of the text */
  originOf(unit: number): number {
    let low = 0;
    let high = this.#from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#from[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    const origin = this.#origin[low]!;
    return origin < 0 ? -1 - origin : origin + unit - this.#from[low]!;
  }

  /** Whether a piece of the text begins, or the text ends, at a unit of the form. */
  isEdge(unit: number): boolean {
    return unit === 0 || unit === this.#size || this.originOf(unit) !== this.originOf(unit - 1);
  }
}

/** @returns the form of a single ASCII character that stands by itself, or 0 where there is none at an offset */
function plainAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0x61;
  if (unit > 0x20 && unit < 0x7f) {
    if (next >= 0x80) return 0;
    return unit === 0x60 ? 0x27 : unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
  }
  return (unit === 0x20 || unit === 0x0a) && next > 0x20 && next < 0x7f ? 0x20 : 0;
}

/** UTF-16 code units on their way to becoming a string. */
class Units {
  size = 0;
  #units: Uint16Array;

  constructor(expected: number) {
    this.#units = new Uint16Array(expected + 16);
  }

  add(unit: number): void {
    if (this.size === this.#units.length) {
      const larger = new Uint16Array(2 * this.size);
      larger.set(this.#units);
      this.#units = larger;
    }
    this.#units[this.size++] = unit;
  }

  get text(): string {
    const parts: string[] = [];
    for (let i = 0; i < this.size; i += 8192)
      parts.push(String.fromCharCode(...this.#units.subarray(i, Math.min(this.size, i + 8192))));
    return parts.join('');
  }
}

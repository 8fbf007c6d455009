import { clusterEnds } from '../text/clusters.ts';
import { formOf } from '../text/form.ts';
import { Numbers } from './numbers.ts';

/** What a unit begins: part of a word, of a run of spaces, or something that stands for itself. */
const WORD = 1;
const SPACE = 2;
const ALONE = 3;

/** Scripts whose words no space divides: each letter stands for itself. */
const UNDIVIDED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** What can join with its neighbours to one grapheme cluster, so that clusters have to be asked for. */
const JOINING =
  /[\p{M}\p{Emoji_Modifier}\ud800-\udfff\u{10000}-\u{10ffff}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff\u0e33\u0eb3\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\uff9e\uff9f]|\u200c|\u200d/u;

function kindOf(point: string): number {
  if (/^[\s\u200b\ufeff]/u.test(point)) return SPACE;
  if (/^[\p{L}\p{N}\p{M}_]/u.test(point)) return UNDIVIDED.test(point) ? ALONE : WORD;
  return ALONE;
}

const kinds = new Uint8Array(0x10000);
function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit]!;
  if (known !== 0) return known;
  const kind = kindOf(text[at]!);
  kinds[unit] = kind;
  return kind;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
const isPoint = (unit: number): boolean => unit === 0x2e || unit === 0x2c;

/** The tokens of a text's parts, one after the other. */
export interface Tokens {
  /** Where each begins and, one after it, ends. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** What each is, letter for letter, by number. */
  readonly exact: Int32Array;
  /** What each is but for its form, by number. */
  readonly form: Int32Array;
}

/** Gives every token a number for what it is and one for what it is but for its form; one serves both texts. */
export class Vocabulary {
  readonly #exact = new Map<string, number>();
  readonly #forms = new Map<string, number>();
  readonly #formOf = new Numbers();

  /** How many different forms were seen. */
  get size(): number {
    return this.#forms.size;
  }

  exactOf(token: string): number {
    const known = this.#exact.get(token);
    if (known !== undefined) return known;
    const id = this.#exact.size;
    this.#exact.set(token, id);
    const form = formOf(token);
    let formId = this.#forms.get(form);
    if (formId === undefined) {
      formId = this.#forms.size;
      this.#forms.set(form, formId);
    }
    this.#formOf.push(formId);
    return id;
  }

  formOf(exact: number): number {
    return this.#formOf.at(exact);
  }
}

/**
 * Cuts lines of a text into tokens: words with the marks and apostrophes in them, numbers with their points and commas,
 * runs of spaces, and every other grapheme cluster for itself. No token begins or ends within a cluster.
 */
export class Tokenizer {
  readonly #text: string;
  readonly #vocabulary: Vocabulary;
  readonly #starts = new Numbers();
  readonly #ends = new Numbers();
  readonly #exact = new Numbers();
  readonly #form = new Numbers();

  constructor(text: string, vocabulary: Vocabulary) {
    this.#text = text;
    this.#vocabulary = vocabulary;
  }

  /** How many tokens there are so far. */
  get length(): number {
    return this.#starts.length;
  }

  get tokens(): Tokens {
    return {
      starts: this.#starts.list(),
      ends: this.#ends.list(),
      exact: this.#exact.list(),
      form: this.#form.list(),
    };
  }

  /** Adds the tokens of one line, terminator included. */
  add(start: number, end: number): void {
    const line = this.#text.slice(start, end);
    if (JOINING.test(line)) this.#addClusters(line, start);
    else this.#addUnits(start, end);
  }

  #addUnits(start: number, end: number): void {
    const text = this.#text;
    for (let at = start; at < end; ) {
      const kind = kindAt(text, at);
      let next = at + 1;
      if (kind !== ALONE)
        while (next < end && (kindAt(text, next) === kind || (kind === WORD && this.#isInWord(next, end))))
          next++;
      this.#push(at, next);
      at = next;
    }
  }

  #addClusters(line: string, from: number): void {
    let start = from;
    let kind = 0;
    let index = 0;
    for (const stop of clusterEnds(line)) {
      const segment = line.slice(index, stop);
      const at = from + index;
      const next = segment.length === 1 ? kindAt(line, index) : kindOf(segment);
      const goesOn =
        next === kind && kind !== ALONE
          ? true
          : kind === WORD && segment.length === 1 && this.#isInWord(at, from + line.length);
      if (!goesOn) {
        if (at > start) this.#push(start, at);
        start = at;
        kind = next;
      }
      index = stop;
    }
    if (from + line.length > start) this.#push(start, from + line.length);
  }

  /** Whether a sign after a word goes on with it: an apostrophe between letters, a point or comma between digits. */
  #isInWord(at: number, end: number): boolean {
    if (at + 1 >= end) return false;
    const text = this.#text;
    const unit = text.charCodeAt(at);
    if (isApostrophe(unit)) return kindAt(text, at + 1) === WORD;
    return isPoint(unit) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
  }

  #push(start: number, end: number): void {
    const exact = this.#vocabulary.exactOf(this.#text.slice(start, end));
    this.#starts.push(start);
    this.#ends.push(end);
    this.#exact.push(exact);
    this.#form.push(this.#vocabulary.formOf(exact));
  }
}

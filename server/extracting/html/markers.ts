import { roman } from '../roman.ts';
import { attribute, type Element, isElement, type Node } from './tree.ts';

/** Beyond this a number is written in digits whatever the list asks for. */
const MOST_ROMAN = 3999;

/** Counts the items of a list as the HTML Standard does: from `start`, backwards where `reversed`, by `value` of an item. */
export class Marker {
  readonly #ordered: boolean;
  readonly #type: string;
  readonly #step: number;
  #next: number;

  constructor(list: Element) {
    this.#ordered = list.tagName === 'ol';
    this.#type = attribute(list, 'type') ?? '1';
    const reversed = this.#ordered && attribute(list, 'reversed') !== undefined;
    this.#step = reversed ? -1 : 1;
    this.#next = whole(attribute(list, 'start')) ?? (reversed ? list.childNodes.filter(isItem).length : 1);
  }

  /** @returns the mark of the next item, with the space after it. */
  mark(item: Element): string {
    if (!this.#ordered) return '- ';
    const number = whole(attribute(item, 'value')) ?? this.#next;
    this.#next = number + this.#step;
    return `${numeral(number, this.#type)}. `;
  }
}

function isItem(node: Node): boolean {
  return isElement(node) && node.tagName === 'li';
}

function whole(value: string | undefined): number | undefined {
  const digits = /^\s*([+-]?\d{1,9})/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** @param type as the attribute has it: `1`, `a`, `A`, `i`, `I` */
function numeral(number: number, type: string): string {
  switch (type) {
    case 'a':
    case 'A':
      return number < 1 ? String(number) : cased(letters(number), type === 'A');
    case 'i':
    case 'I':
      return number < 1 || number > MOST_ROMAN ? String(number) : cased(roman(number), type === 'I');
    default:
      return String(number);
  }
}

function cased(text: string, upper: boolean): string {
  return upper ? text.toUpperCase() : text;
}

/** a, b, … z, aa, ab, … */
function letters(number: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text;
}

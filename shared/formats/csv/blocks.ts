/** How long a block is at least, in UTF-16 code units. */
const BLOCK = 65_536;

/** Some whole records of a table, as they stand, and what each of them ends with. */
export interface Block {
  readonly text: string;
  readonly ending: string;
}

/**
 * Cuts a table that comes in pieces into blocks of whole records. A line end within quotation marks is none, and a
 * quotation mark counts where it begins a field.
 * @param delimiterOf tells what stands between fields from the first line
 */
export async function* blocksOf(
  pieces: AsyncIterable<string>,
  delimiterOf: (firstLine: string) => string,
): AsyncGenerator<Block> {
  let text = '';
  let scan: Scan | undefined;
  let coming: string[] = [];
  let length = 0;
  for await (const piece of pieces) {
    coming.push(piece);
    length += piece.length;
    // A record that does not end shall not be joined anew with each piece.
    if (length < text.length) continue;
    text += coming.join('');
    coming = [];
    length = 0;
    if (!scan) {
      const first = /^[^\r\n]*(?=[\r\n])/.exec(text)?.[0];
      if (first === undefined) continue;
      scan = new Scan(delimiterOf(first), text.startsWith('\ufeff') ? 1 : 0);
    }
    scan.goOn(text, false);
    if (scan.end < BLOCK) continue;
    yield { text: text.slice(0, scan.end), ending: scan.ending! };
    text = text.slice(scan.end);
    scan.shift();
  }
  text += coming.join('');
  scan ??= new Scan(delimiterOf(/^[^\r\n]*/.exec(text)![0]), text.startsWith('\ufeff') ? 1 : 0);
  scan.goOn(text, true);
  if (text !== '') yield { text, ending: scan.ending ?? '\n' };
}

/** Where records end, as far as a text has been looked through. */
class Scan {
  /** After the last record that is whole. */
  end = 0;
  /** What ends records: what ended the first. */
  ending: string | undefined;
  readonly #delimiter: string;
  #at: number;
  #isQuoted = false;
  #isFieldStart = true;

  constructor(delimiter: string, from: number) {
    this.#delimiter = delimiter;
    this.#at = from;
  }

  /** The text before `end` was taken away. */
  shift(): void {
    this.#at -= this.end;
    this.end = 0;
  }

  /** @param isAll whether nothing follows: else the last letter waits for the one after it */
  goOn(text: string, isAll: boolean): void {
    const until = isAll ? text.length : text.length - 1;
    for (; this.#at < until; this.#at++) {
      const letter = text[this.#at]!;
      if (this.#isQuoted) {
        if (letter !== '"') continue;
        if (text[this.#at + 1] === '"') this.#at++;
        else this.#isQuoted = false;
      } else if (letter === '"' && this.#isFieldStart) {
        this.#isQuoted = true;
        this.#isFieldStart = false;
      } else if (letter === this.#delimiter) this.#isFieldStart = true;
      else if (letter === '\n' || letter === '\r') this.#lineEnd(text, letter);
      else this.#isFieldStart = false;
    }
  }

  #lineEnd(text: string, letter: string): void {
    this.ending ??= letter === '\r' && text[this.#at + 1] === '\n' ? '\r\n' : letter;
    if (!text.startsWith(this.ending, this.#at)) {
      this.#isFieldStart = false;
      return;
    }
    this.#at += this.ending.length - 1;
    this.end = this.#at + 1;
    this.#isFieldStart = true;
  }
}

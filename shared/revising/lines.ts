import { Numbers } from './numbers.ts';

/** The lines of a text: where each begins, where its words end and its terminator begins, and what it says, by number. */
export interface Lines {
  /** One more than there are lines; the last is the length of the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly ids: Int32Array;
}

/** Divides texts into lines at LF, CR LF and CR; lines that say the same have one number, whatever ends them. */
export class LineReader {
  readonly #known = new Map<string, number>();

  /** How many different lines were seen. */
  get size(): number {
    return this.#known.size;
  }

  read(text: string): Lines {
    const starts = new Numbers();
    const ends = new Numbers();
    const ids = new Numbers();
    const add = (start: number, end: number) => {
      starts.push(start);
      ends.push(end);
      ids.push(this.#idOf(text.slice(start, end)));
    };
    let start = 0;
    let cr = text.indexOf('\r');
    let lf = text.indexOf('\n');
    while (cr >= 0 || lf >= 0) {
      const end = cr >= 0 && (lf < 0 || cr < lf) ? cr : lf;
      add(start, end);
      start = end === cr && lf === cr + 1 ? end + 2 : end + 1;
      if (cr >= 0 && cr < start) cr = text.indexOf('\r', start);
      if (lf >= 0 && lf < start) lf = text.indexOf('\n', start);
    }
    if (start < text.length) add(start, text.length);
    starts.push(text.length);
    return { starts: starts.list(), ends: ends.list(), ids: ids.list() };
  }

  #idOf(line: string): number {
    let id = this.#known.get(line);
    if (id === undefined) {
      id = this.#known.size;
      this.#known.set(line, id);
    }
    return id;
  }
}

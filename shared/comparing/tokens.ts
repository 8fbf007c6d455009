import { clusterEnds } from '../text/clusters.ts';

const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * @returns where the words of a text end, and what stands between them (UAX #29, by dictionary in scripts without
 *   spaces); as `clusterEnds`, of which these are some
 */
export function wordEnds(text: string): number[] {
  const clusters = clusterEnds(text);
  const ends: number[] = [];
  let at = 0;
  for (const [from, to] of windows(text))
    for (const { index, segment } of words.segment(text.slice(from, to))) {
      const end = from + index + segment.length;
      while (clusters[at]! < end) at++;
      if (clusters[at] === end) ends.push(end);
    }
  return ends;
}

/** Between a space or a full stop and a plain letter a word always ends, whatever stands around them. */
const CUTS =
  /[ \n\u3000\u3002\uff0c](?=[a-zA-Z\u00c0-\u02ff\u0391-\u03ce\u0400-\u0481\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff])/g;

/** A window is about so long: the segmenter's cost grows faster than the text that it is given at once. */
const WINDOW = 500;

function* windows(text: string): Generator<[number, number]> {
  for (let from = 0; from < text.length; ) {
    let to = text.length;
    if (to - from > 2 * WINDOW) {
      CUTS.lastIndex = from + WINDOW;
      const cut = CUTS.exec(text.slice(0, from + 2 * WINDOW));
      to = cut ? cut.index + 1 : (clusterEnds(text.slice(from, from + WINDOW)).at(-2) ?? WINDOW) + from;
    }
    yield [from, to];
    from = to;
  }
}

/** Numbers for tokens: equal tokens have equal numbers. */
export class TokenNumbers {
  readonly #known = new Map<string, number>();

  /** All numbers given so far are less than this. */
  get size(): number {
    return this.#known.size;
  }

  /** @param ends where the tokens of a text end */
  of(text: string, ends: readonly number[]): Int32Array {
    const numbers = new Int32Array(ends.length);
    let start = 0;
    ends.forEach((end, i) => {
      const token = text.slice(start, end);
      let number = this.#known.get(token);
      if (number === undefined) {
        number = this.#known.size;
        this.#known.set(token, number);
      }
      numbers[i] = number;
      start = end;
    });
    return numbers;
  }
}

/** Longer words are sought in a time that does not grow with them; the built-in search is faster for all others. */
const LONG = 256;

/**
 * @returns every index at which words stand in a text, ascending; they may overlap. None where there are no words.
 * Long words are sought as Knuth, Morris and Pratt do (Fast Pattern Matching in Strings, 1977), since the built-in search
 * takes the product of both lengths for words that repeat themselves.
 */
export function* indexesOf(text: string, words: string): Generator<number> {
  if (words === '' || words.length > text.length) return;
  if (words.length < LONG) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
    return;
  }
  const borders = bordersOf(words);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && words.charCodeAt(matched) !== unit) matched = borders[matched - 1]!;
    if (words.charCodeAt(matched) === unit) matched++;
    if (matched < words.length) continue;
    yield at - words.length + 1;
    matched = borders[matched - 1]!;
  }
}

/** For each beginning of words, the length of the longest shorter one that it ends with. */
function bordersOf(words: string): Uint32Array {
  const borders = new Uint32Array(words.length);
  let length = 0;
  for (let i = 1; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    while (length > 0 && words.charCodeAt(length) !== unit) length = borders[length - 1]!;
    if (words.charCodeAt(length) === unit) length++;
    borders[i] = length;
  }
  return borders;
}

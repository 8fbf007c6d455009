/** Numbers strings in order of first appearance. */
export class Dictionary {
  readonly words: string[];
  #codes: Map<string, number>;

  constructor(words: readonly string[] = []) {
    this.words = [...words];
    this.#codes = new Map(this.words.map((word, code) => [word, code]));
  }

  /** @returns the word's number, giving it the next one where it is new. */
  code(word: string): number {
    let code = this.#codes.get(word);
    if (code === undefined) {
      code = this.words.length;
      this.words.push(word);
      this.#codes.set(word, code);
    }
    return code;
  }

  /** @returns the word's number, or -1 where it has none. */
  find(word: string): number {
    return this.#codes.get(word) ?? -1;
  }
}

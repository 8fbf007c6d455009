/** Where a pattern comes next, asked with growing offsets: however often, the text is searched once. */
export class NextOf {
  readonly #text: string;
  readonly #pattern: RegExp;
  #found: { start: number; end: number } | null = null;
  #searched = false;

  /** @param pattern with the flag g */
  constructor(text: string, pattern: RegExp) {
    this.#text = text;
    this.#pattern = new RegExp(pattern);
  }

  /** The first match that starts at `from` or later; `from` must not be less than when last asked. */
  at(from: number): { readonly start: number; readonly end: number } | null {
    if (this.#searched && (!this.#found || this.#found.start >= from)) return this.#found;
    this.#searched = true;
    this.#pattern.lastIndex = from;
    const match = this.#pattern.exec(this.#text);
    this.#found = match && { start: match.index, end: match.index + match[0].length };
    return this.#found;
  }
}

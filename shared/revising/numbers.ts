/** A list of 32-bit numbers that grows. */
export class Numbers {
  #list = new Int32Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#list.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#list);
      this.#list = larger;
    }
    this.#list[this.#length++] = value;
  }

  at(index: number): number {
    return this.#list[index]!;
  }

  /** @returns what is in it so far, without a copy */
  list(): Int32Array {
    return this.#list.subarray(0, this.#length);
  }
}

/** Something costly that is worked out of a few things, and again only when one of them is another than before. */
export class Remembered<D extends readonly unknown[], T> {
  readonly #make: (...of: D) => T;
  #last: { readonly of: D; readonly made: T } | undefined;

  constructor(make: (...of: D) => T) {
    this.#make = make;
  }

  of(...of: D): T {
    const last = this.#last;
    if (last?.of.every((thing, place) => Object.is(thing, of[place]))) return last.made;
    const made = this.#make(...of);
    this.#last = { of, made };
    return made;
  }
}

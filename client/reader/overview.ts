import { cancelIdle, whenIdle } from './idle.ts';
import { Ruler } from './ruler.ts';
import type { MarkSource, Span } from './types.ts';

/** With more claims, those far from sight are highlighted only when they come near. */
const FEW_CLAIMS = 5_000;

/** All claims of a text at once: drawn beside the scroll bar when there is time, and counted when asked. */
export class Overview {
  readonly #ruler: Ruler;
  #few: boolean | null = null;
  #drawing: number | undefined;

  /** `go` is called with a part of the text, from 0 to 1, and shall bring it into sight. */
  constructor(root: HTMLElement, controls: string, go: (part: number) => void) {
    this.#ruler = new Ruler(root, controls, go);
  }

  /** Draws what `now` gives when there is time: what the hands do comes first. */
  draw(now: () => { marks: MarkSource; length: number } | null): void {
    this.#drawing ??= whenIdle(() => {
      this.#drawing = undefined;
      const all = now();
      if (all) this.#ruler.show(all.marks, all.length);
    });
  }

  /** Shows which part of the text is in sight. */
  see(span: Span): void {
    this.#ruler.see(span);
  }

  /** Whether there are few claims. Counts them once, when first asked. */
  areFew(marks: MarkSource): boolean {
    if (this.#few === null) {
      let count = 0;
      marks.scan(() => {
        count++;
      });
      this.#few = count <= FEW_CLAIMS;
    }
    return this.#few;
  }

  /** Claims are to be counted again. */
  recount(): void {
    this.#few = null;
  }

  destroy(): void {
    if (this.#drawing !== undefined) cancelIdle(this.#drawing);
    this.#ruler.destroy();
  }
}

import { msg, str } from '@lit/localize';
import type { TextLike } from '../../shared/text/text-like.ts';
import { type Edge, offsetOfEdge, stepFrom, withEdgeAt } from './edge-move.ts';
import type { Mark } from './types.ts';

export interface EdgeModeHost {
  readonly text: TextLike;
  preview(mark: Mark | null): void;
  moved(mark: Mark, range: number): void;
  say(text: string): void;
  /** Shows that another edge is active, or that none is any more. */
  activate(edge: Edge | null): void;
}

/**
 * Moves the edges of a claim from the keyboard: ← and → by characters, with Ctrl or Alt by words; Tab goes
 * to the next edge; Enter keeps, Escape leaves all as it was.
 */
export class EdgeMode {
  readonly #host: EdgeModeHost;
  readonly #before: Mark;
  #mark: Mark;
  #edge: Edge;

  constructor(mark: Mark, host: EdgeModeHost) {
    this.#host = host;
    this.#before = mark;
    this.#mark = mark;
    this.#edge = { range: mark.ranges.length - 1, side: 'end' };
    host.activate(this.#edge);
    host.say(
      msg('End of the claim. Left and right move it, Tab changes the edge, Enter keeps, Escape cancels.'),
    );
  }

  /** Handles a key; returns false when the mode is over. */
  key(event: KeyboardEvent): boolean {
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return true;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') this.#step(event);
    else if (event.key === 'Tab') this.#change(event.shiftKey ? -1 : 1);
    else return this.#end(event.key === 'Enter');
    return true;
  }

  #step(event: KeyboardEvent): void {
    const unit = event.ctrlKey || event.altKey || event.metaKey ? 'word' : 'grapheme';
    const from = offsetOfEdge(this.#mark, this.#edge);
    const to = stepFrom(this.#host.text, from, event.key === 'ArrowRight', unit);
    this.#mark = withEdgeAt(this.#mark, this.#edge, to, this.#host.text);
    this.#host.preview(this.#mark);
    const range = this.#mark.ranges[this.#edge.range]!;
    this.#host.say(this.#host.text.slice(range.start, Math.min(range.end, range.start + 200)));
  }

  #change(by: number): void {
    const count = this.#mark.ranges.length * 2;
    const now = this.#edge.range * 2 + (this.#edge.side === 'end' ? 1 : 0);
    const next = (now + by + count) % count;
    this.#edge = { range: next >> 1, side: next % 2 ? 'end' : 'start' };
    const part = this.#edge.range + 1;
    this.#host.say(
      this.#edge.side === 'end' ? msg(str`End of part ${part}`) : msg(str`Start of part ${part}`),
    );
    this.#host.activate(this.#edge);
  }

  #end(keep: boolean): false {
    this.#host.activate(null);
    if (!keep || this.#mark === this.#before) this.#host.preview(null);
    else
      this.#mark.ranges.forEach((range, i) => {
        const before = this.#before.ranges[i]!;
        if (range.start !== before.start || range.end !== before.end) this.#host.moved(this.#mark, i);
      });
    return false;
  }
}

import { msg, str } from '@lit/localize';
import type { MarkSource, Span } from './types.ts';

const STEP = 0.01;

/** A colour for every claim type, read from the style sheet, per theme. */
class Hues {
  readonly #probe: HTMLElement;
  readonly #known = new Map<string, string>();

  constructor(parent: HTMLElement) {
    this.#probe = document.createElement('span');
    this.#probe.hidden = true;
    parent.append(this.#probe);
  }

  forget(): void {
    this.#known.clear();
  }

  of(type: string): string {
    let hue = this.#known.get(type);
    if (hue === undefined) {
      hue = this.#resolve(`c t-${type}`, '--h');
      this.#known.set(type, hue);
    }
    return hue;
  }

  token(name: string): string {
    return this.#resolve('', name);
  }

  #resolve(css: string, name: string): string {
    this.#probe.className = css;
    this.#probe.style.color = `var(${name}, GrayText)`;
    return getComputedStyle(this.#probe).color;
  }
}

/**
 * The overview beside the scroll bar: claims by hue, conflicts in red, what is unticked as dots, suggestions as faint
 * ticks, and what is in sight. Click or drag to go there; arrow keys too. Drawn in as many lines as it has pixels, so that
 * its cost hardly depends on the number of claims.
 */
export class Ruler {
  readonly dom = document.createElement('div');
  readonly #canvas = document.createElement('canvas');
  readonly #sight = document.createElement('div');
  readonly #hues: Hues;
  readonly #go: (part: number) => void;
  readonly #watch: ResizeObserver;
  readonly #theme: MutationObserver;
  readonly #redraw = () => this.#draw();
  #marks: MarkSource | null = null;
  #length = 1;
  #part = 0;

  /** `go` is called with a part of the text, from 0 to 1, and shall bring it into sight. */
  constructor(parent: HTMLElement, controls: string, go: (part: number) => void) {
    this.#go = go;
    this.dom.className = 'ruler';
    this.dom.tabIndex = 0;
    this.dom.setAttribute('role', 'scrollbar');
    this.dom.setAttribute('aria-orientation', 'vertical');
    this.dom.setAttribute('aria-controls', controls);
    this.dom.setAttribute('aria-label', msg('Overview of claims and conflicts along the document'));
    this.dom.setAttribute('aria-valuemin', '0');
    this.dom.setAttribute('aria-valuemax', '100');
    this.#sight.className = 'vp';
    this.dom.append(this.#canvas, this.#sight);
    parent.append(this.dom);
    this.#hues = new Hues(this.dom);
    this.#watch = new ResizeObserver(this.#redraw);
    this.#watch.observe(this.dom);
    this.#theme = new MutationObserver(() => this.#rethink());
    this.#theme.observe(document.documentElement, { attributes: true });
    this.dom.addEventListener('pointerdown', event => this.#grab(event));
    this.dom.addEventListener('keydown', event => this.#key(event));
  }

  /** Draws what there is anew. `length` is that of the text. */
  show(marks: MarkSource, length: number): void {
    this.#marks = marks;
    this.#length = Math.max(1, length);
    this.#draw();
  }

  /** Shows which part of the text is in sight. */
  see(span: Span): void {
    this.#part = span.start / this.#length;
    const share = Math.max(0.004, (span.end - span.start) / this.#length);
    this.#sight.style.top = `${this.#part * 100}%`;
    this.#sight.style.height = `max(6px, ${Math.min(1 - this.#part, share) * 100}%)`;
    const percent = Math.round(this.#part * 100);
    this.dom.setAttribute('aria-valuenow', String(percent));
    this.dom.setAttribute('aria-valuetext', msg(str`${percent} percent of the text`));
  }

  destroy(): void {
    this.#watch.disconnect();
    this.#theme.disconnect();
    this.dom.remove();
  }

  #rethink(): void {
    this.#hues.forget();
    this.#draw();
  }

  #draw(): void {
    const height = this.dom.clientHeight;
    const width = this.dom.clientWidth;
    if (!this.#marks || !height) return;
    const scale = window.devicePixelRatio || 1;
    this.#canvas.width = width * scale;
    this.#canvas.height = height * scale;
    const lines = Math.max(1, Math.floor(height / 2));
    const types: string[] = [];
    const numbers = new Map<string, number>();
    const claims = new Uint8Array(lines);
    const conflicts = new Uint8Array(lines);
    const unticked = new Uint8Array(lines);
    const suggested = new Uint8Array(lines);
    const perUnit = lines / this.#length;
    this.#marks.scan((start, type, state, conflict) => {
      const line = Math.min(lines - 1, (start * perUnit) | 0);
      let number = numbers.get(type);
      if (number === undefined) {
        types.push(type);
        number = types.length;
        numbers.set(type, number);
      }
      if (state === 'suggested') {
        suggested[line] = number;
        return;
      }
      claims[line] = number;
      if (conflict) conflicts[line] = 1;
      if (state === 'open') unticked[line] = 1;
    });
    this.#paint(scale, lines, types, { claims, conflicts, unticked, suggested });
  }

  #paint(
    scale: number,
    lines: number,
    types: readonly string[],
    {
      claims,
      conflicts,
      unticked,
      suggested,
    }: Readonly<Record<'claims' | 'conflicts' | 'unticked' | 'suggested', Uint8Array>>,
  ): void {
    const context = this.#canvas.getContext('2d')!;
    context.scale(scale, scale);
    const hues = types.map(type => this.#hues.of(type));
    const [dot, red] = [this.#hues.token('--ink-3'), this.#hues.token('--red')];
    const step = this.dom.clientHeight / lines;
    for (let line = 0; line < lines; line++) {
      const y = line * step;
      if (claims[line]) {
        context.fillStyle = hues[claims[line]! - 1]!;
        context.fillRect(3, y, 7, Math.max(1, step - 0.5));
      }
      if (suggested[line]) {
        context.globalAlpha = 0.55;
        context.fillStyle = hues[suggested[line]! - 1]!;
        context.fillRect(16, y, 2.5, Math.max(1, step - 0.5));
        context.globalAlpha = 1;
      }
      if (unticked[line]) {
        context.fillStyle = dot;
        context.fillRect(12.5, y, 2, 2);
      }
    }
    context.fillStyle = red;
    for (let line = 0; line < lines; line++) if (conflicts[line]) context.fillRect(1, line * step - 1, 16, 4);
  }

  #grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.dom.setPointerCapture(event.pointerId);
    const to = (at: PointerEvent) => {
      const box = this.dom.getBoundingClientRect();
      this.#go(Math.min(1, Math.max(0, (at.clientY - box.top) / box.height)));
    };
    const end = () => {
      this.dom.removeEventListener('pointermove', to);
      this.dom.removeEventListener('pointerup', end);
      this.dom.removeEventListener('pointercancel', end);
    };
    this.dom.addEventListener('pointermove', to);
    this.dom.addEventListener('pointerup', end);
    this.dom.addEventListener('pointercancel', end);
    to(event);
  }

  #key(event: KeyboardEvent): void {
    const targets: Record<string, number> = {
      ArrowDown: this.#part + STEP,
      ArrowUp: this.#part - STEP,
      PageDown: this.#part + STEP * 10,
      PageUp: this.#part - STEP * 10,
      Home: 0,
      End: 1,
    };
    const part = targets[event.key];
    if (part === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    // Noted at once, so that keys that come faster than frames add up.
    this.#part = Math.min(1, Math.max(0, part));
    this.#go(this.#part);
  }
}

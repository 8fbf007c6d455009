import { msg, str } from '@lit/localize';
import type { Stage } from './stage.ts';
import type { TextWindow } from './text-window.ts';
import type { Mark } from './types.ts';

/** Claims of one line share a mark. */
const SAME_LINE = 12;
const MOST = 200;

/** The ≠ in the margin of lines where a claim in conflict begins: real buttons, beside the text. */
export class Margin {
  readonly #layer = document.createElement('div');
  readonly #stage: Stage;
  readonly #open: (id: string) => void;

  constructor(stage: Stage, open: (id: string) => void) {
    this.#stage = stage;
    this.#open = open;
    this.#layer.className = 'reader-margin';
    this.#layer.setAttribute('role', 'group');
    this.#layer.setAttribute('aria-label', msg('Conflicts in this part of the text'));
    stage.sheet.append(this.#layer);
  }

  /** Puts a mark beside each line in which one of `marks` begins. */
  place(window: TextWindow, marks: readonly Mark[], focused: string | null): void {
    const sheet = this.#stage.sheet.getBoundingClientRect().top;
    const lines: { top: number; marks: Mark[] }[] = [];
    for (const mark of marks.slice(0, MOST)) {
      const rect = window.rectOf(mark.ranges[0]!.start);
      const top = (rect.top + rect.bottom) / 2 - sheet;
      const line = lines.find(other => Math.abs(other.top - top) < SAME_LINE);
      if (line) line.marks.push(mark);
      else lines.push({ top, marks: [mark] });
    }
    lines.forEach((line, i) => {
      const button = (this.#layer.children[i] as HTMLButtonElement | undefined) ?? this.#button();
      const words = line.marks.map(mark => window.text.wordsOf(mark.ranges, 40)).join('; ');
      button.style.top = `${line.top}px`;
      button.dataset.id = line.marks[0]!.id;
      button.setAttribute('aria-label', msg(str`Conflict: ${words}`));
      button.setAttribute('aria-pressed', String(line.marks.some(mark => mark.id === focused)));
    });
    while (this.#layer.children.length > lines.length) this.#layer.lastChild!.remove();
  }

  #button(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'gm';
    button.textContent = '≠';
    button.addEventListener('click', () => this.#open(button.dataset.id!));
    this.#layer.append(button);
    return button;
  }
}

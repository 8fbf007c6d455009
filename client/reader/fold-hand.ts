import { msg, str } from '@lit/localize';
import { type Folded, wholeOf } from './folded.ts';
import { changeClaims, claimsOf, describeMark } from './plugins/claims.ts';
import { foldedOf, setFolded, setSetting } from './plugins/folds.ts';
import type { TextWindow } from './text-window.ts';
import type { Fold, Mark, Span, TextSetting } from './types.ts';

/** What the hand needs of the reader that it belongs to. */
export interface FoldHandHost {
  /** Focuses a claim as a click on it does. */
  pick(id: string): void;
  focus(): void;
  /** What lies over the text is to be put in its place again. */
  later(): void;
}

const canOpen = (fold: Fold): boolean => fold.chip !== undefined && !fold.chip.isFixed;

/** What the user does with what a lens hides: open and close it, and see which claims lie in it. */
export class FoldHand {
  readonly #host: FoldHandHost;
  #window: TextWindow | null = null;
  /** What was opened in passing, because what has the focus lies in it. */
  #passing: Span[] = [];

  constructor(host: FoldHandHost) {
    this.#host = host;
  }

  /** The window whose text is folded; null between two texts. */
  set window(window: TextWindow | null) {
    this.#window = window;
    this.#passing = [];
    if (!window) return;
    const { dom } = window.view;
    // The caret stays where it is when a chip is pressed.
    dom.addEventListener('mousedown', event => this.#chipAt(event) && this.#keep(event), true);
    dom.addEventListener('click', event => this.#clicked(event), true);
  }

  /** Folds anew. What is at the top of the view stays there; the focused claim stays in sight. */
  set(setting: TextSetting): void {
    const window = this.#window;
    if (!window) return;
    this.#passing = [];
    window.narrow(setting);
    window.restyle(() => {
      const tr = changeClaims(setSetting(window.setOtherwise(setting), setting), { stale: 'all' });
      window.view.dispatch(window.refresh(tr));
    });
    const { source, focused } = claimsOf(window.view.state);
    const mark = source.get(focused ?? '');
    if (mark) this.reveal(mark.ranges);
  }

  /** Opens what hides all of some ranges, unless a chip stands for just these words. */
  reveal(ranges: readonly Span[]): void {
    const folded = this.#folded;
    if (!folded) return;
    const wholes = folded.hides(ranges)
      ? ranges.flatMap(range => {
          const fold = folded.hiding(range.start);
          return fold && !standsFor(fold, range) ? [fold] : [];
        })
      : [];
    const isNeeded = (span: Span) => ranges.some(({ start, end }) => start < span.end && end > span.start);
    const passing = this.#passing.filter(span => !isNeeded(span));
    this.#passing = [...this.#passing.filter(isNeeded), ...wholes.map(wholeOf)];
    this.#turn(wholes.map(wholeOf), passing);
  }

  /** Opens or closes what is folded at an offset; false where nothing is. */
  toggle(offset: number): boolean {
    const folded = this.#folded;
    if (!folded) return false;
    for (const fold of folded.touching(offset - 1, offset + 1)) {
      const whole = wholeOf(fold);
      if (!this.#hasChip(whole)) continue;
      this.#turnOver(whole);
      return true;
    }
    return false;
  }

  /** Shows on each chip in and near sight which claims it hides. */
  sign(window: TextWindow): void {
    const folded = foldedOf(window.view.state);
    if (folded.setting.isPlain) return;
    const { source, focused } = claimsOf(window.view.state);
    for (const chip of window.view.dom.querySelectorAll<HTMLElement>('.chunk:not(.far) .chip[data-start]')) {
      const whole = spanOf(chip);
      const isOpen = chip.getAttribute('aria-expanded') === 'true';
      const marks = isOpen
        ? []
        : source.touching(whole.start, whole.end).filter(({ ranges }) => {
            const fold = folded.hides(ranges) && folded.hiding(ranges[0]!.start);
            return fold && wholeOf(fold).start === whole.start && wholeOf(fold).end === whole.end;
          });
      signChip(chip, whole, marks, focused);
    }
  }

  get #folded(): Folded | undefined {
    return this.#window ? foldedOf(this.#window.view.state) : undefined;
  }

  #hasChip(whole: Span): boolean {
    for (const fold of this.#folded!.touching(whole.start, whole.start + 1))
      if (fold.start === whole.start) return canOpen(fold);
    return false;
  }

  #chipAt(event: Event): HTMLElement | null {
    return (event.target as Element | null)?.closest<HTMLElement>('.chip[data-start]') ?? null;
  }

  #keep(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
  }

  #clicked(event: MouseEvent): void {
    const chip = this.#chipAt(event);
    if (!chip) return;
    this.#keep(event);
    this.#host.focus();
    if (chip.dataset.id) this.#host.pick(chip.dataset.id);
    else this.#turnOver(spanOf(chip));
  }

  #turnOver(whole: Span): void {
    if (this.#folded!.open.has(whole.start)) this.#turn([], [whole]);
    else this.#turn([whole], []);
  }

  #turn(open: readonly Span[], close: readonly Span[]): void {
    const window = this.#window;
    let folded = this.#folded;
    if (!window || !folded || open.length + close.length === 0) return;
    for (const whole of close) folded = folded.with(whole, false);
    for (const whole of open) folded = folded.with(whole, true);
    const stale = [...open, ...close];
    const tr = changeClaims(setFolded(window.view.state.tr, folded, stale), { stale });
    window.view.dispatch(window.refresh(tr));
    this.#host.later();
  }
}

const spanOf = (chip: HTMLElement): Span => ({
  start: Number(chip.dataset.start),
  end: Number(chip.dataset.end),
});

const standsFor = (fold: Fold, { start, end }: Span): boolean =>
  canOpen(fold) &&
  ((start <= wholeOf(fold).start && end >= wholeOf(fold).end) ||
    (fold.chip?.css?.split(' ').includes('word') ?? false));

const DATA_STATE = { open: 'open', checked: 'ok', suggested: 'sugg' } as const;

/** A claim of just the hidden words makes the chip its mark; claims inside are counted. */
function signChip(chip: HTMLElement, whole: Span, marks: readonly Mark[], focused: string | null): void {
  const own =
    marks.find(({ ranges }) => ranges.some(({ start, end }) => start <= whole.start && end >= whole.end)) ??
    // What stands as words in the line shows what alone is said in it.
    (marks.length === 1 && chip.classList.contains('word') ? marks[0] : undefined);
  const inside = marks.filter(mark => mark !== own && mark.state !== 'suggested');
  const hasConflict = inside.some(mark => mark.conflict);
  const isFocused = own?.id === focused;
  const sign = `${own?.id} ${own?.type} ${own?.state} ${own && isFocused} ${inside.length} ${hasConflict}`;
  if (chip.dataset.sign === sign) return;
  chip.dataset.sign = sign;
  chip.dataset.said ??= chip.getAttribute('aria-label') ?? '';
  chip.classList.remove(...[...chip.classList].filter(css => /^(c|focus|t-.*)$/.test(css)));
  delete chip.dataset.id;
  delete chip.dataset.s;
  delete chip.dataset.claims;
  if (own) {
    chip.classList.add('c', `t-${own.type}`);
    if (isFocused) chip.classList.add('focus');
    chip.dataset.id = own.id;
    chip.dataset.s = DATA_STATE[own.state];
  }
  if (inside.length > 0) chip.dataset.claims = `${hasConflict ? '≠' : ''}${inside.length}`;
  chip.classList.toggle('conflict', hasConflict);
  const said = [
    chip.dataset.said,
    ...(own ? [describeMark(own)] : []),
    ...(inside.length === 1 ? [msg('1 claim inside')] : []),
    ...(inside.length > 1 ? [msg(str`${inside.length} claims inside`)] : []),
  ].join('. ');
  chip.setAttribute('aria-label', said);
  chip.title = said;
}

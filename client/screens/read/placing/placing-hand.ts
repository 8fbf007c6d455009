import { msg, str } from '@lit/localize';
import type { Waiting } from '../../../../shared/api/routes/revisions.ts';
import { announce } from '../../../elements/announcer.ts';
import { toast } from '../../../elements/toasts.ts';
import { sayNumber } from '../../../localize/locale.ts';
import { plural } from '../../../localize/plural.ts';
import { fateLabel } from '../../../localize/say-fate.ts';
import { keyOfWaiting } from '../../../panels/fate-rows.ts';
import { short } from '../gestures.ts';
import type { Reading } from '../reading.ts';
import { accept, dealWithAll, keepQuoted, retire } from './gestures.ts';

/** What the hand needs of the list that it works in. */
export interface PlacingDesk extends HTMLElement {
  readonly reading: Reading;
  focusList(): void;
}

/** What keys and buttons do with what waits to be placed. */
export class PlacingHand {
  readonly #desk: PlacingDesk;

  constructor(desk: PlacingDesk) {
    this.#desk = desk;
  }

  get #placing() {
    return this.#desk.reading.placing;
  }

  /** Where what has the focus stands in the list; 0 where nothing has it. */
  get place(): number {
    const { focused, listed } = this.#placing;
    return focused ? Math.max(0, listed.indexOf(focused)) : 0;
  }

  /** Moves to one of those that are listed, shows in the text where it could stand, and says so. */
  goTo(place: number): void {
    const { listed } = this.#placing;
    const one = listed[Math.min(Math.max(0, place), listed.length - 1)];
    if (!one) return;
    this.#placing.focus(keyOfWaiting(one));
    this.#look();
    announce(this.#say(one));
  }

  choose(candidate: number): void {
    const { focused } = this.#placing;
    if (!focused || candidate < 0 || candidate >= focused.fate.candidates.length) return;
    this.#placing.choose(candidate);
    this.#look();
    const { quote } = focused.fate.candidates[candidate]!;
    announce(
      msg(
        str`Place ${sayNumber(candidate + 1)}: ${quote.prefix.slice(-24)}${short(quote.exact)}${quote.suffix.slice(0, 24)}`,
      ),
    );
  }

  /** Places what has the focus at the place that is chosen. @param stands why its verdict stands */
  accept(stands?: string): void {
    const { focused, candidate } = this.#placing;
    if (!focused) return;
    if (!candidate) {
      const { candidates } = focused.fate;
      toast(
        candidates.length === 0
          ? msg('Its words are gone: select others with r, or retire it with Delete.')
          : msg(str`Choose the place first: 1 … ${sayNumber(Math.min(9, candidates.length))}`),
        { brief: true },
      );
      return;
    }
    void this.#then(accept(this.#desk.reading, focused, candidate, stands));
  }

  retire(why: string): void {
    const { focused } = this.#placing;
    if (focused) void this.#then(retire(this.#desk.reading, focused, why));
  }

  keepQuoted(): void {
    const { focused } = this.#placing;
    if (focused?.of === 'evidence') void this.#then(keepQuoted(this.#desk.reading, focused));
  }

  /** Lets the next selection in the text be the new place. */
  redraw(): void {
    const { focused } = this.#placing;
    if (!focused) return;
    const { reading } = this.#desk;
    reading.picking = {
      kind: 'place',
      claimId: focused.claimId,
      documentId: reading.documentId!,
      words: short(focused.anchor.quote.exact),
      waiting: focused,
    };
    this.#desk.dispatchEvent(new CustomEvent('vr-back', { bubbles: true }));
    announce(msg('Select the words in the text, then press Enter.'));
  }

  /** Shows all of the listed fate, to be dealt with at once. */
  proposeAll(): void {
    const { fate } = this.#placing;
    if (!fate || fate === 'ambiguous') return;
    this.#placing.all = { fate, deed: fate === 'deleted' ? 'retire' : 'accept', off: new Set() };
  }

  async all(why: string): Promise<void> {
    const { all, chosenOfAll } = this.#placing;
    if (!all || chosenOfAll.length === 0) return;
    this.#placing.all = undefined;
    if (await dealWithAll(this.#desk.reading, chosenOfAll, all.deed, why)) this.#placing.blur();
    this.#desk.focusList();
  }

  /** Does what a key in the list stands for. */
  key(event: CustomEvent<KeyboardEvent>): void {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event.detail;
    if (ctrlKey || metaKey || altKey) return;
    const focused = this.#placing.focused;
    const act: Readonly<Record<string, () => void>> = {
      Enter: () => (shiftKey ? this.proposeAll() : this.accept()),
      r: () => this.redraw(),
      x: () => this.askReason(),
      Delete: () => this.askReason(),
      Backspace: () => this.askReason(),
      v: () => this.askStanding(),
      q: () => this.keepQuoted(),
      ArrowRight: () => this.choose(this.#placing.chosen + 1),
      ArrowLeft: () => this.choose(this.#placing.chosen - 1),
      Escape: () => this.#desk.dispatchEvent(new CustomEvent('vr-back', { bubbles: true })),
    };
    const digit = /^[1-9]$/.test(key) ? () => this.choose(Number(key) - 1) : undefined;
    const run = digit ?? act[key];
    if (!run || (!focused && key !== 'Escape')) return;
    event.preventDefault();
    run();
  }

  /** Asks why what has the focus goes. */
  askReason(): void {
    this.#placing.isRetiring = true;
  }

  /** Asks why the verdict stands though the words are others. */
  askStanding(): void {
    if (this.#placing.focused?.of === 'claim' && this.#placing.candidate) this.#placing.isStanding = true;
  }

  /** Goes on with the one that comes next, once one is dealt with. */
  async #then(doing: Promise<boolean>): Promise<void> {
    const { place } = this;
    if (!(await doing)) return;
    const { listed } = this.#placing;
    if (listed.length === 0) {
      this.#placing.blur();
      announce(msg('Nothing waits any more.'));
    } else this.goTo(Math.min(place, listed.length - 1));
    this.#desk.focusList();
  }

  #look(): void {
    const [first] = this.#placing.shown?.ranges ?? [];
    if (first) this.#desk.dispatchEvent(new CustomEvent('vr-look', { detail: first.start, bubbles: true }));
  }

  #say({ anchor, fate }: Waiting): string {
    const places = fate.candidates.length;
    const where = plural(places, msg(str`${sayNumber(places)} {place¦places}`));
    return `${short(anchor.quote.exact)}. ${fateLabel(fate.state)}. ${where}`;
  }
}

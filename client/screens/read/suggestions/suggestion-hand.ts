import { msg } from '@lit/localize';
import type { Offered } from '../../../../shared/api/found.ts';
import { announce } from '../../../elements/announcer.ts';
import { toast } from '../../../elements/toasts.ts';
import { caretAfter } from '../caret.ts';
import { selectedWords, short } from '../gestures.ts';
import type { ReadHost } from '../read-host.ts';
import { acceptAll, offeredAs, refuseAll } from './gestures.ts';
import { saySuggestion } from './say-suggestion.ts';
import { markIdOf } from './suggestion-marks.ts';

const PHONE = matchMedia('(max-width: 760px)');

/** What keys and buttons do with suggestions in the text. */
export class SuggestionHand {
  readonly #host: ReadHost & HTMLElement;

  constructor(host: ReadHost & HTMLElement) {
    this.#host = host;
  }

  /** What a key is about: the focused suggestion, else the one at the caret where no claim that stands there has the focus. */
  get target(): Offered | undefined {
    const { reading } = this.#host;
    const { suggesting, marks } = reading;
    if (reading.picking || selectedWords(reading)) return undefined;
    if (suggesting.focused) return suggesting.focused;
    const { start } = reading.selection;
    const claim = reading.focused === undefined ? undefined : marks?.get(reading.focused);
    const isAtClaim = claim?.ranges.some(range => range.start <= start && start <= range.end);
    return isAtClaim ? undefined : suggesting.atCaret;
  }

  /** Goes to the next or previous suggestion and says what it is. */
  step(direction: 1 | -1): void {
    const { suggesting } = this.#host.reading;
    if (!suggesting.isShown) suggesting.isShown = true;
    const next = suggesting.neighbour(direction);
    if (next) this.goTo(next);
    else
      announce(direction > 0 ? msg('That was the last suggestion.') : msg('That was the first suggestion.'));
  }

  /** Focuses a suggestion, puts the caret before it and says what it is. */
  goTo(offered: Offered): void {
    const { reading, reader } = this.#host;
    const { start } = offered.ranges[0]!;
    reading.suggesting.focus(offered.key);
    reading.selection = { start, end: start };
    reader?.focusClaim(markIdOf(offered.key), { scroll: 'nearest' });
    reader?.select(start, start);
    announce(`${short(offered.quote)}. ${saySuggestion(offered)}`);
  }

  /**
   * Makes a claim of what the key is about; the caret then stands just after it.
   * @param type what it is to be, where not what is suggested
   * @returns whether there is anything to accept
   */
  accept(type?: string): boolean {
    const offered = this.target;
    if (!offered) return false;
    void this.acceptOne(offered, type);
    return true;
  }

  /** @returns the claim's id, or undefined where it could not be made */
  async acceptOne(offered: Offered, type = offered.type): Promise<string | undefined> {
    const { reading } = this.#host;
    const [id] = (await acceptAll(reading, [offeredAs(reading, offered, type)])) ?? [];
    if (!id) return undefined;
    this.#after(offered);
    if (!PHONE.matches || !reading.suggesting.focused) reading.focus(id);
    return id;
  }

  /** Refuses what the key is about. @returns whether there is anything to refuse */
  refuse(): boolean {
    const offered = this.target;
    if (!offered) return false;
    void this.refuseOne(offered);
    return true;
  }

  async refuseOne(offered: Offered): Promise<void> {
    const { reading } = this.#host;
    const ids = await refuseAll(reading, [offered]);
    if (!ids) return;
    this.#after(offered);
    if (!PHONE.matches) reading.suggesting.refused = { ids, offered: [offered] };
  }

  /** Proposes to accept all that are like what the key is about. */
  proposeAlike(): boolean {
    const offered = this.target;
    if (!offered) return false;
    const { suggesting } = this.#host.reading;
    if (suggesting.proposeAlike(offered)) {
      suggesting.unpoint();
      this.#host.unfoldInspector();
      announce(msg('What is to be accepted is highlighted. Leave out what should not be.'));
    } else toast(msg('No other suggestion is like this one.'), { brief: true });
    return true;
  }

  /** The keyboard goes on just after the words; on a phone the next suggestion comes up. */
  #after({ ranges }: Offered): void {
    const { reading } = this.#host;
    const { start, end } = ranges[ranges.length - 1]!;
    reading.suggesting.blur();
    caretAfter(reading, { start, end });
    if (!PHONE.matches) return;
    const next = reading.suggesting.neighbour(1);
    if (next) this.goTo(next);
  }
}

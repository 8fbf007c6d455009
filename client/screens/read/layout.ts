import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Columns, type Side } from '../../panels/columns.ts';

const NARROW = matchMedia('(max-width: 1180px)');
const PHONE = matchMedia('(max-width: 760px)');
const WIDTHS = {
  left: { usual: 236, least: 170, most: 420 },
  right: { usual: 392, least: 300, most: 640 },
  page: { usual: 500, least: 300, most: 1000, startsFolded: true },
};
/** With a page beside the text, contents and filters come as a drawer below this width. */
const WIDE = matchMedia('(min-width: 1680px)');

/** Knows whether what is read has an original with pages. */
export interface PagedHost {
  readonly offersPage: boolean;
}

/** How the parts of the Read screen stand: in columns, or with a drawer for contents and filters where it is narrow. */
export class Layout implements ReactiveController {
  readonly columns = new Columns('read', WIDTHS, () => this.#host.requestUpdate());
  readonly #host: ReactiveControllerHost & HTMLElement & PagedHost;
  #hasDrawer = false;
  #hasSheet = false;

  constructor(host: ReactiveControllerHost & HTMLElement & PagedHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    for (const width of [NARROW, PHONE, WIDE]) width.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    for (const width of [NARROW, PHONE, WIDE]) width.removeEventListener('change', this.#changed);
  }

  get isNarrow(): boolean {
    return NARROW.matches || (this.hasPage && !WIDE.matches);
  }

  /** Whether the original page stands beside the text. */
  get hasPage(): boolean {
    return this.#host.offersPage && (PHONE.matches ? this.#hasSheet : !this.columns.isFolded('page'));
  }

  /** Shows the original page or closes it; on a phone it lies over the text and is not remembered. */
  showPage(shows: boolean): void {
    if (PHONE.matches) this.#hasSheet = shows;
    else this.columns.fold('page', !shows);
    this.#host.requestUpdate();
  }

  get isPhone(): boolean {
    return PHONE.matches;
  }

  /** Whether contents and filters lie over the text. */
  get hasDrawer(): boolean {
    return this.#hasDrawer;
  }

  /** Opens or closes the drawer; one that opens gets the keyboard. */
  openDrawer(open: boolean): void {
    if (this.#hasDrawer === open) return;
    this.#hasDrawer = open;
    this.#host.requestUpdate();
    if (open)
      void this.#host.updateComplete.then(() =>
        this.#host.querySelector<HTMLElement>('.close-drawer')?.focus(),
      );
  }

  /** Folds a column away or shows it again; contents and filters come as a drawer where it is narrow. */
  fold(side: Side): void {
    if (side === 'left' && this.isNarrow) this.openDrawer(!this.#hasDrawer);
    else this.columns.fold(side);
  }

  unfoldInspector(): void {
    if (this.columns.isFolded('right')) this.columns.fold('right', false);
  }

  #changed = (): void => this.#host.requestUpdate();
}

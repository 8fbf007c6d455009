import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Columns, type Side } from '../../panels/columns.ts';

const NARROW = matchMedia('(max-width: 1180px)');
const PHONE = matchMedia('(max-width: 760px)');
const WIDTHS = {
  left: { usual: 236, least: 170, most: 420 },
  right: { usual: 392, least: 300, most: 640 },
};

/** How the parts of the Read screen stand: in columns, or with a drawer for contents and filters where it is narrow. */
export class Layout implements ReactiveController {
  readonly columns = new Columns('read', WIDTHS, () => this.#host.requestUpdate());
  readonly #host: ReactiveControllerHost & HTMLElement;
  #hasDrawer = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    NARROW.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    NARROW.removeEventListener('change', this.#changed);
  }

  get isNarrow(): boolean {
    return NARROW.matches;
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
    if (side === 'left' && NARROW.matches) this.openDrawer(!this.#hasDrawer);
    else this.columns.fold(side);
  }

  unfoldInspector(): void {
    if (this.columns.isFolded('right')) this.columns.fold('right', false);
  }

  #changed = (): void => this.#host.requestUpdate();
}

import { ContextProvider } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { KeyDispatcher } from '../commands/dispatcher.ts';
import { CommandRegistry, commandsContext } from '../commands/registry.ts';
import { LightElement } from '../elements/light-element.ts';
import { restorePlace } from '../router/place-keeper.ts';
import { type RouteEvent, Router, routerContext } from '../router/router.ts';
import type { Route } from '../router/routes.ts';
import { storeContext } from '../store/context.ts';
import type { StoreEvent } from '../store/store.ts';
import { frameCommands } from './commands.ts';
import { readNow } from './last-read.ts';
import { lineCommands } from './line-commands.ts';
import { remember, remembered } from './memory.ts';
import { openStore } from './open-store.ts';
import { paletteCommand } from './palette-command.ts';
import { PaletteHost } from './palette-host.ts';
import { type Screen, screens } from './screens.ts';
import { rememberedSignature } from './signature.ts';
import { tellPresence } from './tell-presence.ts';
import '../elements/announcer.ts';
import '../elements/icon.ts';
import './help.ts';
import './line.ts';
import './lost.ts';
import './new-version.ts';
import './rail.ts';
import './print-head.ts';
import './refusals.ts';
import './top-bar.ts';
import './works.ts';

/** What an address ends in while the panel of keys is open. */
const KEYS = '#keys';
/** Under this name the browser remembers that somebody has been greeted. */
const GREETED = 'greeted';

/** The application: the frame, and the screen that the address names. */
@customElement('vr-app')
export class VrApp extends LightElement {
  readonly store = openStore();
  readonly router = new Router();
  readonly commands = new CommandRegistry({ store: this.store, router: this.router });
  readonly #palette = new PaletteHost(this);
  @state() private route: Route = this.router.route;
  /** The screen whose element is there to be drawn; the one before stays until it is. */
  @state() private shown: Screen | 'lost' | undefined;
  @state() private failed = false;
  /** Whether somebody is here for the first time, and is greeted. */
  @state() private greeting = false;
  @state() private helping = location.hash === KEYS;

  constructor() {
    super();
    new ContextProvider(this, { context: storeContext, initialValue: this.store });
    new ContextProvider(this, { context: routerContext, initialValue: this.router });
    new ContextProvider(this, { context: commandsContext, initialValue: this.commands });
    this.commands.add(
      () =>
        frameCommands(() => {
          this.#showHelp(true);
        }),
      true,
    );
    this.commands.add(() =>
      lineCommands({
        showWaiting: this.#showWaiting,
        review: isReal => this.querySelector('vr-refusals')?.enter(isReal) ?? false,
      }),
    );
    this.commands.add(() => [paletteCommand(this.#palette.open)]);
    new KeyDispatcher(this.commands).start();
    this.router.start();
    window.addEventListener('beforeunload', this.#holdBack);
    this.router.addEventListener('route', event => void this.#arrive(event as RouteEvent));
    this.store.addEventListener('change', event => {
      if ((event as StoreEvent).topics.has('documents')) this.#nameWindow();
    });
    tellPresence(this.store, this.router);
    void this.#load();
    // What the frame itself shows; screens say so where loading fails.
    this.store.loadConflicts().catch(() => undefined);
    this.store.loadDocuments().catch(() => undefined);
  }

  protected override render() {
    return html`<a class="skip" href="#main" @click=${this.#skip}>${msg('Skip to content')}</a>
      <vr-top-bar .route=${this.route} @vr-find-anything=${this.#palette.open} @vr-help=${this.#help}></vr-top-bar>
      <vr-line @vr-show-waiting=${this.#showWaiting}></vr-line>
      <vr-rail .route=${this.route}></vr-rail>
      <vr-print-head></vr-print-head>
      <main id="main" tabindex="-1" @vr-help=${this.#help}>${this.#screen()}</main>
      <vr-refusals></vr-refusals>
      <vr-works></vr-works>
      <vr-new-version></vr-new-version>
      ${this.#palette.draw()}
      <vr-announcer></vr-announcer>
      <vr-help
        ?open=${this.helping}
        @vr-close=${() => {
          this.#showHelp(false);
        }}
      ></vr-help>`;
  }

  protected override updated(): void {
    this.#nameWindow();
  }

  #screen() {
    if (this.greeting && this.route.screen === 'library')
      return html`<vr-greeting @vr-greeted=${this.#greeted}></vr-greeting>`;
    if (this.failed)
      return html`<vr-lost-screen kind="unloaded" .path=${location.pathname}></vr-lost-screen>`;
    if (this.shown === 'lost') return html`<vr-lost-screen .path=${location.pathname}></vr-lost-screen>`;
    if (!this.shown) return nothing;
    const tag = unsafeStatic(this.shown.tag);
    return staticHtml`<${tag} .route=${this.route}></${tag}>`;
  }

  /** Loads the screen of the place that is gone to. */
  async #load(): Promise<void> {
    const route = this.router.route;
    const screen = screens.find(({ name }) => name === route.screen);
    const greets = route.screen === 'library' && !remembered(GREETED) && !rememberedSignature();
    try {
      await Promise.all([screen?.load(), greets ? import('./greeting.ts') : undefined]);
      this.greeting = greets;
      this.failed = false;
    } catch {
      this.failed = true;
    }
    if (this.router.route !== route) return;
    this.route = route;
    this.shown = screen ?? 'lost';
    if (route.screen === 'read' && route.documentId) readNow(route.documentId);
    this.#nameWindow();
  }

  /** Names the window by what it shows: the document that is read, else the screen. */
  #nameWindow(): void {
    const { route, shown } = this;
    const read = route.screen === 'read' && route.documentId ? route.documentId : undefined;
    const title = read && this.store.get('document', read)?.object.title;
    const screen = shown === 'lost' || !shown ? msg('Nothing here') : shown.label();
    document.title = `${title || screen} · Variorum`;
  }

  async #arrive({ route, from, kept }: RouteEvent): Promise<void> {
    await this.#load();
    await this.updateComplete;
    if (this.router.route !== route || route.screen === from.screen) return;
    const screen = this.querySelector<LightElement>('main > *');
    await screen?.updateComplete;
    if ((await restorePlace(kept)) || this.router.route !== route) return;
    const heading = screen?.querySelector<HTMLElement>('h1');
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    (heading ?? this.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
  }

  /** Asks before the page goes while something would go with it. */
  #holdBack = (event: BeforeUnloadEvent): void => {
    if (this.store.saving.isLoose) event.preventDefault();
  };

  #showWaiting = (): void => {
    this.querySelector('vr-save-state')?.toggle(true);
  };

  #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('main')?.focus();
  };

  #greeted = async (): Promise<void> => {
    remember(GREETED, 'yes');
    this.greeting = false;
    await this.updateComplete;
    const heading = this.querySelector<HTMLElement>('main h1');
    if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
    (heading ?? this.querySelector<HTMLElement>('main'))?.focus({ preventScroll: true });
  };

  /** Shows or hides the panel of keys, and says so in the address. */
  #showHelp(open: boolean): void {
    this.helping = open;
    if (open === (location.hash === KEYS)) return;
    history.replaceState(history.state, '', location.pathname + location.search + (open ? KEYS : ''));
  }

  #help = (): void => {
    this.#showHelp(true);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'vr-app': VrApp;
  }
}

import { createContext } from '@lit/context';
import { pathOf, type Route, routeOf } from './routes.ts';

/** What a history entry remembers: how far the screen was scrolled when it was left. */
interface EntryState {
  readonly scrolled?: number;
}

/** Fired on the router, as `route`, when the place has changed. */
export class RouteEvent extends Event {
  readonly route: Route;
  readonly from: Route;
  /** How far the screen had been scrolled when it was left, in CSS pixels; 0 for a place newly gone to. */
  readonly scrolled: number;
  constructor(route: Route, from: Route, scrolled: number) {
    super('route');
    this.route = route;
    this.from = from;
    this.scrolled = scrolled;
  }
}

/** The element of a screen whose scrolling is remembered. */
const SCROLLER = '[data-scroller]';

/** Ties the address bar to the place that is shown; links inside the application go through it. */
export class Router extends EventTarget {
  #route: Route = routeOf(location.pathname);

  get route(): Route {
    return this.#route;
  }

  /** Begins to listen to links and to the browser's back and forward. */
  start(): void {
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', this.#onPop);
    document.addEventListener('click', this.#onClick);
    if (location.pathname === '/') history.replaceState({}, '', pathOf(this.#route));
  }

  /** Goes to a place. With `replace` the place that is left does not come back with "back". */
  go(route: Route, { replace = false } = {}): void {
    const path = pathOf(route);
    if (path === location.pathname) return;
    this.#remember();
    if (replace) history.replaceState({}, '', path);
    else history.pushState({}, '', path);
    this.#show(route, 0);
  }

  #show(route: Route, scrolled: number): void {
    const from = this.#route;
    this.#route = route;
    this.dispatchEvent(new RouteEvent(route, from, scrolled));
  }

  /** Notes in the entry that is being left how far its screen is scrolled. */
  #remember(): void {
    const scrolled = document.querySelector(SCROLLER)?.scrollTop ?? 0;
    history.replaceState({ scrolled } satisfies EntryState, '');
  }

  #onPop = (event: PopStateEvent): void => {
    this.#show(routeOf(location.pathname), (event.state as EntryState | null)?.scrolled ?? 0);
  };

  #onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    const route = routeOf(link.pathname);
    if (route.screen === 'unknown') return;
    event.preventDefault();
    this.go(route);
  };
}

export const routerContext = createContext<Router>('variorum-router');

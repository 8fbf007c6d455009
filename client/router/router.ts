import { createContext } from '@lit/context';
import { type KeptPlace, PlaceKeeper } from './place-keeper.ts';
import { addressOf, pathOf, type Route, routeOf } from './routes.ts';

/** Fired on the router, as `route`, when the place has changed. */
export class RouteEvent extends Event {
  readonly route: Route;
  readonly from: Route;
  /** Where hands and eyes were when the place was left; empty for a place newly gone to. */
  readonly kept: KeptPlace;
  constructor(route: Route, from: Route, kept: KeptPlace) {
    super('route');
    this.route = route;
    this.from = from;
    this.kept = kept;
  }
}

/** Fired on the window when the address says something else about the place that one is at. */
const ADDRESS = 'vr-address';

/** Ties the address bar to the place that is shown; links inside the application go through it. */
export class Router extends EventTarget {
  #route: Route = routeOf(location.pathname, location.search);
  readonly #keeper = new PlaceKeeper();

  get route(): Route {
    return this.#route;
  }

  /** Begins to listen to links and to the browser's back and forward. */
  start(): void {
    history.scrollRestoration = 'manual';
    window.addEventListener('popstate', this.#onPop);
    document.addEventListener('click', this.#onClick);
    this.#keeper.start();
    if (location.pathname === '/') history.replaceState({}, '', pathOf(this.#route));
  }

  /** Goes to a place. With `replace` the place that is left does not come back with "back". */
  go(route: Route, { replace = false } = {}): void {
    const address = addressOf(route);
    if (address === location.pathname + location.search) return;
    this.dispatchEvent(new Event('leave'));
    this.#keeper.keep();
    if (replace) history.replaceState({}, '', address);
    else history.pushState({}, '', address);
    this.#show(route, {});
  }

  /** What was remembered of the place that one is at, from when one was there before. */
  get kept(): KeptPlace {
    return (history.state as KeptPlace | null) ?? {};
  }

  /** Says in the address how the place that one is at is seen now, or what there has the focus; nothing is gone to. */
  keep(route: Route, more: KeptPlace = {}): void {
    const address = addressOf(route);
    const isSame = address === location.pathname + location.search;
    if (isSame && this.kept.top === more.top) return;
    history.replaceState({ ...this.kept, ...more }, '', address + location.hash);
    if (!isSame) window.dispatchEvent(new Event(ADDRESS));
  }

  #show(route: Route, kept: KeptPlace): void {
    const from = this.#route;
    this.#route = route;
    this.dispatchEvent(new RouteEvent(route, from, kept));
  }

  #onPop = (): void => {
    this.#show(routeOf(location.pathname, location.search), this.kept);
  };

  #onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return;
    if (link.hash && link.pathname === location.pathname) return;
    const route = routeOf(link.pathname, link.search);
    if (route.screen === 'unknown') return;
    event.preventDefault();
    this.go(route);
  };
}

export const routerContext = createContext<Router>('variorum-router');

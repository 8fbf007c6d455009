import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { routerContext } from './router.ts';
import type { Route } from './routes.ts';

type Host = ReactiveControllerHost & HTMLElement & { readonly route: Route };

/**
 * Ties how a screen is seen (its order, what it leaves out) to the query of its address: what an address says is taken
 * over when one comes to it, and the address says it from then on.
 */
export class SeenAs implements ReactiveController {
  readonly #host: Host;
  readonly #read: (query: URLSearchParams) => void;
  readonly #write: (query: URLSearchParams) => void;
  readonly #router: ContextConsumer<typeof routerContext, ReactiveControllerHost & HTMLElement>;
  #route: Route | undefined;

  /**
   * @param read takes over what a query says, leaving as it is what the query does not speak of or says wrongly
   * @param write puts into a query what is not as usual
   */
  constructor(host: Host, read: (query: URLSearchParams) => void, write: (query: URLSearchParams) => void) {
    this.#host = host;
    this.#read = read;
    this.#write = write;
    this.#router = new ContextConsumer(host, { context: routerContext });
    host.addController(this);
  }

  hostUpdate(): void {
    const { route } = this.#host;
    if (route === this.#route) return;
    this.#route = route;
    if (route.screen !== 'unknown') this.#read(new URLSearchParams(route.query));
  }

  hostUpdated(): void {
    const { route } = this.#host;
    const router = this.#router.value;
    if (!router || route.screen === 'unknown' || router.route !== route) return;
    const query = new URLSearchParams();
    this.#write(query);
    router.keep({ ...route, query: query.toString() });
  }
}

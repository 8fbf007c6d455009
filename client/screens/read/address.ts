import { pathOf, type Route } from '../../router/routes.ts';
import { filterToQuery } from './filter-address.ts';
import type { Reading } from './reading.ts';

/** The address of what is being read: it names the focused claim and the filter, so that it can be sent or kept. */
export class Address {
  #written = '';

  /** Writes the address anew where it has changed. */
  keep(reading: Reading, route: Route): void {
    if (reading.stage !== 'ready' || !reading.claims || route.screen !== 'read') return;
    if (route.documentId !== reading.documentId) return;
    const query = filterToQuery(reading.claims.filter);
    const path = pathOf({
      screen: 'read',
      documentId: reading.documentId!,
      ...(reading.focused ? { claimId: reading.focused } : {}),
    });
    const address = query ? `${path}?${query}` : path;
    if (address === this.#written || !location.pathname.startsWith('/read')) return;
    this.#written = address;
    history.replaceState(history.state, '', address);
    window.dispatchEvent(new Event('vr-address'));
  }
}

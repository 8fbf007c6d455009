import { v7 as newId } from 'uuid';
import type { Whereabouts } from '../../shared/api/routes/live.ts';
import { PresenceTeller } from '../live/presence.ts';
import type { Router } from '../router/router.ts';
import { routeOf } from '../router/routes.ts';
import type { Store, StoreEvent } from '../store/store.ts';
import { browserId } from './browser-id.ts';

/** Tells the others where this window is, as long as it is open. */
export function tellPresence(store: Store, router: Router): void {
  const teller = new PresenceTeller({
    client: store.client,
    window: newId(),
    where: () => whereabouts(store.signature),
    onPresent: present => store.met(present),
  });
  teller.start();
  const look = () => teller.look();
  router.addEventListener('route', look);
  window.addEventListener('vr-address', look);
  store.addEventListener('change', event => {
    if ((event as StoreEvent).topics.has('signature')) look();
  });
}

/** Where this window is, as its address says. */
function whereabouts(name: string): Whereabouts {
  const route = routeOf(location.pathname);
  const at = { name, browser: browserId(), screen: route.screen };
  if (route.screen !== 'read') return at;
  const { documentId, claimId } = route;
  return { ...at, ...(documentId ? { documentId } : {}), ...(claimId ? { claimId } : {}) };
}

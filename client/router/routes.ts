/**
 * A place in the application. `query` says how it is to be seen, as the screen understands it: filters, order, what is
 * selected; without the question mark.
 */
export type Route =
  | { readonly screen: 'library'; readonly query?: string }
  | {
      readonly screen: 'read';
      readonly documentId?: string;
      readonly claimId?: string;
      readonly query?: string;
    }
  | { readonly screen: 'conflicts'; readonly conflictId?: string; readonly query?: string }
  | { readonly screen: 'sources'; readonly sourceId?: string; readonly query?: string }
  | { readonly screen: 'entities'; readonly entityId?: string; readonly query?: string }
  | { readonly screen: 'lists'; readonly query?: string }
  | { readonly screen: 'timeline'; readonly query?: string }
  | { readonly screen: 'coverage'; readonly documentId?: string; readonly query?: string }
  | { readonly screen: 'revise'; readonly documentId: string; readonly query?: string }
  | { readonly screen: 'redact'; readonly documentId: string; readonly query?: string }
  | { readonly screen: 'history'; readonly documentId?: string; readonly query?: string }
  | { readonly screen: 'compare'; readonly query?: string }
  | { readonly screen: 'settings'; readonly query?: string }
  | { readonly screen: 'unknown'; readonly path: string };
export type ScreenName = Exclude<Route['screen'], 'unknown'>;

/** @returns the address of a place, with its query */
export function addressOf(route: Route): string {
  const query = route.screen === 'unknown' ? undefined : route.query;
  return query ? `${pathOf(route)}?${query}` : pathOf(route);
}

/** @returns the whole address of a place, to send to somebody */
export const linkTo = (route: Route): string => new URL(addressOf(route), location.href).href;

/** @returns the path of a place, without its query */
export function pathOf(route: Route): string {
  switch (route.screen) {
    case 'library':
      return '/library';
    case 'read':
      return join('read', route.documentId, route.claimId);
    case 'conflicts':
      return join('conflicts', route.conflictId);
    case 'sources':
      return join('sources', route.sourceId);
    case 'entities':
      return join('entities', route.entityId);
    case 'lists':
      return '/lists';
    case 'timeline':
      return '/timeline';
    case 'coverage':
      return join('coverage', route.documentId);
    case 'revise':
      return `/documents/${encodeURIComponent(route.documentId)}/revise`;
    case 'redact':
      return `/documents/${encodeURIComponent(route.documentId)}/redact`;
    case 'history':
      return join('history', route.documentId);
    case 'compare':
      return '/compare';
    case 'settings':
      return '/settings';
    case 'unknown':
      return route.path;
  }
}

/**
 * @param search the query of the address, with or without its question mark
 * @returns the place that an address names; `unknown` where it names none
 */
export function routeOf(path: string, search = ''): Route {
  const query = search.replace(/^\?/, '');
  const seen = query ? { query } : {};
  const unknown: Route = { screen: 'unknown', path };
  let parts: string[];
  try {
    parts = path
      .split('/')
      .filter(part => part !== '')
      .map(decodeURIComponent);
  } catch {
    return unknown;
  }
  const [screen = 'library', first, second] = parts;
  const length = Math.max(parts.length, 1);
  if (isPlain(screen) && length === 1) return { screen, ...seen };
  if (screen === 'read' && length <= 3)
    return { screen, ...given({ documentId: first, claimId: second }), ...seen };
  if (screen === 'conflicts' && length <= 2) return { screen, ...given({ conflictId: first }), ...seen };
  if (screen === 'sources' && length <= 2) return { screen, ...given({ sourceId: first }), ...seen };
  if (screen === 'entities' && length <= 2) return { screen, ...given({ entityId: first }), ...seen };
  if (screen === 'documents' && length === 3 && first && parts[2] === 'revise')
    return { screen: 'revise', documentId: first, ...seen };
  if (screen === 'documents' && length === 3 && first && parts[2] === 'redact')
    return { screen: 'redact', documentId: first, ...seen };
  if ((screen === 'coverage' || screen === 'history') && length <= 2)
    return { screen, ...given({ documentId: first }), ...seen };
  return unknown;
}

/** Screens that are one place each. */
const PLAIN = ['library', 'lists', 'timeline', 'compare', 'settings'] as const;
const isPlain = (screen: string): screen is (typeof PLAIN)[number] => PLAIN.some(plain => plain === screen);

function join(...parts: (string | undefined)[]): string {
  const known = parts.slice(0, parts.includes(undefined) ? parts.indexOf(undefined) : parts.length);
  return `/${known.map(part => encodeURIComponent(part!)).join('/')}`;
}

function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

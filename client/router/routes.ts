/** A place in the application. */
export type Route =
  | { readonly screen: 'library' }
  | { readonly screen: 'read'; readonly documentId?: string; readonly claimId?: string }
  | { readonly screen: 'conflicts'; readonly conflictId?: string }
  | { readonly screen: 'sources'; readonly sourceId?: string }
  | { readonly screen: 'unknown'; readonly path: string };
export type ScreenName = Exclude<Route['screen'], 'unknown'>;

/** @returns the address of a place, as a path */
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
    case 'unknown':
      return route.path;
  }
}

/** @returns the place that a path names; `unknown` where it names none */
export function routeOf(path: string): Route {
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
  if (screen === 'library' && length === 1) return { screen };
  if (screen === 'read' && length <= 3) return { screen, ...given({ documentId: first, claimId: second }) };
  if (screen === 'conflicts' && length <= 2) return { screen, ...given({ conflictId: first }) };
  if (screen === 'sources' && length <= 2) return { screen, ...given({ sourceId: first }) };
  return unknown;
}

function join(...parts: (string | undefined)[]): string {
  const known = parts.slice(0, parts.includes(undefined) ? parts.indexOf(undefined) : parts.length);
  return `/${known.map(part => encodeURIComponent(part!)).join('/')}`;
}

function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

/** Keeps small preferences in this browser; where storage is forbidden, for as long as the page is open. */
const fallback = new Map<string, string>();
const key = (name: string): string => `variorum-${name}`;

export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(key(name)) ?? undefined;
  } catch {
    return fallback.get(name);
  }
}

export function remember(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), value);
  } catch {
    if (value === undefined) fallback.delete(name);
    else fallback.set(name, value);
  }
}
